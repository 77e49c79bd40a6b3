/**
 * Writes running telegram text into one array of bytes, wrapped at 66 columns. Bytes and not strings, and most of the
 * text in runs of a few words drawn once, because a corpus of the real one's size (251,287 cables, 1.6 GB) should
 * take seconds.
 */
import type { Random, Weighted } from './random.ts';
import { zipf } from './random.ts';
import { NAME_COUNT, WORD_COUNT, makeWordTable } from './generated-words.ts';

const WIDTH = 66;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const FULL_STOP = 0x2e;
/** what a small letter lies above its capital */
const CASE = 0x20;
/** the runs of words in the stock; each is few enough to stay in the processor's cache */
const RUNS = 1 << 15;
const WORDS_PER_RUN = 5.5;

export class TelegramWriter {
  readonly #table = makeWordTable();
  readonly #words: Weighted = zipf(WORD_COUNT, 1.07, 2.7);
  readonly #names: Weighted = zipf(NAME_COUNT, 0.8, 5);
  readonly #random: Random;
  readonly #bytes = new Uint8Array(1 << 20);
  readonly #stock: Uint8Array;
  readonly #runStarts = new Uint32Array(RUNS + 1);
  #length = 0;
  #column = 0;
  #topic: number[] = [];

  constructor(random: Random) {
    this.#random = random;
    const runs: string[] = [];
    let end = 0;
    for (let run = 0; run < RUNS; run++) {
      const words = Array.from({ length: 4 + (run & 3) }, () =>
        this.#table.word(this.#words.draw(random)),
      ).join(' ');
      runs.push(words);
      end += words.length;
      this.#runStarts[run + 1] = end;
    }
    this.#stock = Buffer.from(runs.join(''), 'latin1');
  }

  get length(): number {
    return this.#length;
  }

  /** Begins the next cable: words it comes back to make its text unlike the others'. */
  start(): void {
    const random = this.#random;
    this.#length = 0;
    this.#column = 0;
    this.#topic = Array.from({ length: 20 + random.below(30) }, () =>
      random.unit() < 0.15
        ? WORD_COUNT + this.#names.draw(random)
        : random.unit() < 0.5
          ? 150 + random.below(4000)
          : 150 + Math.floor(random.unit() ** 2 * (WORD_COUNT - 150)),
    );
  }

  /** Adds text as it stands (ASCII). */
  add(text: string): void {
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
    const lastBreak = text.lastIndexOf('\n');
    this.#column = lastBreak === -1 ? this.#column + text.length : text.length - lastBreak - 1;
  }

  /** Adds a paragraph's sentences: about `count` words, wrapped, the last with its full stop. */
  addSentences(count: number): void {
    const bytes = this.#bytes;
    let sentence = true;
    let quoted = false;
    for (let words = 0; words < count; words += WORDS_PER_RUN + 1) {
      const chance = this.#random.bits();
      const run = chance & (RUNS - 1);
      const dice = chance >>> 18;
      const from = this.#runStarts[run] ?? 0;
      const to = this.#runStarts[run + 1] ?? from;
      this.#space(to - from, words > 0);
      if (!quoted && dice < 500) {
        this.#put(QUOTE);
        quoted = true;
      }
      const first = this.#length;
      for (let at = from; at < to; at++) this.#put(this.#stock[at] ?? 0);
      if (sentence) bytes[first] = (bytes[first] ?? CASE) - CASE;
      sentence = false;
      this.#space(12, true);
      if (dice % 160 === 0) this.add(String(dice % 3 === 0 ? 1960 + (run % 50) : run % 100_000));
      else this.#word(this.#draw(dice), false);
      if (quoted && dice > 6000) {
        this.#put(QUOTE);
        quoted = false;
      } else if (dice > 12_000) {
        this.#put(FULL_STOP);
        sentence = true;
      } else if (dice > 9000) {
        this.#put(COMMA);
      }
    }
    if (quoted) this.#put(QUOTE);
    this.#put(FULL_STOP);
  }

  /** Adds a title of `count` words in capitals, wrapped. */
  addTitle(count: number): void {
    for (let i = 0; i < count; i++) {
      this.#space(12, i > 0);
      this.#word(this.#draw(this.#random.below(0x4000)), true);
    }
  }

  /** A surname, capitalised. */
  name(): string {
    const name = this.#table.word(WORD_COUNT + this.#names.draw(this.#random));
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  toString(): string {
    return Buffer.from(this.#bytes.buffer, 0, this.#length).toString('latin1');
  }

  /** A word's number: mostly one of the cable's own, sometimes a name, else any word. */
  #draw(dice: number): number {
    const kind = dice % 100;
    if (kind < 70) return this.#topic[dice % this.#topic.length] ?? 0;
    if (kind < 78) return WORD_COUNT + this.#names.draw(this.#random);
    return this.#words.draw(this.#random);
  }

  #word(index: number, capitals: boolean): void {
    const { letters, starts } = this.#table;
    const first = this.#length;
    const to = starts[index + 1] ?? 0;
    const lift = capitals ? CASE : 0;
    for (let at = starts[index] ?? 0; at < to; at++) this.#put((letters[at] ?? 0) - lift);
    if (index >= WORD_COUNT && !capitals) this.#bytes[first] = (this.#bytes[first] ?? CASE) - CASE;
  }

  /** A space or, where `coming` more characters don't fit, a new line. */
  #space(coming: number, between: boolean): void {
    if (this.#column + coming >= WIDTH) {
      this.#put(NEWLINE);
      this.#column = 0;
    } else if (between) {
      this.#put(SPACE);
    }
  }

  #put(byte: number): void {
    this.#bytes[this.#length++] = byte;
    this.#column++;
  }
}
