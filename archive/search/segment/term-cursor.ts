/** Goes through the words of a dictionary in order, from any on, reading them from disk a few at a time. */
import type { Dictionary } from './dictionary.ts';
import { STEP } from './info.ts';

/** from so few steps the part that is read grows, up to so many, so that a single word stays cheap */
const FIRST_STEPS = 1;
const MOST_STEPS = 64;

const NO_ROOM = Buffer.alloc(0);

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
  /** the entries that are read, and where in them the next one begins */
  private entries: Uint8Array = new Uint8Array(0);
  private at = 0;
  private room: Buffer = NO_ROOM;
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
    // Numbers are read in place: a prefix goes through some hundred thousand entries, and most of theirs are one byte.
    const { entries } = this;
    const shared = this.byteOrMore(entries[this.at++] ?? 0);
    const more = this.byteOrMore(entries[this.at++] ?? 0);
    if (this.withWords) this.spell(shared, more);
    this.at += more;
    this.count = this.byteOrMore(entries[this.at++] ?? 0);
    this.postingBytes = this.byteOrMore(entries[this.at++] ?? 0);
    this.positionBytes = this.byteOrMore(entries[this.at++] ?? 0);
  }

  /**
   * In how many rows each word from here up to `end` stands. A prefix goes through some hundred thousand words, so within
   * what is read nothing but their counts is looked at: the cursor is of no use behind this.
   */
  counts(end: number): Uint32Array {
    const first = this.term;
    const counts = new Uint32Array(end - first);
    for (; this.term < end; this.next()) {
      counts[this.term - first] = this.count;
      const { entries } = this;
      let { at, term } = this;
      for (const last = Math.min(this.unread, end) - 1; term < last;) {
        // how many bytes it has in common with the one before, and how many more
        while ((entries[at++] ?? 0) > 127);
        let more = entries[at++] ?? 0;
        if (more > 127) {
          more &= 127;
          let byte = 128;
          for (let shift = 7; byte > 127; shift += 7) {
            byte = entries[at++] ?? 0;
            more |= (byte & 127) << shift;
          }
        }
        at += more;
        let count = entries[at++] ?? 0;
        if (count > 127) {
          count &= 127;
          let byte = 128;
          for (let shift = 7; byte > 127; shift += 7) {
            byte = entries[at++] ?? 0;
            count |= (byte & 127) << shift;
          }
        }
        counts[++term - first] = count;
        // the lengths of its postings and of its positions
        while ((entries[at++] ?? 0) > 127);
        while ((entries[at++] ?? 0) > 127);
      }
      this.at = at;
      this.term = term;
    }
    return counts;
  }

  /**
   * Goes on to the next word that stands in so many rows, or to one before it where more must be read first. Where the
   * postings are is lost on the way.
   */
  nextIn(rows: number): void {
    const { entries, dictionary } = this;
    let { term } = this;
    for (const last = Math.min(this.unread, dictionary.terms) - 1; term < last;) {
      const shared = this.byteOrMore(entries[this.at++] ?? 0);
      const more = this.byteOrMore(entries[this.at++] ?? 0);
      this.spell(shared, more);
      let at = this.at + more;
      let count = entries[at++] ?? 0;
      if (count > 127) {
        this.at = at;
        count = this.byteOrMore(count);
        ({ at } = this);
      }
      while ((entries[at++] ?? 0) > 127);
      while ((entries[at++] ?? 0) > 127);
      this.at = at;
      term++;
      if (count < rows) continue;
      this.term = term;
      this.count = count;
      return;
    }
    this.term = term;
    this.next();
  }

  /** The number that this byte begins. */
  private byteOrMore(byte: number): number {
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; ; shift += 7) {
      const next = this.entries[this.at++] ?? 0;
      value |= (next & 127) << shift;
      if (next < 128) return value >>> 0;
    }
  }

  private readOn(): void {
    const { room } = this;
    const entries = this.dictionary.readSteps(this.unread / STEP, this.steps, room);
    // the next entries take about as much; what is read for a single word is too little to keep
    if (entries.length > room.length && this.steps === MOST_STEPS) {
      this.room = Buffer.allocUnsafe(entries.length + (entries.length >> 2));
    }
    this.entries = entries;
    this.at = 0;
    this.unread += this.steps * STEP;
    this.steps = Math.min(this.steps * 4, MOST_STEPS);
  }

  private spell(shared: number, more: number): void {
    const { entries, at } = this;
    this.length = shared + more;
    if (this.length > this.word.length) {
      const larger = Buffer.allocUnsafe(this.length * 2);
      larger.set(this.word);
      this.word = larger;
    }
    const { word } = this;
    for (let byte = 0; byte < more; byte++) word[shared + byte] = entries[at + byte] ?? 0;
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
