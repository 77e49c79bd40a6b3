/** Goes through the words of a dictionary in order, from any on, reading them from disk a few at a time. */
import type { Dictionary } from './dictionary.ts';
import { STEP } from './info.ts';
import { VarintReader } from './varint.ts';

/** from so few steps the part that is read grows, up to so many, so that a single word stays cheap */
const FIRST_STEPS = 1;
const MOST_STEPS = 64;

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
  private readonly reader = new VarintReader(Buffer.alloc(0));
  /** the first word that is not read yet, and how many steps to read from there */
  private unread: number;
  private steps = FIRST_STEPS;

  /** Stands at `term`, or behind the last. Without `withWords` the words themselves are passed over, which is faster. */
  constructor(dictionary: Dictionary, term: number, withWords: boolean) {
    this.dictionary = dictionary;
    this.withWords = withWords;
    const step = Math.max(0, Math.min(Math.floor(term / STEP), dictionary.steps - 1));
    this.unread = step * STEP;
    this.term = this.unread - 1;
    this.postings = dictionary.postingsStart(step);
    this.positions = dictionary.positionsStart(step);
    do this.next();
    while (this.term < term);
  }

  /** Goes to the next word. Behind the last, `term` is the number of terms and the rest means nothing. */
  next(): void {
    this.term++;
    this.postings += this.postingBytes;
    this.positions += this.positionBytes;
    if (this.term >= this.dictionary.terms) return;
    if (this.term === this.unread) this.readOn();
    const { reader } = this;
    const shared = reader.next();
    const more = reader.next();
    if (this.withWords) this.spell(shared, more);
    reader.at += more;
    this.count = reader.next();
    this.postingBytes = reader.next();
    this.positionBytes = reader.next();
  }

  private readOn(): void {
    this.reader.bytes = this.dictionary.readSteps(this.unread / STEP, this.steps);
    this.reader.at = 0;
    this.unread += this.steps * STEP;
    this.steps = Math.min(this.steps * 4, MOST_STEPS);
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
