/** Reads where a word stands in the documents asked for, block by block, passing over the rest. */
import type { TermCursor } from './term-cursor.ts';
import { BLOCK } from './info.ts';
import { PACK_FROM, packedBytes, unpack } from './once-pack.ts';
import type { Postings } from './postings.ts';
import type { PostingsWriter } from './postings-writer.ts';
import type { Segment } from './segment.ts';
import { BODY_START, Level } from './space.ts';
import { VarintReader } from './varint.ts';

/** blocks are read so many bytes at a time at first, and as many more each time as were needed up to here */
const FIRST_BYTES = 1 << 12;
const MOST_BYTES = 1 << 17;

/** Room for the positions at hand. */
export class PositionsRoom {
  bytes = Buffer.allocUnsafe(FIRST_BYTES);
}

/** of all readers that are read from one at a time */
const roomAtHand = new PositionsRoom();

/** Those that have no room of their own are read from one at a time. */
export class PositionReader {
  private readonly segment: Segment;
  private readonly start: number;
  private readonly length: number;
  private readonly postings: Postings;
  private readonly packs: boolean;
  private readonly room: PositionsRoom;
  /** how far to read on where more is needed */
  private ahead = FIRST_BYTES;
  /** what isn't packed: the rows' positions one after the other */
  private readonly reader = new VarintReader(new Uint8Array(0));
  /** which bytes of the word's positions `room` holds */
  private bufferStart = 0;
  private bufferEnd = 0;
  private block = -1;
  private index = 0;
  /** the packed positions of the block: where they begin, of how many bits, and which is next */
  private packStart = 0;
  private width = 0;
  private packed = 0;
  /** the positions found last; those in the body (and in header and marks) stand BODY_START higher */
  values = new Uint32Array(64);
  /** of `values`, how many count */
  count = 0;

  constructor(
    segment: Segment,
    { positions, positionBytes }: Pick<TermCursor, 'positions' | 'positionBytes'>,
    postings: Postings,
    room = roomAtHand,
  ) {
    this.room = room;
    this.segment = segment;
    this.start = positions;
    this.length = positionBytes;
    this.postings = postings;
    this.packs = postings.documents.length >= PACK_FROM;
  }

  /** Reads the positions in the posting with this index, which must be larger than the one before. */
  read(index: number): void {
    this.goTo(index);
    this.take(this.postings.levels[this.index++] ?? 0);
  }

  private goTo(index: number): void {
    const { levels } = this.postings;
    const block = Math.floor(index / BLOCK);
    if (block > this.block) this.seek(block);
    while (this.index < index) this.skip(levels[this.index++] ?? 0);
  }

  private seek(block: number): void {
    const { blocks, levels } = this.postings;
    const startOf = (number: number) => (number < blocks.length ? (blocks[number] ?? 0) : this.length);
    const start = block === 0 ? 0 : startOf(block);
    let end = startOf(block + 1);
    this.block = block;
    this.index = block * BLOCK;
    const { reader } = this;
    if (start < this.bufferStart || end > this.bufferEnd) {
      this.ahead = start <= this.bufferEnd ? Math.min(this.ahead * 4, MOST_BYTES) : FIRST_BYTES;
      for (let next = block + 2; next <= blocks.length && startOf(next) - start <= this.ahead; next++) {
        end = startOf(next);
      }
      const { room } = this;
      if (room.bytes.length < end - start) room.bytes = Buffer.allocUnsafe(end - start);
      reader.bytes = this.segment.readPositions(room.bytes, this.start + start, end - start);
      this.bufferStart = start;
      this.bufferEnd = end;
    }
    reader.at = start - this.bufferStart;
    if (!this.packs) return;
    let once = 0;
    const last = Math.min(levels.length, this.index + BLOCK);
    for (let index = this.index; index < last; index++) if (levels[index] === Level.once) once++;
    this.width = reader.bytes[reader.at++] ?? 0;
    this.packStart = reader.at;
    this.packed = 0;
    reader.at += packedBytes(once, this.width);
  }

  /** The position in a row that has the word once, whose turn it is. */
  private nextOnce(): number {
    if (!this.packs) return this.reader.next();
    const position = unpack(this.reader.bytes, this.packStart, this.packed++, this.width);
    return position < 0 ? this.reader.next() : position;
  }

  private skip(level: number): void {
    const { reader } = this;
    if (level === Level.once) {
      this.nextOnce();
      return;
    }
    const first = reader.next();
    if (level === Level.twice) reader.next();
    else reader.at += first;
  }

  private take(level: number): void {
    const { reader } = this;
    this.count = 0;
    if (level === Level.once) {
      this.values[0] = this.nextOnce() + BODY_START;
      this.count = 1;
      return;
    }
    const first = reader.next();
    if (level === Level.twice) {
      this.values[0] = first + BODY_START;
      this.values[1] = first + reader.next() + BODY_START;
      this.count = 2;
      return;
    }
    const end = Math.min(reader.at + first, reader.bytes.length);
    let inSubject = level === Level.subject ? reader.next() : 0;
    this.makeRoom(end - reader.at);
    // read in place: a phrase of common words goes through millions
    const { values } = this;
    const { bytes } = reader;
    let { at } = reader;
    let count = 0;
    let position = inSubject > 0 ? 0 : BODY_START;
    while (at < end) {
      let step = bytes[at++] ?? 0;
      if (step > 127) {
        step &= 127;
        for (let shift = 7; at < end; shift += 7) {
          const byte = bytes[at++] ?? 0;
          step |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      position += step;
      values[count++] = position;
      if (--inSubject === 0) position = BODY_START;
    }
    reader.at = end;
    this.count = count;
  }

  /** Hands a posting on as it is, to be written into another segment. */
  copy(index: number, document: number, writer: PostingsWriter): void {
    this.goTo(index);
    const level = this.postings.levels[index] ?? 0;
    this.index++;
    if (level === Level.once) {
      writer.addOnce(document, this.nextOnce());
      return;
    }
    const from = this.reader.at;
    this.skip(level);
    writer.add(document, level, this.reader.bytes, from, this.reader.at);
  }

  /** None takes less than a byte. */
  private makeRoom(bytes: number): void {
    if (bytes > this.values.length) this.values = new Uint32Array(bytes * 2);
  }
}
