/** Watches what an archive unpacks to, so that a few kilobytes can't become a full disk or an endless import. */
import { limits } from './limits.ts';

/** Thrown out of a container's stream when it unpacks to more than any real one does. */
export class BombError extends Error {}

/** Counts unpacked bytes against packed ones. */
export class Gauge {
  #unpacked = 0;
  readonly #packed: () => number;

  /** `packed` tells how many packed bytes were read so far (or the whole size, where members are read at any offset). */
  constructor(packed: () => number) {
    this.#packed = packed;
  }

  /** The same chunks, counted. Throws BombError. */
  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#unpacked += chunk.length;
      const ratio = this.#unpacked / Math.max(1, this.#packed());
      if (
        this.#unpacked > limits.unpacked ||
        (this.#unpacked > limits.bombFrom && ratio > limits.bombRatio)
      ) {
        throw new BombError('unpacks to more than any real archive');
      }
      yield chunk;
    }
  }
}

/** The chunks of a reader, with a count of their bytes. */
export async function* counted(
  next: () => Promise<Uint8Array | null>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let chunk = await next(); chunk !== null; chunk = await next()) {
    count(chunk.length);
    yield chunk;
  }
}
