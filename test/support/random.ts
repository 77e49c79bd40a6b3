/** Numbers by chance that are the same on every machine: what the generated cables and seeded tests draw from. */

const BLOCK = 1024;

/** The generator sfc32 of PractRand (public domain): 32 bits a draw, the same sequence for the same seed. */
export class Random {
  readonly #state = new Int32Array(4);
  // Drawn in blocks: an object's own fields would box every number above 30 bits.
  readonly #block = new Uint32Array(BLOCK);
  #next = BLOCK;

  constructor(seed: number) {
    this.#state.set([0x6a09e667, 0xbb67ae85, seed, 1]);
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** A whole number from 0 to 2^32 - 1. */
  bits(): number {
    if (this.#next === BLOCK) this.#fill();
    return this.#block[this.#next++] ?? 0;
  }

  #fill(): void {
    let [a = 0, b = 0, c = 0, counter = 0] = this.#state;
    for (let i = 0; i < BLOCK; i++) {
      const sum = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      this.#block[i] = sum;
    }
    this.#state.set([a, b, c, counter]);
    this.#next = 0;
  }

  /** A number from 0 up to, not including, 1. */
  unit(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor((this.bits() / 0x1_0000_0000) * limit);
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A draw from the bell curve with mean 0 and deviation 1 (Box and Muller's way). */
  normal(): number {
    const u = 1 - this.unit();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.unit());
  }
}

const COIN_BITS = 13;
const COIN = (1 << COIN_BITS) - 1;

/**
 * Draws 0 to n - 1 (n below 2^19) with given weights, each in constant time (the alias method of A. J. Walker).
 * A column's two outcomes and its coin are packed into one number, to touch memory once a draw.
 */
export class Weighted {
  readonly #columns: Uint32Array;

  constructor(weights: readonly number[]) {
    const n = weights.length;
    const sum = weights.reduce((a, b) => a + b, 0);
    const share = Float64Array.from(weights, w => (w * n) / sum);
    const other = Uint32Array.from(weights, (_, i) => i);
    const poor: number[] = [];
    const rich: number[] = [];
    for (let i = 0; i < n; i++) ((share[i] ?? 0) < 1 ? poor : rich).push(i);
    for (
      let p = poor.pop(), r = rich.at(-1);
      p !== undefined && r !== undefined;
      p = poor.pop(), r = rich.at(-1)
    ) {
      other[p] = r;
      share[r] = (share[r] ?? 0) - (1 - (share[p] ?? 0));
      if ((share[r] ?? 0) < 1) poor.push(rich.pop() ?? r);
    }
    this.#columns = other.map((o, i) => o * (COIN + 1) + Math.min(COIN, Math.round((share[i] ?? 1) * COIN)));
  }

  /** A draw from one draw of 32 bits: the high part chooses the column, what is left over is the coin. */
  draw(random: Random): number {
    const scaled = (random.bits() / 0x1_0000_0000) * this.#columns.length;
    const place = Math.floor(scaled);
    const column = this.#columns[place] ?? 0;
    return (scaled - place) * COIN < (column & COIN) ? place : column >>> COIN_BITS;
  }
}

/** Zipf and Mandelbrot's law: the weight of rank k is (k + shift)^-exponent. */
export function zipf(count: number, exponent: number, shift: number): Weighted {
  return new Weighted(Array.from({ length: count }, (_, k) => Math.pow(k + 1 + shift, -exponent)));
}
