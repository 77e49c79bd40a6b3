/**
 * The dictionary of an open segment: in memory as it is on disk (see dictionary-file.ts), since the words written out
 * would take four times as much. A word is found in the table of every STEP-th, and then by reading on from there.
 */
import { HEADER_BYTES, MAGIC, STEP } from './info.ts';
import { VarintReader } from './varint.ts';

const START_NUMBERS = 3;

/** Goes through words in order, from any on. */
export class TermCursor {
  /** the number of the word it stands at */
  term: number;
  /** in how many rows the word stands */
  count = 0;
  /** where in their files its postings and its positions begin, and how many bytes they take */
  postings = 0;
  postingBytes = 0;
  positions = 0;
  positionBytes = 0;
  /** the word's bytes, when words are asked for */
  word = Buffer.allocUnsafe(64);
  length = 0;
  private readonly dictionary: Dictionary;
  private readonly withWords: boolean;
  private readonly reader: VarintReader;

  /** Stands at `term`, or behind the last. Without `withWords` the words themselves are passed over, which is faster. */
  constructor(dictionary: Dictionary, term: number, withWords: boolean) {
    this.dictionary = dictionary;
    this.withWords = withWords;
    this.reader = new VarintReader(dictionary.entries);
    const step = Math.min(Math.floor(term / STEP), dictionary.steps - 1);
    this.term = step * STEP - 1;
    if (step < 0) {
      this.term = 0;
      return;
    }
    this.reader.at = dictionary.start(step, 0);
    this.postings = dictionary.start(step, 1);
    this.positions = dictionary.start(step, 2);
    do this.next();
    while (this.term < term);
  }

  /** Goes to the next word. Behind the last, `term` is the number of terms and the rest means nothing. */
  next(): void {
    this.term++;
    this.postings += this.postingBytes;
    this.positions += this.positionBytes;
    if (this.term >= this.dictionary.terms) return;
    const { reader } = this;
    const shared = reader.next();
    const more = reader.next();
    if (this.withWords) this.spell(shared, more);
    reader.at += more;
    this.count = reader.next();
    this.postingBytes = reader.next();
    this.positionBytes = reader.next();
  }

  private spell(shared: number, more: number): void {
    const { bytes, at } = this.reader;
    this.length = shared + more;
    if (this.length > this.word.length) {
      const larger = Buffer.allocUnsafe(this.length * 2);
      larger.set(this.word);
      this.word = larger;
    }
    const { word } = this;
    for (let byte = 0; byte < more; byte++) word[shared + byte] = bytes[at + byte] ?? 0;
  }

  /** The word, without the byte of its space. */
  text(): string {
    const lead = (this.word[0] ?? 0) < 0x20 ? 1 : 0;
    return this.word.toString('utf8', lead, this.length);
  }

  /** The order of these bytes and the word. */
  compare(bytes: Uint8Array): number {
    return -this.word.compare(bytes, 0, bytes.length, 0, this.length);
  }

  /** The order of these bytes and as many of the word's. */
  comparePrefix(prefix: Uint8Array): number {
    return -this.word.compare(prefix, 0, prefix.length, 0, Math.min(this.length, prefix.length));
  }
}

export class Dictionary {
  readonly terms: number;
  /** document -> row of the catalogue */
  readonly rows: Uint32Array;
  readonly entries: Uint8Array;
  readonly steps: number;
  /** bytes of all postings and of all positions */
  readonly postingBytes: number;
  readonly positionBytes: number;
  private readonly starts: Uint32Array;

  private constructor(bytes: Uint8Array<ArrayBuffer>, header: Uint32Array) {
    const [, rows = 0, terms = 0, entryBytes = 0, postingBytes = 0, positionBytes = 0] = header;
    this.terms = terms;
    this.postingBytes = postingBytes;
    this.positionBytes = positionBytes;
    this.steps = Math.ceil(terms / STEP);
    this.rows = new Uint32Array(bytes.buffer, HEADER_BYTES, rows);
    this.starts = new Uint32Array(bytes.buffer, HEADER_BYTES + rows * 4, this.steps * START_NUMBERS);
    this.entries = bytes.subarray(bytes.length - entryBytes);
  }

  /** Takes a dictionary as read from disk; null where the bytes are none. They are kept, so they must not change. */
  static of(bytes: Uint8Array<ArrayBuffer>): Dictionary | null {
    if (bytes.length < HEADER_BYTES) return null;
    const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
    const [magic, rows = 0, terms = 0, entryBytes = 0] = header;
    const starts = Math.ceil(terms / STEP) * START_NUMBERS;
    if (magic !== MAGIC || bytes.length !== HEADER_BYTES + (rows + starts) * 4 + entryBytes) return null;
    const dictionary = new Dictionary(bytes, header);
    return dictionary.isWhole() ? dictionary : null;
  }

  /** Whether the places of the words rise, and the last word ends where everything does. */
  private isWhole(): boolean {
    for (let step = 1; step < this.steps; step++) {
      for (let number = 0; number < START_NUMBERS; number++) {
        if (this.start(step, number) < this.start(step - 1, number)) return false;
      }
    }
    const last = new TermCursor(this, Math.max(0, this.terms - 1), false);
    if (this.terms > 0) last.next();
    return last.postings === this.postingBytes && last.positions === this.positionBytes;
  }

  /** Where the entry (0), the postings (1) or the positions (2) of the first word of a step begin. */
  start(step: number, number: number): number {
    return this.starts[step * START_NUMBERS + number] ?? 0;
  }

  /** The first word that does not come before these bytes; with `behindPrefix`, that comes behind all that begin so. */
  lowerBound(bytes: Uint8Array, behindPrefix: boolean): TermCursor {
    let low = 0;
    let high = this.steps;
    const isBefore = (cursor: TermCursor) =>
      behindPrefix ? cursor.comparePrefix(bytes) >= 0 : cursor.compare(bytes) > 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(new TermCursor(this, middle * STEP, true))) low = middle + 1;
      else high = middle;
    }
    const cursor = new TermCursor(this, Math.max(0, low - 1) * STEP, true);
    while (cursor.term < this.terms && isBefore(cursor)) cursor.next();
    return cursor;
  }
}
