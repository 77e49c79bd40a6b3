/** An immutable segment, open for reading: its dictionary in memory, postings and positions read from disk when asked. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError } from '../../errors.ts';
import { Dictionary } from './dictionary.ts';
import { SegmentPart, type SegmentInfo } from './info.ts';
import { TermCursor } from './term-cursor.ts';

/** room for the postings at hand */
let shared = Buffer.allocUnsafe(1 << 16);

/** Words of the dictionary that stand together: from one up to, not including, another. */
export interface TermSpan {
  readonly from: number;
  readonly to: number;
  /** in how many rows each of them stands, and all added up */
  readonly counts: Uint32Array;
  readonly rows: number;
  /** where their postings begin, and how many bytes they take */
  readonly postings: number;
  readonly postingBytes: number;
  /** the same of their positions */
  readonly positions: number;
  readonly positionBytes: number;
}

export const NO_TERMS: TermSpan = {
  from: 0,
  to: 0,
  counts: new Uint32Array(0),
  rows: 0,
  postings: 0,
  postingBytes: 0,
  positions: 0,
  positionBytes: 0,
};

export class Segment {
  readonly info: SegmentInfo;
  private readonly dictionary: Dictionary;
  private readonly handles: number[] = [];
  private readonly words: number;
  private readonly postings: number;
  private readonly positions: number;

  /** Opens a segment. Throws `archive-damaged` where its files are missing, cut, or none of ours. */
  constructor(folder: string, info: SegmentInfo) {
    this.info = info;
    try {
      this.words = this.openPart(folder, SegmentPart.dictionary);
      this.postings = this.openPart(folder, SegmentPart.postings);
      this.positions = this.openPart(folder, SegmentPart.positions);
      this.dictionary = new Dictionary(fstatSync(this.words).size, (start, length, room) =>
        this.read(
          this.words,
          room !== undefined && room.length >= length ? room : Buffer.allocUnsafe(length),
          start,
          length,
        ),
      );
      const { rows, postingBytes, positionBytes } = this.dictionary;
      const isWhole =
        rows.length === info.rows &&
        postingBytes === fstatSync(this.postings).size &&
        positionBytes === fstatSync(this.positions).size;
      if (!isWhole) throw damaged(info);
    } catch (error) {
      this.close();
      throw error instanceof ArchiveError ? error : damaged(info, error);
    }
  }

  private openPart(folder: string, part: string): number {
    const handle = openSync(join(folder, `${this.info.name}.${part}`), 'r');
    this.handles.push(handle);
    return handle;
  }

  get terms(): number {
    return this.dictionary.terms;
  }

  /** document -> row of the catalogue */
  get rows(): Uint32Array {
    return this.dictionary.rows;
  }

  get documents(): number {
    return this.rows.length;
  }

  /** The number of a word, or -1. */
  find(term: Uint8Array): number {
    const found = this.dictionary.lowerBound(term, false);
    return found.term < this.terms && found.compare(term) === 0 ? found.term : -1;
  }

  /** All that a search needs to know of a word, or of the words that begin so, in one go. */
  span(bytes: Uint8Array, prefix: boolean): TermSpan {
    const first = this.dictionary.lowerBound(bytes, false);
    const from = first.term;
    const { postings, positions } = first;
    if (!prefix) {
      if (from >= this.terms || first.compare(bytes) !== 0) return NO_TERMS;
      const { count, postingBytes, positionBytes } = first;
      const counts = Uint32Array.of(count);
      return { from, to: from + 1, counts, rows: count, postings, postingBytes, positions, positionBytes };
    }
    const last = this.dictionary.lowerBound(bytes, true);
    const to = last.term;
    if (from >= to) return NO_TERMS;
    const counts = this.cursor(from).counts(to);
    let rows = 0;
    for (let term = 0; term < counts.length; term++) rows += counts[term] ?? 0;
    const postingBytes = last.postings - postings;
    const positionBytes = last.positions - positions;
    return { from, to, counts, rows, postings, postingBytes, positions, positionBytes };
  }

  /** The words that begin with these bytes: from the first up to, not including, the second. */
  range(prefix: Uint8Array): [number, number] {
    const { dictionary } = this;
    return [dictionary.lowerBound(prefix, false).term, dictionary.lowerBound(prefix, true).term];
  }

  /** What the dictionary says of this word and, going on, of those that follow. */
  cursor(term: number, withWords = false): TermCursor {
    return new TermCursor(this.dictionary, term, withWords);
  }

  /** In how many rows the words `from` up to `to` stand, added up. */
  count(from: number, to = from + 1): number {
    let count = 0;
    if (from >= to) return count;
    for (const cursor = this.cursor(from); cursor.term < to; cursor.next()) count += cursor.count;
    return count;
  }

  /** Reads `length` bytes of postings: good until the next call, of any segment. */
  readPostings(start: number, length: number): Buffer {
    if (shared.length < length) shared = Buffer.allocUnsafe(length * 2);
    return this.read(this.postings, shared, start, length);
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
    for (const handle of this.handles) closeSync(handle);
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
