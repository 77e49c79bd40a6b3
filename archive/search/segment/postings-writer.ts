/**
 * Writes a segment's three files, word by word in the dictionary's order. Layout (all numbers little-endian):
 * - terms: header, then for every word the offset of its bytes, its number of rows, the offsets of its postings and of
 *   its positions (each an array of four-byte numbers), the rows of the documents, and the bytes of the words;
 * - postings: for each row a varint `documentStep << 2 | level`; a word in more than BLOCK rows has behind them the
 *   offsets of every BLOCK-th row's positions, counted from the word's first;
 * - positions: see `putPositions` in encode.ts.
 */
import { BLOCK, HEADER_BYTES, MAGIC, SegmentPart, type SegmentInfo } from './info.ts';
import { HashedFile } from './hashed-file.ts';
import { putVarint, VARINT_BYTES } from './varint.ts';
import { syncFolder } from './sync-folder.ts';

const FIRST_TERMS = 1 << 14;

export class PostingsWriter {
  private readonly folder: string;
  private readonly name: string;
  private readonly postings: HashedFile;
  private readonly positions: HashedFile;
  private terms = 0;
  private words = Buffer.allocUnsafe(FIRST_TERMS * 8);
  private wordOffsets = new Uint32Array(FIRST_TERMS + 1);
  private counts = new Uint32Array(FIRST_TERMS);
  private postingOffsets = new Uint32Array(FIRST_TERMS + 1);
  private positionOffsets = new Uint32Array(FIRST_TERMS + 1);
  private previous = -1;
  private count = 0;
  private blocks: number[] = [];

  constructor(folder: string, name: string) {
    this.folder = folder;
    this.name = name;
    this.postings = new HashedFile(folder, `${name}.${SegmentPart.postings}`);
    this.positions = new HashedFile(folder, `${name}.${SegmentPart.positions}`);
  }

  beginTerm(word: Uint8Array): void {
    if (this.terms === this.counts.length) this.grow();
    const at = this.wordOffsets[this.terms] ?? 0;
    if (at + word.length > this.words.length) {
      this.words = Buffer.concat([this.words, Buffer.allocUnsafe(this.words.length + word.length)]);
    }
    this.words.set(word, at);
    this.wordOffsets[this.terms + 1] = at + word.length;
    this.previous = -1;
    this.count = 0;
    this.blocks.length = 0;
  }

  /** One more row of the word; documents rise. `positionBytes` are the row's positions, encoded. */
  add(document: number, level: number, positionBytes: Uint8Array, length: number): void {
    if (this.count % BLOCK === 0) {
      this.blocks.push(this.positions.length - (this.positionOffsets[this.terms] ?? 0));
    }
    const buffer = this.postings.room(VARINT_BYTES);
    const code = (((document - this.previous) << 2) | level) >>> 0;
    this.postings.advance(putVarint(buffer, this.postings.at, code));
    this.previous = document;
    this.count++;
    const room = this.positions.room(length);
    const at = this.positions.at;
    for (let byte = 0; byte < length; byte++) room[at + byte] = positionBytes[byte] ?? 0;
    this.positions.advance(at + length);
  }

  /** A word without rows leaves no trace. */
  endTerm(): void {
    if (this.count === 0) return;
    if (this.count > BLOCK) {
      this.postings.write(new Uint8Array(Uint32Array.from(this.blocks).buffer));
    }
    this.counts[this.terms] = this.count;
    this.terms++;
    this.postingOffsets[this.terms] = this.postings.length;
    this.positionOffsets[this.terms] = this.positions.length;
  }

  private grow(): void {
    const capacity = this.counts.length * 2;
    const larger = (old: Uint32Array, length: number) => {
      const array = new Uint32Array(length);
      array.set(old);
      return array;
    };
    this.wordOffsets = larger(this.wordOffsets, capacity + 1);
    this.counts = larger(this.counts, capacity);
    this.postingOffsets = larger(this.postingOffsets, capacity + 1);
    this.positionOffsets = larger(this.positionOffsets, capacity + 1);
  }

  /** Writes the dictionary, syncs everything, and answers what the commit needs to know. */
  finish(rows: Uint32Array): SegmentInfo {
    const { terms } = this;
    const wordBytes = this.wordOffsets[terms] ?? 0;
    const dictionary = new HashedFile(this.folder, `${this.name}.${SegmentPart.dictionary}`);
    const header = new Uint32Array(HEADER_BYTES / 4);
    header.set([MAGIC, rows.length, terms, wordBytes]);
    for (const part of [
      header,
      this.wordOffsets.subarray(0, terms + 1),
      this.counts.subarray(0, terms),
      this.postingOffsets.subarray(0, terms + 1),
      this.positionOffsets.subarray(0, terms + 1),
      rows,
    ]) {
      dictionary.write(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    }
    dictionary.write(this.words.subarray(0, wordBytes));
    const files = [dictionary.finish(), this.postings.finish(), this.positions.finish()];
    syncFolder(this.folder);
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
    this.postings.abandon();
    this.positions.abandon();
  }
}
