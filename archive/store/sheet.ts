/** Bytes that are written one after the other: many texts, and no buffer of its own for each of them. */

/** A part of a sheet. */
export interface Piece {
  at: number;
  length: number;
}

export class Sheet {
  #bytes: Buffer;
  #length = 0;
  readonly #shared: boolean;

  /** `room` is how many bytes it takes before it has to grow, or a block that was used before and threads share. */
  constructor(room: number | SharedArrayBuffer) {
    this.#shared = typeof room !== 'number';
    this.#bytes = typeof room === 'number' ? Buffer.allocUnsafeSlow(room) : Buffer.from(room);
  }

  #allocate(bytes: number): Buffer {
    return this.#shared ? Buffer.from(new SharedArrayBuffer(bytes)) : Buffer.allocUnsafeSlow(bytes);
  }

  get length(): number {
    return this.#length;
  }

  #reserve(more: number): void {
    const wanted = this.#length + more;
    if (wanted <= this.#bytes.length) return;
    const larger = this.#allocate(Math.max(wanted, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** Writes a text in UTF-8. */
  text(text: string): Piece {
    const at = this.#length;
    // Most texts have as many bytes as letters; none has more than three times as many.
    this.#reserve(text.length);
    if (this.#bytes.length - at < text.length * 3) this.#reserve(Buffer.byteLength(text));
    const length = this.#bytes.write(text, at);
    this.#length += length;
    return { at, length };
  }

  /**
   * Leaves up to seven bytes free, so that bytes written after `before` more lie as `bytes` lie in their memory. Memory
   * that threads share is copied eight bytes at a time where both sides lie alike, and else one by one.
   */
  align(bytes: Uint8Array, before = 0): void {
    const gap = (bytes.byteOffset - this.#bytes.byteOffset - this.#length - before) & 7;
    this.#reserve(gap);
    this.#length += gap;
  }

  bytes(bytes: Uint8Array): Piece {
    const at = this.#length;
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, at);
    this.#length += bytes.length;
    return { at, length: bytes.length };
  }

  /** The bytes of a piece, without copying: true until the next writing. */
  view({ at, length }: Piece): Uint8Array {
    return this.#bytes.subarray(at, at + length);
  }

  /** All that was written, without copying: true until the next writing. */
  all(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins again from the top; a room larger than so many bytes is given up. */
  clear(keep: number): void {
    this.#length = 0;
    if (this.#bytes.length > keep) this.#bytes = this.#allocate(0);
  }
}

/** The bytes of a piece of a sheet that has come from another thread. */
export function pieceOf(bytes: Uint8Array, { at, length }: Piece): Uint8Array {
  return bytes.subarray(at, at + length);
}
