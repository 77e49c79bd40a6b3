/**
 * The dictionary of a segment on disk. A header of four-byte numbers (little-endian, as every machine is that we run
 * on): magic, rows, terms, bytes of all words, zero, zero; the row of each document, four bytes each; then for every word
 * as varints how many bytes it has in common with the one before, how many more follow, in how many rows it stands,
 * and the lengths of its postings and its positions, and last the bytes that follow.
 */
import { HashedFile } from './hashed-file.ts';
import { HEADER_BYTES, MAGIC, type SegmentFile } from './info.ts';
import { putVarint, VARINT_BYTES, VarintReader } from './varint.ts';

export class DictionaryFile {
  terms = 0;
  private readonly file: HashedFile;
  private entries = new Uint8Array(1 << 18);
  private used = 0;
  private wordBytes = 0;
  private previous: Uint8Array = new Uint8Array(0);

  constructor(folder: string, name: string) {
    this.file = new HashedFile(folder, name);
  }

  /** Words come in the order of their bytes. The word is copied. */
  add(word: Uint8Array, count: number, postingBytes: number, positionBytes: number): void {
    const need = this.used + word.length + 5 * VARINT_BYTES;
    if (need > this.entries.length) {
      const larger = new Uint8Array(need * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    const { entries, previous } = this;
    let shared = 0;
    while (shared < word.length && shared < previous.length && word[shared] === previous[shared]) shared++;
    let at = this.used;
    for (const value of [shared, word.length - shared, count, postingBytes, positionBytes]) {
      at = putVarint(entries, at, value);
    }
    entries.set(word.subarray(shared), at);
    this.used = at + word.length - shared;
    this.previous = Uint8Array.from(word);
    this.wordBytes += word.length;
    this.terms++;
  }

  finish(rows: Uint32Array): SegmentFile {
    const header = Uint32Array.from([MAGIC, rows.length, this.terms, this.wordBytes, 0, 0]);
    this.file.write(new Uint8Array(header.buffer));
    this.file.write(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    this.file.write(this.entries.subarray(0, this.used));
    return this.file.finish();
  }

  abandon(): void {
    this.file.abandon();
  }
}

/** A dictionary in memory: words end to end, and for each where it, its postings and its positions begin. */
export interface Dictionary {
  readonly terms: number;
  /** document -> row of the catalogue */
  readonly rows: Uint32Array;
  readonly words: Buffer;
  readonly wordOffsets: Uint32Array;
  /** word -> in how many rows it stands */
  readonly counts: Uint32Array;
  readonly postingOffsets: Uint32Array;
  readonly positionOffsets: Uint32Array;
}

/** Reads a dictionary, or answers null where the bytes are none. */
export function readDictionary(bytes: Uint8Array<ArrayBuffer>): Dictionary | null {
  if (bytes.length < HEADER_BYTES) return null;
  const [magic, rowCount = 0, terms = 0, wordBytes = 0] = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  const entries = HEADER_BYTES + rowCount * 4;
  // five varints at least and so many bytes: what promises more than it holds is damaged
  if (magic !== MAGIC || entries + terms * 5 > bytes.length || wordBytes > bytes.length * 255) return null;
  const rows = new Uint32Array(bytes.buffer.slice(HEADER_BYTES, entries));
  const words = Buffer.alloc(wordBytes);
  const wordOffsets = new Uint32Array(terms + 1);
  const counts = new Uint32Array(terms);
  const postingOffsets = new Uint32Array(terms + 1);
  const positionOffsets = new Uint32Array(terms + 1);
  const reader = new VarintReader(bytes, entries);
  let at = 0;
  let previous = 0;
  for (let term = 0; term < terms; term++) {
    const shared = reader.next();
    const more = reader.next();
    counts[term] = reader.next();
    postingOffsets[term + 1] = (postingOffsets[term] ?? 0) + reader.next();
    positionOffsets[term + 1] = (positionOffsets[term] ?? 0) + reader.next();
    const start = at;
    if (start + shared + more > wordBytes || previous + shared > start) return null;
    for (let byte = 0; byte < shared; byte++) words[at++] = words[previous + byte] ?? 0;
    for (let byte = 0; byte < more; byte++) words[at++] = bytes[reader.at++] ?? 0;
    previous = start;
    wordOffsets[term + 1] = at;
  }
  if (reader.at !== bytes.length || at !== wordBytes) return null;
  return { terms, rows, words, wordOffsets, counts, postingOffsets, positionOffsets };
}
