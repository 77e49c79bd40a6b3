/**
 * Texts one after the other in UTF-8. A quarter of a million subjects as strings of their own would take twice the
 * memory and be made one by one at every opening; here they are two blocks that come from the disk as they are.
 */
import type { PackedTexts } from '../model/columns.ts';
import { grown, NumberColumn, unsigned } from './growing.ts';

export class TextColumn {
  #bytes = Buffer.alloc(0);
  /** where each text begins, and behind them where the last one ends */
  readonly #starts = new NumberColumn('u32');

  constructor() {
    this.#starts.push(0);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** All bytes of all texts. */
  get size(): number {
    return this.#starts.at(this.length);
  }

  reserve(texts: number, bytes: number): void {
    this.#starts.reserve(texts + 1);
    this.#room(bytes, false);
  }

  #room(bytes: number, more = true): void {
    if (bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(more ? grown(bytes, this.#bytes.length) : bytes);
    this.#bytes.copy(larger, 0, 0, this.size);
    this.#bytes = larger;
  }

  /** Half a surrogate pair has no UTF-8 and becomes U+FFFD. */
  push(text: string): void {
    const at = this.size;
    if (text !== '') {
      // most texts have as many bytes as letters; none has more than three times as many
      if (at + text.length * 3 > this.#bytes.length) this.#room(at + Buffer.byteLength(text));
      this.#starts.push(at + this.#bytes.write(text, at));
    } else this.#starts.push(at);
  }

  /** Appends one text from its bytes. */
  pushBytes(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const start = this.size;
    this.#room(start + to - from);
    const own = this.#bytes;
    for (let at = from; at < to; at += 1) own[start + at - from] = bytes[at] ?? 0;
    this.#starts.push(start + to - from);
  }

  /** The text with this number; '' where there is none. */
  at(index: number): string {
    const start = this.#starts.at(index);
    const end = this.#starts.at(index + 1);
    return end > start ? this.#bytes.toString('utf8', start, end) : '';
  }

  bytesAt(index: number): Buffer {
    return this.#bytes.subarray(this.#starts.at(index), this.#starts.at(index + 1));
  }

  isEmpty(index: number): boolean {
    return this.#starts.at(index) === this.#starts.at(index + 1);
  }

  /** Whether the text is these bytes. */
  is(index: number, bytes: Uint8Array, from = 0, to = bytes.length): boolean {
    const start = this.#starts.at(index);
    if (this.#starts.at(index + 1) - start !== to - from) return false;
    const own = this.#bytes;
    for (let at = from; at < to; at += 1) if (own[start + at - from] !== bytes[at]) return false;
    return true;
  }

  /** The texts from number `from` up to `to`, sharing their memory: what is in them never changes. */
  packed(from: number, to: number): PackedTexts {
    return { bytes: this.#bytes, starts: unsigned(this.#starts.first(to + 1)).subarray(from) };
  }

  /** Appends texts as `packed` gave them, or as they were read: they must rise and stay within the bytes. */
  append({ bytes, starts }: PackedTexts): void {
    const first = starts[0] ?? 0;
    const last = starts[starts.length - 1] ?? 0;
    const shift = this.size - first;
    this.#room(this.size + last - first);
    this.#bytes.set(bytes.subarray(first, last), this.size);
    for (let at = 1; at < starts.length; at += 1) this.#starts.push((starts[at] ?? 0) + shift);
  }
}
