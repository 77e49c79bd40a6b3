/**
 * Writes running telegram text into one array of bytes, wrapped at 66 columns. Bytes and not strings, because a
 * corpus of the real one's size (251,287 cables, 1.6 GB) should take seconds.
 */
import type { Random, Weighted } from './random.ts';
import { zipf } from './random.ts';
import { NAME_COUNT, WORD_COUNT, makeWordTable } from './generated-words.ts';

const WIDTH = 66;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const QUESTION_PARTS = 4096;

export class TelegramWriter {
  readonly #table = makeWordTable();
  readonly #words: Weighted = zipf(WORD_COUNT, 1.07, 2.7);
  readonly #names: Weighted = zipf(NAME_COUNT, 0.8, 5);
  readonly #random: Random;
  readonly #bytes = new Uint8Array(1 << 20);
  #length = 0;
  #column = 0;
  #topic: number[] = [];

  constructor(random: Random) {
    this.#random = random;
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
          : 150 + Math.floor(random.unit() ** 2 * 60_000),
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
    let first = true;
    let quoted = false;
    for (let i = 0; i < count; i++) {
      const chance = this.#random.bits();
      const dice = chance & (QUESTION_PARTS - 1);
      this.#breakOrSpace(i > 0);
      if (dice < 6) {
        this.#number(chance >>> 12);
        first = false;
        continue;
      }
      const punctuation = (chance >>> 12) & (QUESTION_PARTS - 1);
      if (!quoted && punctuation < 40) {
        this.#put(QUOTE);
        quoted = true;
      }
      this.#word(this.#draw(dice), first, false);
      first = false;
      if (quoted && punctuation > 3000) {
        this.#put(QUOTE);
        quoted = false;
      } else if (punctuation > 3850) {
        this.#put(0x2e);
        first = true;
      } else if (punctuation > 3600) {
        this.#put(0x2c);
      }
    }
    if (quoted) this.#put(QUOTE);
    this.#put(0x2e);
  }

  /** Adds a title of `count` words in capitals, wrapped. */
  addTitle(count: number): void {
    for (let i = 0; i < count; i++) {
      this.#breakOrSpace(i > 0);
      this.#word(this.#draw(this.#random.bits() & (QUESTION_PARTS - 1)), false, true);
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

  #draw(dice: number): number {
    if (dice < 620) return this.#topic[dice % this.#topic.length] ?? 0;
    if (dice < 670) return WORD_COUNT + this.#names.draw(this.#random);
    return this.#words.draw(this.#random);
  }

  #word(index: number, capital: boolean, capitals: boolean): void {
    const { letters, starts } = this.#table;
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? from;
    const bytes = this.#bytes;
    const at = this.#length;
    for (let i = from; i < to; i++) bytes[at + i - from] = (letters[i] ?? 0) - (capitals ? 32 : 0);
    if ((capital || index >= WORD_COUNT) && !capitals) bytes[at] = (letters[from] ?? 0) - 32;
    this.#length = at + to - from;
    this.#column += to - from;
  }

  #number(value: number): void {
    const text = String(
      value & 1 ? 1960 + ((value >>> 1) % 50) : (value >>> 1) % (value & 2 ? 100 : 100_000),
    );
    for (let i = 0; i < text.length; i++) this.#put(text.charCodeAt(i));
  }

  #breakOrSpace(between: boolean): void {
    if (this.#column >= WIDTH - 6) {
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
