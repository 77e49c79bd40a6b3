/** Numbers by chance that are the same on every machine: what the generated cables and seeded tests draw from. */

/** The generator sfc32 of PractRand (public domain): 32 bits a draw, the same sequence for the same seed. */
export class Random {
  #a = 0x6a09e667;
  #b = 0xbb67ae85;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#c = seed | 0;
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** A whole number from 0 to 2^32 - 1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
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

/** Draws 0 to n - 1 with given weights, each in constant time (the alias method of A. J. Walker). */
export class Weighted {
  readonly #keep: Float64Array;
  readonly #other: Uint32Array;

  constructor(weights: readonly number[]) {
    const n = weights.length;
    const sum = weights.reduce((a, b) => a + b, 0);
    const share = Float64Array.from(weights, w => (w * n) / sum);
    this.#keep = share;
    this.#other = Uint32Array.from(weights, (_, i) => i);
    const poor: number[] = [];
    const rich: number[] = [];
    for (let i = 0; i < n; i++) ((share[i] ?? 0) < 1 ? poor : rich).push(i);
    for (
      let p = poor.pop(), r = rich.at(-1);
      p !== undefined && r !== undefined;
      p = poor.pop(), r = rich.at(-1)
    ) {
      this.#other[p] = r;
      share[r] = (share[r] ?? 0) - (1 - (share[p] ?? 0));
      if ((share[r] ?? 0) < 1) poor.push(rich.pop() ?? r);
    }
  }

  /** A draw from one draw of 32 bits: the high part chooses the place, what is left over the coin. */
  draw(random: Random): number {
    const scaled = (random.bits() / 0x1_0000_0000) * this.#keep.length;
    const place = Math.floor(scaled);
    return scaled - place < (this.#keep[place] ?? 1) ? place : (this.#other[place] ?? place);
  }
}

/** Zipf and Mandelbrot's law: the weight of rank k is (k + shift)^-exponent. */
export function zipf(count: number, exponent: number, shift: number): Weighted {
  return new Weighted(Array.from({ length: count }, (_, k) => Math.pow(k + 1 + shift, -exponent)));
}
