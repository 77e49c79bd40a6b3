/**
 * Writes a segment's three files, word by word in the dictionary's order:
 * - terms: see dictionary-file.ts;
 * - postings: a varint for each row (see posting-code.ts); a word in more than BLOCK rows has behind them, four bytes
 *   each, where every block of rows keeps its positions, counted from the word's first;
 * - positions: block by block. Of a word in PACK_FROM rows or more a byte says in how many bits the rows that have it
 *   once are packed, then come these; then, row by row, what isn't packed.
 */
import { DictionaryFile } from './dictionary-file.ts';
import { HashedFile } from './hashed-file.ts';
import { BLOCK, SegmentPart, type SegmentInfo } from './info.ts';
import { bestWidth, pack, PACK_FROM, packedBytes, standsElsewhere } from './once-pack.ts';
import { postingCode } from './posting-code.ts';
import { Level } from './space.ts';
import type { SegmentDisk } from './segment-disk.ts';
import { putVarint, VARINT_BYTES } from './varint.ts';

export class PostingsWriter {
  private readonly disk: SegmentDisk;
  private readonly folder: string;
  private readonly name: string;
  private readonly dictionary: DictionaryFile;
  private readonly postings: HashedFile;
  private readonly positions: HashedFile;
  private previous = -1;
  /** rows of the word at hand, but for those of the block at hand */
  private count = 0;
  private postingsStart = 0;
  private positionsStart = 0;
  private blocks: number[] = [];
  /** the block at hand: its rows, the code and the level of each, the positions of those that have the word once, the bytes of the others */
  private inBlock = 0;
  private readonly codes = new Uint32Array(BLOCK);
  private readonly levels = new Uint8Array(BLOCK);
  private readonly once = new Uint32Array(BLOCK);
  private readonly ends = new Uint32Array(BLOCK);
  private readonly packed = new Uint32Array(BLOCK);
  private bytes = new Uint8Array(1 << 12);
  private used = 0;

  constructor(disk: SegmentDisk, folder: string, name: string) {
    this.disk = disk;
    this.folder = folder;
    this.name = name;
    this.dictionary = new DictionaryFile(disk, folder, `${name}.${SegmentPart.dictionary}`);
    this.postings = new HashedFile(disk, folder, `${name}.${SegmentPart.postings}`);
    this.positions = new HashedFile(disk, folder, `${name}.${SegmentPart.positions}`);
  }

  beginTerm(): void {
    this.previous = -1;
    this.count = 0;
    this.blocks.length = 0;
    this.postingsStart = this.postings.length;
    this.positionsStart = this.positions.length;
  }

  /** One more row, which has the word at one place. Documents rise. */
  addOnce(document: number, position: number): void {
    const index = this.begin(document, Level.once);
    this.once[index] = position;
    this.ends[index] = this.used;
  }

  /** One more row, with its positions encoded (see encode.ts). */
  add(document: number, level: number, bytes: Uint8Array, from: number, to: number): void {
    const index = this.begin(document, level);
    const end = this.used + to - from;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const own = this.bytes;
    for (let at = this.used, byte = from; byte < to; byte++) own[at++] = bytes[byte] ?? 0;
    this.used = end;
    this.ends[index] = end;
  }

  /** Keeps the posting and answers its index in the block. */
  private begin(document: number, level: number): number {
    if (this.inBlock === BLOCK) this.endBlock(true);
    const index = this.inBlock++;
    this.codes[index] = postingCode(document - this.previous, level);
    this.previous = document;
    this.levels[index] = level;
    return index;
  }

  /** Writes the block at hand; `packs` is whether the word has PACK_FROM rows or more. */
  private endBlock(packs: boolean): void {
    const rows = this.inBlock;
    this.count += rows;
    this.inBlock = 0;
    this.blocks.push(this.positions.length - this.positionsStart);
    const { codes, levels, once, ends } = this;
    const postings = this.postings.room(rows * VARINT_BYTES);
    let to = this.postings.at;
    for (let row = 0; row < rows; row++) to = putVarint(postings, to, codes[row] ?? 0);
    this.postings.advance(to);
    const bytes = this.positions.room(rows * VARINT_BYTES + 1 + packedBytes(rows, 16) + this.used);
    let at = this.positions.at;
    let width = 0;
    if (packs) {
      const { packed } = this;
      let count = 0;
      for (let row = 0; row < rows; row++) {
        packed[count] = once[row] ?? 0;
        count += levels[row] === Level.once ? 1 : 0;
      }
      width = bestWidth(packed, count);
      bytes[at++] = width;
      at = pack(bytes, at, packed, count, width);
    }
    let from = 0;
    for (let row = 0; row < rows; row++) {
      if (levels[row] === Level.once) {
        const position = once[row] ?? 0;
        if (!packs || standsElsewhere(position, width)) at = putVarint(bytes, at, position);
        continue;
      }
      for (const end = ends[row] ?? 0; from < end; from++) bytes[at++] = this.bytes[from] ?? 0;
    }
    this.positions.advance(at);
    this.used = 0;
  }

  /** The word was `bytes[start..end)`. One without rows leaves no trace. */
  endTerm(bytes: Uint8Array, start: number, end: number): void {
    if (this.inBlock === 0) return;
    this.endBlock(this.count + this.inBlock >= PACK_FROM);
    const { count } = this;
    if (count > BLOCK) this.postings.write(new Uint8Array(Uint32Array.from(this.blocks).buffer));
    this.dictionary.add(
      bytes,
      start,
      end,
      count,
      this.postings.length - this.postingsStart,
      this.positions.length - this.positionsStart,
    );
  }

  /** Writes the dictionary, syncs everything, and answers what the commit needs to know. */
  finish(rows: Uint32Array): SegmentInfo {
    const { terms } = this.dictionary;
    const files = [this.dictionary.finish(rows), this.postings.finish(), this.positions.finish()];
    this.disk.syncFolder(this.folder);
    let first = Infinity;
    let last = -1;
    for (const row of rows) {
      first = Math.min(first, row);
      last = Math.max(last, row);
    }
    return {
      name: this.name,
      files,
      rows: rows.length,
      firstRow: rows.length === 0 ? -1 : first,
      lastRow: last,
      terms,
    };
  }

  abandon(): void {
    this.dictionary.abandon();
    this.postings.abandon();
    this.positions.abandon();
  }
}
