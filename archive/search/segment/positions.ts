/** Reads where a word stands in the documents asked for, block by block, passing over the rest. */
import type { TermCursor } from './term-cursor.ts';
import { BLOCK } from './info.ts';
import { PACK_FROM, packedBytes, unpack } from './once-pack.ts';
import type { Postings } from './postings.ts';
import type { PostingsWriter } from './postings-writer.ts';
import type { Segment } from './segment.ts';
import { BODY_START, Level } from './space.ts';
import { VarintReader } from './varint.ts';

/** as many blocks are read at once as fit in here */
const READ_BYTES = 1 << 16;

export class PositionReader {
  private readonly segment: Segment;
  private readonly start: number;
  private readonly length: number;
  private readonly postings: Postings;
  private readonly packs: boolean;
  /** what isn't packed: the rows' positions one after the other */
  private readonly reader = new VarintReader(new Uint8Array(0));
  private buffer = Buffer.alloc(0);
  /** which bytes of the word's positions `buffer` holds */
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

  constructor(segment: Segment, { positions, positionBytes }: TermCursor, postings: Postings) {
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
      for (let next = block + 2; next <= blocks.length && startOf(next) - start <= READ_BYTES; next++) {
        end = startOf(next);
      }
      if (this.buffer.length < end - start) this.buffer = Buffer.allocUnsafe(end - start);
      reader.bytes = this.segment.readPositions(this.buffer, this.start + start, end - start);
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
      this.push(this.nextOnce() + BODY_START);
      return;
    }
    const first = reader.next();
    if (level === Level.twice) {
      this.push(first + BODY_START);
      this.push(first + reader.next() + BODY_START);
      return;
    }
    const end = Math.min(reader.at + first, reader.bytes.length);
    let position = 0;
    for (let left = level === Level.subject ? reader.next() : 0; left > 0 && reader.at < end; left--) {
      position += reader.next();
      this.push(position);
    }
    position = BODY_START;
    while (reader.at < end) {
      position += reader.next();
      this.push(position);
    }
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

  private push(position: number): void {
    if (this.count === this.values.length) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = position;
  }
}
