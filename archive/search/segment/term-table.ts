/** The words of the rows at hand, each once: letters -> number, in a hash table of our own, because strings cost too much. */
import { sortTerms } from './sort-terms.ts';
import { Space } from './space.ts';
import { KEY_NUMBERS, LETTER, SPACE_SHIFT, WORD_NUMBERS, WordPart, type WordBatch } from './word-batch.ts';

const FIRST_SLOTS = 1 << 16;
/** letters that a key holds; of a longer word all are kept beside it */
const KEY_BYTES = 15;
/** Room for so many words, and for so many letters of long ones, is kept from one segment to the next. */
const KEPT_WORDS = 1 << 18;
const KEPT_LETTERS = 1 << 22;

export class TermTable {
  count = 0;
  /** of them, words of the routing header, and marks */
  headerWords = 0;
  markWords = 0;
  /** four numbers a word, see WordPart; common words come early, so that theirs lie close together */
  keys: Int32Array<ArrayBuffer> = new Int32Array((FIRST_SLOTS >> 1) * KEY_NUMBERS);
  /** how often each word occurred */
  counts: Uint32Array<ArrayBuffer> = new Uint32Array(FIRST_SLOTS >> 1);
  /** a slot holds a word's number and one more; 0 where it is free */
  private slots: Int32Array<ArrayBuffer> = new Int32Array(FIRST_SLOTS);
  private hashes: Int32Array<ArrayBuffer> = new Int32Array(FIRST_SLOTS >> 1);
  /** words of more letters than a key holds: number -> where in `long` it begins */
  private longStarts: Uint32Array<ArrayBuffer> = new Uint32Array(FIRST_SLOTS >> 1);
  private long: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 16);
  private longUsed = 0;
  /** the most letters that a word has */
  longest = KEY_BYTES;
  /** of the batch at hand, those that were not found at first sight */
  private readonly missed = new Int32Array(1 << 10);

  /** memory held, in bytes */
  get bytes(): number {
    return 4 * (this.slots.length + 7 * this.counts.length) + this.long.length;
  }

  /**
   * Writes the numbers of a batch's words, each with the bits of `tag`, into `into` from `at` on. A word that has none yet
   * gets one; `text` is what the batch was read from.
   */
  number(batch: WordBatch, text: Uint8Array, tag: number, into: Uint32Array, at: number): void {
    const { words, count } = batch;
    const { slots, keys, missed } = this;
    const end = count * WORD_NUMBERS;
    const mask = slots.length - 1;
    // Three loops: in each the processor can be at many words at once, since none waits for the one before.
    for (let entry = 0, to = at; entry < end; entry += WORD_NUMBERS) {
      into[to++] = slots[(words[entry + 4] ?? 0) & mask] ?? 0;
    }
    let misses = 0;
    for (let entry = 0, to = at; entry < end; entry += WORD_NUMBERS, to++) {
      const term = ((into[to] ?? 0) - 1) | 0;
      into[to] = (term | tag) >>> 0;
      const key = (term < 0 ? 0 : term) << 2;
      const fourth = words[entry + 3] ?? 0;
      const difference =
        ((words[entry] ?? 0) ^ (keys[key] ?? 0)) |
        ((words[entry + 1] ?? 0) ^ (keys[key + 1] ?? 0)) |
        ((words[entry + 2] ?? 0) ^ (keys[key + 2] ?? 0)) |
        (fourth ^ (keys[key + 3] ?? 0)) |
        (fourth & 0x8000_0000) |
        (term & 0x8000_0000);
      missed[misses] = entry;
      misses += difference === 0 ? 0 : 1;
    }
    for (let miss = 0; miss < misses; miss++) {
      const entry = missed[miss] ?? 0;
      into[at + entry / WORD_NUMBERS] = (this.find(words, entry, text) | tag) >>> 0;
    }
    const { counts } = this;
    for (let to = at; to < at + count; to++) {
      const term = (into[to] ?? 0) & 0x3fff_ffff;
      counts[term] = (counts[term] ?? 0) + 1;
    }
  }

  /** The number of a word, a new one where it has none yet. */
  private find(words: Int32Array, entry: number, text: Uint8Array): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    const hash = words[entry + WordPart.hash] ?? 0;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const term = (slots[slot] ?? 0) - 1;
      if (term < 0) break;
      const key = term * KEY_NUMBERS;
      const isLike =
        keys[key] === words[entry] &&
        keys[key + 1] === words[entry + 1] &&
        keys[key + 2] === words[entry + 2] &&
        keys[key + 3] === words[entry + 3];
      if (!isLike) continue;
      if ((words[entry + 3] ?? 0) >= 0 || this.isSame(term, text, words[entry + WordPart.start] ?? 0))
        return term;
    }
    const term = this.insert(words, entry, text);
    slots[slot] = term + 1;
    if (this.count === slots.length >> 1) this.widen();
    return term;
  }

  private isSame(term: number, text: Uint8Array, start: number): boolean {
    const { long } = this;
    let at = this.longStarts[term] ?? 0;
    for (let from = start; ; from++, at++) {
      const letter = LETTER[text[from] ?? 0] ?? 0;
      if (long[at] !== letter) return false;
      if (letter === 0) return true;
    }
  }

  private insert(words: Int32Array, entry: number, text: Uint8Array): number {
    const term = this.count++;
    this.keys.set(words.subarray(entry, entry + KEY_NUMBERS), term * KEY_NUMBERS);
    this.hashes[term] = words[entry + WordPart.hash] ?? 0;
    this.counts[term] = 0;
    const space = this.spaceOf(term);
    if (space === Space.header) this.headerWords++;
    else if (space === Space.mark) this.markWords++;
    if ((words[entry + 3] ?? 0) < 0) this.insertLong(term, text, words[entry + WordPart.start] ?? 0);
    return term;
  }

  /** Keeps the letters of a long word, with a 0 behind them. */
  private insertLong(term: number, text: Uint8Array, start: number): void {
    let end = start;
    while (LETTER[text[end] ?? 0] !== 0) end++;
    const need = this.longUsed + end - start + 1;
    if (need > this.long.length) {
      const larger = new Uint8Array(need * 2);
      larger.set(this.long);
      this.long = larger;
    }
    this.longest = Math.max(this.longest, end - start);
    this.longStarts[term] = this.longUsed;
    for (let from = start; from < end; from++) this.long[this.longUsed++] = LETTER[text[from] ?? 0] ?? 0;
    this.long[this.longUsed++] = 0;
  }

  /** Twice as many slots, and room for half as many words. */
  private widen(): void {
    const { hashes, count } = this;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let term = 0; term < count; term++) {
      let slot = (hashes[term] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = term + 1;
    }
    this.slots = slots;
    this.keys = widened(this.keys);
    this.hashes = widened(this.hashes);
    this.counts = new Uint32Array(widened(new Int32Array(this.counts.buffer)).buffer);
    this.longStarts = new Uint32Array(widened(new Int32Array(this.longStarts.buffer)).buffer);
  }

  /**
   * Forgets all words and keeps the memory; what a row of very many words needed is given up, or the empty table would pass
   * for a full one ever after.
   */
  clear(): void {
    this.count = 0;
    this.headerWords = 0;
    this.markWords = 0;
    this.longUsed = 0;
    this.longest = KEY_BYTES;
    if (this.long.length > KEPT_LETTERS) this.long = new Uint8Array(1 << 16);
    if (this.counts.length <= KEPT_WORDS) {
      this.slots.fill(0);
      return;
    }
    const words = FIRST_SLOTS >> 1;
    this.slots = new Int32Array(FIRST_SLOTS);
    this.keys = new Int32Array(words * KEY_NUMBERS);
    this.hashes = new Int32Array(words);
    this.counts = new Uint32Array(words);
    this.longStarts = new Uint32Array(words);
  }

  /** Where a word belongs: see Space. */
  spaceOf(term: number): number {
    return ((this.keys[term * KEY_NUMBERS + 3] ?? 0) >>> SPACE_SHIFT) & 0x7f;
  }

  /** Writes the letters of a word into `bytes`, which has room for `longest`, from `at` on; answers where they end. */
  write(term: number, bytes: Uint8Array, at: number): number {
    const { keys, long } = this;
    const key = term * KEY_NUMBERS;
    let to = at;
    if ((keys[key + 3] ?? 0) < 0) {
      for (let from = this.longStarts[term] ?? 0; long[from] !== 0; from++) bytes[to++] = long[from] ?? 0;
      return to;
    }
    for (let letter = 0; letter < KEY_BYTES; letter++) {
      const byte = ((keys[key + (letter >> 2)] ?? 0) >>> ((letter & 3) << 3)) & 0xff;
      if (byte === 0) break;
      bytes[to++] = byte;
    }
    return to;
  }

  /** The letters of a word; true until the table is cleared. Those of a long one are not copied: it may have millions. */
  wordOf(term: number): Uint8Array {
    if ((this.keys[term * KEY_NUMBERS + 3] ?? 0) < 0) {
      const start = this.longStarts[term] ?? 0;
      return this.long.subarray(start, this.long.indexOf(0, start));
    }
    const bytes = new Uint8Array(KEY_BYTES);
    return bytes.subarray(0, this.write(term, bytes, 0));
  }

  /** The words' numbers in the order of their bytes. */
  sorted(): Uint32Array {
    return sortTerms(this);
  }
}

function widened(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
