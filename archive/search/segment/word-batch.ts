/**
 * Words on their way to their numbers. A text is read letter by letter into six numbers a word, some hundred words at a
 * time, and only then are they looked up: a processor that reads on while a step through memory is under way, and has
 * many of them under way at once, is three times as fast as one that stops at each word.
 */

/** ASCII letters and digits folded to lower case; every byte of a longer character is a letter (see tokens.ts); 0 separates. */
export const LETTER = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  const word = byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a);
  return word ? byte : 0;
});

/** So many words at once: they stay in the processor's nearest memory. */
const BATCH = 512;

/**
 * What is known of a word: its key, which is four numbers, its hash, and where in the text it begins. Four letters make
 * a number, the first in the lowest bits. The fourth number has three letters and the space; where the word is longer, a
 * hash of what follows the twelfth letter instead of these, and the sign, and words with the same key may still differ.
 */
export const WordPart = { key: 0, hash: 4, start: 5 } as const;
export const WORD_NUMBERS = 8;
export const KEY_NUMBERS = 4;
/** in the fourth number of a key, above its letters */
export const SPACE_SHIFT = 24;
const LONG = 0x8000_0000 | 0;
const HASH_PRIME = 16_777_619;

/** The seed keeps files from aiming at one slot. */
const seed = (Math.random() * 0x1_0000_0000) | 0;

export class WordBatch {
  readonly words = new Int32Array(BATCH * WORD_NUMBERS);
  count = 0;

  /**
   * Reads the words of `text[from..to)` until there are none or the batch is full; answers where it stopped. What was in
   * the batch before is gone. No word may reach beyond `to`, and a separator must follow the text.
   */
  scan(text: Uint8Array, from: number, to: number, space: number): number {
    const { words } = this;
    let entry = 0;
    let place = from;
    while (place < to && entry < words.length) {
      let letter = LETTER[text[place] ?? 0] ?? 0;
      if (letter === 0) {
        place++;
        continue;
      }
      // Letter by letter without a loop: half of the words end within five, and a loop would ask twice at each.
      const start = place;
      let first = letter;
      let second = 0;
      let third = 0;
      let fourth = space << SPACE_SHIFT;
      word: {
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        first |= letter << 8;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        first |= letter << 16;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        first |= letter << 24;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        second = letter;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        second |= letter << 8;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        second |= letter << 16;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        second |= letter << 24;
        if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        for (let shift = 0; shift < 32; shift += 8) {
          third |= letter << shift;
          if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        }
        for (let shift = 0; shift < SPACE_SHIFT; shift += 8) {
          fourth |= letter << shift;
          if ((letter = LETTER[text[++place] ?? 0] ?? 0) === 0) break word;
        }
        let tail = fourth;
        do tail = Math.imul(tail ^ (tail >>> 15) ^ letter, HASH_PRIME) + 1;
        while ((letter = LETTER[text[++place] ?? 0] ?? 0) !== 0);
        fourth = LONG | (space << SPACE_SHIFT) | ((tail ^ (tail >>> 8)) & 0xff_ffff);
      }
      let hash = Math.imul(first ^ seed, 0x2c1b3c6d);
      hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x1b873593);
      hash = Math.imul(hash ^ (hash >>> 14) ^ third, 0x297a2d39);
      hash = Math.imul(hash ^ (hash >>> 15) ^ fourth, 0x2c1b3c6d);
      words[entry] = first;
      words[entry + 1] = second;
      words[entry + 2] = third;
      words[entry + 3] = fourth;
      words[entry + 4] = hash ^ (hash >>> 14);
      words[entry + 5] = start;
      entry += WORD_NUMBERS;
    }
    this.count = entry / WORD_NUMBERS;
    return place;
  }
}
