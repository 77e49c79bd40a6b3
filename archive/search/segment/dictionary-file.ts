/**
 * Writes the dictionary of a segment. A header of four-byte numbers (little-endian, as every machine is that we run
 * on): magic, rows, terms, bytes of heads, of entries, of postings, of positions; the row of each document; for every
 * STEP-th word where its head, its entry, its postings and its positions begin, four numbers each; the heads, which are
 * these words written out; then for every word, as varints, how many bytes it has in common with the one before (none in
 * a STEP-th) and how many more follow, these, and in how many rows it stands and the lengths of its postings and its
 * positions.
 */
import { HashedFile } from './hashed-file.ts';
import { MAGIC, STEP, type SegmentFile } from './info.ts';
import type { SegmentDisk } from './segment-disk.ts';
import { putVarint, VARINT_BYTES } from './varint.ts';

export class DictionaryFile {
  terms = 0;
  private readonly file: HashedFile;
  private entries = new Uint8Array(1 << 18);
  private used = 0;
  private postingBytes = 0;
  private positionBytes = 0;
  /** head, entry, postings and positions of every STEP-th word */
  private readonly starts: number[] = [];
  private readonly heads: Buffer[] = [];
  private headBytes = 0;
  private previous = new Uint8Array(1 << 8);
  private previousLength = 0;

  constructor(disk: SegmentDisk, folder: string, name: string) {
    this.file = new HashedFile(disk, folder, name);
  }

  /** Takes the word `bytes[start..end)`. Words come in the order of their bytes. */
  add(
    bytes: Uint8Array,
    start: number,
    end: number,
    count: number,
    postingBytes: number,
    positionBytes: number,
  ): void {
    const length = end - start;
    this.makeRoom(length);
    const { entries, previous } = this;
    let shared = 0;
    if (this.terms % STEP === 0) {
      this.starts.push(this.headBytes, this.used, this.postingBytes, this.positionBytes);
      this.heads.push(Buffer.from(bytes.subarray(start, end)));
      this.headBytes += length;
    } else {
      const most = Math.min(length, this.previousLength);
      while (shared < most && bytes[start + shared] === previous[shared]) shared++;
    }
    let at = putVarint(entries, this.used, shared);
    at = putVarint(entries, at, length - shared);
    for (let from = shared; from < length; from++) {
      const byte = bytes[start + from] ?? 0;
      entries[at++] = byte;
      previous[from] = byte;
    }
    at = putVarint(entries, at, count);
    at = putVarint(entries, at, postingBytes);
    this.used = putVarint(entries, at, positionBytes);
    this.previousLength = length;
    this.postingBytes += postingBytes;
    this.positionBytes += positionBytes;
    this.terms++;
  }

  private makeRoom(length: number): void {
    const need = this.used + length + 5 * VARINT_BYTES;
    if (need > this.entries.length) {
      const larger = new Uint8Array(need * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    if (length > this.previous.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.previous);
      this.previous = larger;
    }
  }

  finish(rows: Uint32Array): SegmentFile {
    const { terms, used, headBytes, postingBytes, positionBytes } = this;
    for (const numbers of [
      Uint32Array.of(MAGIC, rows.length, terms, headBytes, used, postingBytes, positionBytes),
      rows,
      Uint32Array.from(this.starts),
    ]) {
      this.file.write(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    }
    this.file.write(Buffer.concat(this.heads));
    this.file.write(this.entries.subarray(0, used));
    return this.file.finish();
  }

  abandon(): void {
    this.file.abandon();
  }
}
