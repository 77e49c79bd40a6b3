/** An immutable segment, open for reading: its dictionary in memory, postings and positions read from disk when asked. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError } from '../../errors.ts';
import { Dictionary, TermCursor } from './dictionary.ts';
import { SegmentPart, type SegmentInfo } from './info.ts';

/** room for the postings at hand */
let shared = Buffer.allocUnsafe(1 << 16);

export class Segment {
  readonly info: SegmentInfo;
  private readonly dictionary: Dictionary;
  private readonly postings: number;
  private readonly positions: number;

  /** Opens a segment. Throws `archive-damaged` where its files are missing, cut, or none of ours. */
  constructor(folder: string, info: SegmentInfo) {
    this.info = info;
    const dictionary = Dictionary.of(readWhole(join(folder, `${info.name}.${SegmentPart.dictionary}`), info));
    if (dictionary === null || dictionary.rows.length !== info.rows) throw damaged(info);
    this.dictionary = dictionary;
    this.postings = openPart(folder, info, SegmentPart.postings, dictionary.postingBytes);
    try {
      this.positions = openPart(folder, info, SegmentPart.positions, dictionary.positionBytes);
    } catch (error) {
      closeSync(this.postings);
      throw error;
    }
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
