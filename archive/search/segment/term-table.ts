/** The words of the rows at hand, each once: bytes -> number, in a hash table of our own, because strings cost too much. */

const FIRST_SLOTS = 1 << 16;

/** ASCII letters and digits folded to lower case; every byte of a longer character is a letter (see tokens.ts); 0 separates. */
export const LETTER = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  const word = byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a);
  return word ? byte : 0;
});

/** How many bytes of a word are looked at as two numbers; words of no more letters are told apart by these alone. */
const KEY_BYTES = 8;
const SLOT_NUMBERS = 4;
const LONG = 4;
const HASH_PRIME = 16_777_619;

/** Hash of a word: `tail` is 0 for a word of at most KEY_BYTES letters. The seed keeps files from aiming at one slot. */
function hashOf(high: number, low: number, tail: number, seed: number): number {
  let hash = Math.imul(low ^ seed, 0x2c1b3c6d) ^ Math.imul((high + tail) ^ (seed >>> 7), 0x297a2d39);
  hash = Math.imul(hash ^ (hash >>> 15), 0x1b873593);
  return hash ^ (hash >>> 14);
}

export class TermTable {
  count = 0;
  /** the words' bytes, end to end: word `n` from `offsets[n]` to `offsets[n + 1]` */
  words = new Uint8Array(1 << 18);
  offsets = new Uint32Array((FIRST_SLOTS >> 1) + 1);
  /** four numbers a slot, so that looking a word up takes one step through memory: term and kind, hash, two of letters */
  private slots: Int32Array = new Int32Array(FIRST_SLOTS * SLOT_NUMBERS);
  private readonly seed = (Math.random() * 0x1_0000_0000) | 0;

  /** memory held, in bytes */
  get bytes(): number {
    return this.words.length + 4 * (this.offsets.length + this.slots.length);
  }

  /**
   * Finds the words of `text[from..to)` and writes their numbers, each with the bits of `tag`, into `into` from `at` on;
   * answers the offset behind the last. No word may reach beyond `to`, and a separator must follow the text. `space` is 0
   * or the byte that goes before each.
   */
  scan(
    text: Uint8Array,
    from: number,
    to: number,
    space: number,
    tag: number,
    into: Uint32Array,
    at: number,
  ): number {
    const { seed } = this;
    let next = at;
    for (let place = from; place < to;) {
      let letter = LETTER[text[place] ?? 0] ?? 0;
      if (letter === 0) {
        place++;
        continue;
      }
      // Letter by letter without a loop: half of the words end within five, and a loop would ask twice at each.
      const start = place;
      let low = letter;
      let high = 0;
      let tail = 0;
      let kind = space;
      word: {
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        low |= letter << 8;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        low |= letter << 16;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        low |= letter << 24;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        high = letter;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        high |= letter << 8;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        high |= letter << 16;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        high |= letter << 24;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        kind = space | LONG;
        do tail = Math.imul(tail ^ letter, HASH_PRIME) + 1;
        while ((letter = LETTER[text[++place] ?? 0] ?? 0) !== 0);
      }
      const hash = hashOf(high, low, tail, seed ^ kind);
      into[next++] = (tag | this.find(hash, high, low, kind, text, start, place)) >>> 0;
    }
    return next;
  }

  /** The number of the word `text[start..end)`, a new one where it has none yet. */
  private find(
    hash: number,
    high: number,
    low: number,
    kind: number,
    text: Uint8Array,
    start: number,
    end: number,
  ): number {
    const { slots } = this;
    const mask = slots.length / SLOT_NUMBERS - 1;
    let slot = hash & mask;
    for (let entry = slot * SLOT_NUMBERS; ; entry = slot * SLOT_NUMBERS) {
      const head = slots[entry] ?? 0;
      if (head === 0) break;
      const isLike =
        slots[entry + 1] === hash &&
        slots[entry + 2] === high &&
        slots[entry + 3] === low &&
        (head & 7) === kind;
      if (isLike) {
        const known = (head >>> 3) - 1;
        if (kind < LONG || this.isSame(known, text, start, end, kind ^ LONG)) return known;
      }
      slot = (slot + 1) & mask;
    }
    const term = this.insert(text, start, end, kind & ~LONG);
    const entry = slot * SLOT_NUMBERS;
    slots[entry] = ((term + 1) << 3) | kind;
    slots[entry + 1] = hash;
    slots[entry + 2] = high;
    slots[entry + 3] = low;
    if (term === (slots.length / SLOT_NUMBERS) >> 1) this.widen();
    return term;
  }

  private isSame(term: number, text: Uint8Array, start: number, end: number, space: number): boolean {
    const { words } = this;
    let at = (this.offsets[term] ?? 0) + (space === 0 ? 0 : 1);
    if ((this.offsets[term + 1] ?? 0) - at !== end - start) return false;
    at += KEY_BYTES;
    for (let from = start + KEY_BYTES; from < end; from++) {
      if (words[at++] !== LETTER[text[from] ?? 0]) return false;
    }
    return true;
  }

  private insert(text: Uint8Array, start: number, end: number, space: number): number {
    const term = this.count++;
    let at = this.offsets[term] ?? 0;
    const need = at + end - start + 1;
    if (need > this.words.length) this.words = grown(this.words, need * 2);
    if (space !== 0) this.words[at++] = space;
    for (let from = start; from < end; from++) this.words[at++] = LETTER[text[from] ?? 0] ?? 0;
    if (this.count === this.offsets.length) {
      const offsets = new Uint32Array(this.offsets.length * 2);
      offsets.set(this.offsets);
      this.offsets = offsets;
    }
    this.offsets[this.count] = at;
    return term;
  }

  private widen(): Int32Array {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length / SLOT_NUMBERS - 1;
    for (let entry = 0; entry < old.length; entry += SLOT_NUMBERS) {
      if (old[entry] === 0) continue;
      let slot = (old[entry + 1] ?? 0) & mask;
      while (slots[slot * SLOT_NUMBERS] !== 0) slot = (slot + 1) & mask;
      for (let number = 0; number < SLOT_NUMBERS; number++) {
        slots[slot * SLOT_NUMBERS + number] = old[entry + number] ?? 0;
      }
    }
    this.slots = slots;
    return slots;
  }

  /** Forgets all words and keeps the memory. */
  clear(): void {
    this.count = 0;
    this.slots.fill(0);
  }

  /** The words' numbers in the order of their bytes. */
  sorted(): Uint32Array {
    return sortTerms(this.words, this.offsets, this.count);
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

/** Adds to a counter and answers what it was before. */
export function add(counters: Uint32Array, at: number, amount: number): number {
  const before = counters[at] ?? 0;
  counters[at] = before + amount;
  return before;
}

/** Sorts by the first bytes, two at a time from the last (radix), and compares only what is equal in all of them. */
function sortTerms(words: Uint8Array, offsets: Uint32Array, count: number): Uint32Array {
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  for (let term = 0; term < count; term++) {
    high[term] = fourBytes(words, offsets[term] ?? 0, offsets[term + 1] ?? 0);
    low[term] = fourBytes(words, (offsets[term] ?? 0) + 4, offsets[term + 1] ?? 0);
  }
  let order = Uint32Array.from(high.keys());
  let next = new Uint32Array(count);
  for (const [key, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    const starts = new Uint32Array(0x1_0001);
    for (let term = 0; term < count; term++) add(starts, (((key[term] ?? 0) >>> shift) & 0xffff) + 1, 1);
    for (let value = 0; value < 0x1_0000; value++) add(starts, value + 1, starts[value] ?? 0);
    for (let at = 0; at < count; at++) {
      const term = order[at] ?? 0;
      next[add(starts, ((key[term] ?? 0) >>> shift) & 0xffff, 1)] = term;
    }
    [order, next] = [next, order];
  }
  const buffer = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
  const compare = (a: number, b: number) =>
    buffer.compare(buffer, offsets[b], offsets[b + 1], offsets[a], offsets[a + 1]);
  for (let from = 0; from < count;) {
    const first = order[from] ?? 0;
    let to = from + 1;
    while (to < count && high[order[to] ?? 0] === high[first] && low[order[to] ?? 0] === low[first]) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

/** The bytes from `at` on as one number, zeros behind `end`. */
function fourBytes(bytes: Uint8Array, at: number, end: number): number {
  let number = 0;
  for (let byte = at; byte < at + 4; byte++) number = (number << 8) | (byte < end ? (bytes[byte] ?? 0) : 0);
  return number >>> 0;
}
