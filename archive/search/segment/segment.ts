/** An immutable segment, open for reading: its dictionary in memory, postings and positions read from disk when asked. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError } from '../../errors.ts';
import { readDictionary } from './dictionary-file.ts';
import { SegmentPart, type SegmentInfo } from './info.ts';

export class Segment {
  readonly info: SegmentInfo;
  readonly terms: number;
  /** document -> row of the catalogue */
  readonly rows: Uint32Array;
  /** word -> in how many rows it stands */
  readonly counts: Uint32Array;
  readonly postingOffsets: Uint32Array;
  readonly positionOffsets: Uint32Array;
  private readonly words: Buffer;
  private readonly wordOffsets: Uint32Array;
  private readonly postings: number;
  private readonly positions: number;
  private scratch = Buffer.allocUnsafe(1 << 16);

  /** Opens a segment. Throws `archive-damaged` where its files are missing, cut, or none of ours. */
  constructor(folder: string, info: SegmentInfo) {
    this.info = info;
    const dictionary = readDictionary(
      readWhole(join(folder, `${info.name}.${SegmentPart.dictionary}`), info),
    );
    if (dictionary === null || dictionary.rows.length !== info.rows) throw damaged(info);
    const { terms } = dictionary;
    this.terms = terms;
    this.rows = dictionary.rows;
    this.counts = dictionary.counts;
    this.postingOffsets = dictionary.postingOffsets;
    this.positionOffsets = dictionary.positionOffsets;
    this.words = dictionary.words;
    this.wordOffsets = dictionary.wordOffsets;
    this.postings = openPart(folder, info, SegmentPart.postings, this.postingOffsets[terms] ?? 0);
    try {
      this.positions = openPart(folder, info, SegmentPart.positions, this.positionOffsets[terms] ?? 0);
    } catch (error) {
      closeSync(this.postings);
      throw error;
    }
  }

  get documents(): number {
    return this.rows.length;
  }

  /** The number of a word, or -1. */
  find(term: Uint8Array): number {
    const at = this.lowerBound(term, false);
    return at < this.terms && this.compare(term, at) === 0 ? at : -1;
  }

  /** The words that begin with these bytes: from the first up to, not including, the second. */
  range(prefix: Uint8Array): [number, number] {
    return [this.lowerBound(prefix, false), this.lowerBound(prefix, true)];
  }

  private lowerBound(term: Uint8Array, behindPrefix: boolean): number {
    let low = 0;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const before = behindPrefix ? this.comparePrefix(term, middle) >= 0 : this.compare(term, middle) > 0;
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(term: Uint8Array, at: number): number {
    return -this.words.compare(term, 0, term.length, this.wordOffsets[at], this.wordOffsets[at + 1]);
  }

  private comparePrefix(prefix: Uint8Array, at: number): number {
    const start = this.wordOffsets[at] ?? 0;
    const end = Math.min(this.wordOffsets[at + 1] ?? 0, start + prefix.length);
    return -this.words.compare(prefix, 0, prefix.length, start, end);
  }

  /** The word itself, without the byte of its space. */
  word(term: number): string {
    const start = this.wordOffsets[term] ?? 0;
    const lead = (this.words[start] ?? 0) < 0x20 ? 1 : 0;
    return this.words.toString('utf8', start + lead, this.wordOffsets[term + 1]);
  }

  /**
   * Whether a word can be within so many slips of another, judged quickly: of about its length, and with one of its
   * first two letters where it should be.
   */
  resembles(term: number, other: Uint8Array, slips: number): boolean {
    const start = this.wordOffsets[term] ?? 0;
    if (Math.abs((this.wordOffsets[term + 1] ?? 0) - start - other.length) > slips) return false;
    const first = this.words[start];
    const second = this.words[start + 1];
    return first === other[0] || second === other[1] || first === other[1] || second === other[0];
  }

  /** The bytes of a word as the dictionary keeps them. */
  wordBytes(term: number): Uint8Array {
    return this.words.subarray(this.wordOffsets[term], this.wordOffsets[term + 1]);
  }

  /** The postings of the words `from` up to `to`: good until the next call. */
  readPostings(from: number, to: number): Buffer {
    const start = this.postingOffsets[from] ?? 0;
    const length = (this.postingOffsets[to] ?? 0) - start;
    if (this.scratch.length < length) this.scratch = Buffer.allocUnsafe(length * 2);
    return this.read(this.postings, this.scratch, start, length);
  }

  /** Reads positions into the buffer given, which must be large enough. */
  readPositions(into: Buffer, start: number, length: number): Buffer {
    return this.read(this.positions, into, start, length);
  }

  private read(handle: number, into: Buffer, start: number, length: number): Buffer {
    for (let done = 0; done < length;) {
      const got = readSync(handle, into, done, length - done, start + done);
      if (got === 0) throw damaged(this.info);
      done += got;
    }
    return into.subarray(0, length);
  }

  close(): void {
    closeSync(this.postings);
    closeSync(this.positions);
  }
}

function damaged(info: SegmentInfo, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'archive-damaged',
    'A part of the search index is missing or damaged. Rebuild the index: the cables themselves are not touched.',
    { segment: info.name },
    cause,
  );
}

function openPart(folder: string, info: SegmentInfo, part: string, bytes: number): number {
  let handle: number;
  try {
    handle = openSync(join(folder, `${info.name}.${part}`), 'r');
  } catch (error) {
    throw damaged(info, error);
  }
  if (fstatSync(handle).size === bytes) return handle;
  closeSync(handle);
  throw damaged(info);
}

function readWhole(file: string, info: SegmentInfo): Uint8Array<ArrayBuffer> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw damaged(info, error);
  }
  try {
    const size = fstatSync(handle).size;
    const bytes = new Uint8Array(new ArrayBuffer(size));
    for (let done = 0; done < size;) {
      const got = readSync(handle, bytes, done, size - done, done);
      if (got === 0) throw damaged(info);
      done += got;
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
}
