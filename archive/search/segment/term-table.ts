/** The words of the rows at hand, each once: bytes -> number, in a hash table of our own, because strings cost too much. */

const FIRST_SLOTS = 1 << 16;

/** ASCII letters and digits folded to lower case; every byte of a longer character is a letter (see tokens.ts); 0 separates. */
export const LETTER = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  const word = byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a);
  return word ? byte : 0;
});

export class TermTable {
  count = 0;
  /** the words' bytes, end to end: word `n` from `offsets[n]` to `offsets[n + 1]` */
  words = new Uint8Array(1 << 18);
  offsets = new Uint32Array((FIRST_SLOTS >> 1) + 1);
  private hashes = new Int32Array(FIRST_SLOTS >> 1);
  private slots = new Int32Array(FIRST_SLOTS).fill(-1);

  /** memory held, in bytes */
  get bytes(): number {
    return this.words.length + 4 * (this.offsets.length + this.hashes.length + this.slots.length);
  }

  /** The number of the word `text[start..end)`, whose letters are folded here. `space` is 0 or the byte to put before it. */
  intern(text: Uint8Array, start: number, end: number, hash: number, space: number): number {
    const { slots, hashes, offsets, words } = this;
    const mask = slots.length - 1;
    const lead = space === 0 ? 0 : 1;
    const length = end - start + lead;
    const mixed = Math.imul(hash ^ (hash >>> 15) ^ space, 0x2c1b3c6d) | 0;
    let slot = (mixed ^ (mixed >>> 13)) & mask;
    for (let term = slots[slot] ?? -1; term >= 0; term = slots[slot] ?? -1) {
      if (hashes[term] === mixed) {
        const from = offsets[term] ?? 0;
        if ((offsets[term + 1] ?? 0) - from === length && (lead === 0 || words[from] === space)) {
          let same = lead;
          while (same < length && words[from + same] === LETTER[text[start + same - lead] ?? 0]) same++;
          if (same === length) return term;
        }
      }
      slot = (slot + 1) & mask;
    }
    return this.insert(text, start, end, mixed, space, slot);
  }

  private insert(
    text: Uint8Array,
    start: number,
    end: number,
    mixed: number,
    space: number,
    slot: number,
  ): number {
    const term = this.count++;
    let at = this.offsets[term] ?? 0;
    const need = at + end - start + 1;
    if (need > this.words.length) this.words = grown(this.words, need * 2);
    if (space !== 0) this.words[at++] = space;
    for (let from = start; from < end; from++) this.words[at++] = LETTER[text[from] ?? 0] ?? 0;
    this.offsets[term + 1] = at;
    this.hashes[term] = mixed;
    this.slots[slot] = term;
    if (this.count === this.hashes.length) this.rehash();
    return term;
  }

  private rehash(): void {
    const capacity = this.slots.length * 2;
    const mask = capacity - 1;
    const hashes = new Int32Array(capacity >> 1);
    hashes.set(this.hashes);
    const offsets = new Uint32Array((capacity >> 1) + 1);
    offsets.set(this.offsets);
    const slots = new Int32Array(capacity).fill(-1);
    for (let term = 0; term < this.count; term++) {
      const mixed = hashes[term] ?? 0;
      let slot = (mixed ^ (mixed >>> 13)) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = term;
    }
    this.hashes = hashes;
    this.offsets = offsets;
    this.slots = slots;
  }

  /** Forgets all words and keeps the memory. */
  clear(): void {
    this.count = 0;
    this.slots.fill(-1);
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

const KEY_BYTES = 8;

/** Sorts by the first bytes, one after the other from the last (radix), and compares only what is equal in all of them. */
function sortTerms(words: Uint8Array, offsets: Uint32Array, count: number): Uint32Array {
  let order = Uint32Array.from({ length: count }, (_, term) => term);
  let next = new Uint32Array(count);
  const byteAt = (term: number, place: number): number => {
    const at = (offsets[term] ?? 0) + place;
    return at < (offsets[term + 1] ?? 0) ? (words[at] ?? 0) : 0;
  };
  for (let place = KEY_BYTES - 1; place >= 0; place--) {
    const starts = new Uint32Array(257);
    for (let term = 0; term < count; term++) add(starts, byteAt(term, place) + 1, 1);
    for (let byte = 0; byte < 256; byte++) add(starts, byte + 1, starts[byte] ?? 0);
    for (const term of order) next[add(starts, byteAt(term, place), 1)] = term;
    [order, next] = [next, order];
  }
  const buffer = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
  const compare = (a: number, b: number) =>
    buffer.compare(buffer, offsets[b], offsets[b + 1], offsets[a], offsets[a + 1]);
  const sameKey = (a: number, b: number) => {
    for (let place = 0; place < KEY_BYTES; place++) {
      if (byteAt(a, place) !== byteAt(b, place)) return false;
    }
    return true;
  };
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && sameKey(order[from] ?? 0, order[to] ?? 0)) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}
