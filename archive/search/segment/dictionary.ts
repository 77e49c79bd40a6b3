/**
 * The dictionary of an open segment (see dictionary-file.ts). In memory are every STEP-th word and where its entry is;
 * the entries, more than ten times as much, are read from disk when asked for.
 */
import { HEADER_BYTES, MAGIC, STEP } from './info.ts';
import { TermCursor } from './term-cursor.ts';

const START_NUMBERS = 4;

/** Reads `length` bytes of the dictionary's file from `start` on; into `room` where that is given and large enough. */
export type ReadPart = (start: number, length: number, room?: Buffer) => Buffer;

export class Dictionary {
  readonly terms: number;
  /** document -> row of the catalogue */
  readonly rows: Uint32Array;
  readonly steps: number;
  /** bytes of all postings and of all positions */
  readonly postingBytes: number;
  readonly positionBytes: number;
  private readonly starts: Uint32Array;
  private readonly heads: Buffer;
  private readonly entries: number;
  private readonly entryBytes: number;
  private readonly read: ReadPart;

  /** `size` is that of the file. Throws a RangeError where its bytes are no dictionary. */
  constructor(size: number, read: ReadPart) {
    this.read = read;
    const numbers = (start: number, count: number) => {
      const bytes = start + count * 4 <= size ? read(start, count * 4) : refuse();
      // a copy of its own, since numbers must lie at multiples of four
      return new Uint32Array(Uint8Array.from(bytes).buffer);
    };
    const header = numbers(0, HEADER_BYTES / 4);
    const [magic, rows = 0, terms = 0, headBytes = 0, entryBytes = 0, postingBytes = 0, positionBytes = 0] =
      header;
    this.terms = terms;
    this.steps = Math.ceil(terms / STEP);
    this.entryBytes = entryBytes;
    this.postingBytes = postingBytes;
    this.positionBytes = positionBytes;
    const startsAt = HEADER_BYTES + rows * 4;
    const headsAt = startsAt + this.steps * START_NUMBERS * 4;
    this.entries = headsAt + headBytes;
    if (magic !== MAGIC || size !== this.entries + entryBytes) refuse();
    this.rows = numbers(HEADER_BYTES, rows);
    this.starts = numbers(startsAt, this.steps * START_NUMBERS);
    this.heads = Buffer.from(read(headsAt, headBytes));
    if (!this.rises()) refuse();
  }

  /** Whether the places of the steps rise and stay within the files. */
  private rises(): boolean {
    const most = [this.heads.length, this.entryBytes, this.postingBytes, this.positionBytes];
    for (let step = 0; step < this.steps; step++) {
      for (let number = 0; number < START_NUMBERS; number++) {
        const start = this.start(step, number);
        if (start > (most[number] ?? 0) || (step > 0 && start < this.start(step - 1, number))) return false;
      }
    }
    return true;
  }

  private start(step: number, number: number): number {
    return this.starts[step * START_NUMBERS + number] ?? 0;
  }

  /** Where the postings of the first word of a step begin. */
  postingsStart(step: number): number {
    return this.start(step, 2);
  }

  positionsStart(step: number): number {
    return this.start(step, 3);
  }

  /** The entries of so many steps, in `room` where that is large enough. */
  readSteps(step: number, count: number, room: Buffer): Buffer {
    const start = this.start(step, 1);
    const end = step + count < this.steps ? this.start(step + count, 1) : this.entryBytes;
    return this.read(this.entries + start, end - start, room);
  }

  /** The first word that does not come before these bytes; with `behindPrefix`, that comes behind all that begin so. */
  lowerBound(bytes: Uint8Array, behindPrefix: boolean): TermCursor {
    let low = 0;
    let high = this.steps;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = this.start(middle, 0);
      const next = middle + 1 < this.steps ? this.start(middle + 1, 0) : this.heads.length;
      const end = behindPrefix ? Math.min(next, start + bytes.length) : next;
      const order = this.heads.compare(bytes, 0, bytes.length, start, end);
      if (behindPrefix ? order <= 0 : order < 0) low = middle + 1;
      else high = middle;
    }
    const cursor = new TermCursor(this, Math.max(0, low - 1) * STEP, true);
    const isBefore = () => (behindPrefix ? cursor.comparePrefix(bytes) >= 0 : cursor.compare(bytes) > 0);
    while (cursor.term < this.terms && isBefore()) cursor.next();
    return cursor;
  }
}

function refuse(): never {
  throw new RangeError('these bytes are no dictionary of ours');
}
