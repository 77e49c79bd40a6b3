/** A stream of bytes that can be looked into before it is read: formats are told by their beginning. */

const nothing = Buffer.alloc(0);

/** Reads a source of chunks once, in order. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array> | null;
  readonly #free: (chunk: Buffer) => void;
  #held: Buffer;

  /** `held` comes first, then the chunks; `free` is told of a chunk that may be used for the next one. */
  constructor(
    held: Uint8Array,
    chunks: AsyncIterable<Uint8Array> | null = null,
    free: (chunk: Buffer) => void = () => undefined,
  ) {
    this.#held = asBuffer(held);
    this.#free = free;
    this.#chunks = chunks === null ? null : chunks[Symbol.asyncIterator]();
  }

  /** The next `count` bytes, or fewer at the end, without taking them. */
  async peek(count: number): Promise<Buffer> {
    const pieces = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const chunk = await this.#fetch();
      if (chunk === null) break;
      pieces.push(chunk);
      length += chunk.length;
    }
    if (pieces.length > 1) this.#held = Buffer.concat(pieces);
    return this.#held.subarray(0, count);
  }

  /** Takes what `peek` showed. */
  skip(count: number): void {
    this.#held = this.#held.subarray(count);
  }

  /** The next chunk of any length, or null at the end. */
  async next(): Promise<Buffer | null> {
    if (this.#held.length === 0) return await this.#fetch();
    const held = this.#held;
    this.#held = nothing;
    return held;
  }

  /** Gives a chunk back whose bytes are needed no more: a large file then needs one buffer, not hundreds. */
  release(chunk: Buffer): void {
    this.#free(chunk);
  }

  /** All that is left, or null when it is more than `limit` bytes. */
  async all(limit: number): Promise<Buffer | null> {
    const bytes = await this.peek(limit + 1);
    if (bytes.length > limit) return null;
    this.#held = nothing;
    return bytes;
  }

  /** Gives the source back before its end. */
  async close(): Promise<void> {
    this.#held = nothing;
    await this.#chunks?.return?.();
  }

  async #fetch(): Promise<Buffer | null> {
    if (this.#chunks === null) return null;
    for (;;) {
      const step = await this.#chunks.next();
      if (step.done === true) return null;
      if (step.value.length > 0) return asBuffer(step.value);
    }
  }
}

/** The same bytes as a Buffer, without copying. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
