/**
 * Puts many texts into order without keeping a string of any: their bytes stand in a few blocks, and what is put in order
 * are numbers. By Bentley and Sedgewick's multikey quicksort, which looks at no byte twice that many have in common, three
 * bytes at a time: those of each text stand beside its number, so that most of the work stays within these two columns.
 */
import type { Pace } from '../pace.ts';

/** parts of so few texts are put in order one by one */
const FEW = 12;
/** so many bytes are looked at at a time */
const STEP = 3;

/** texts lie in blocks of so many bytes: one large block, given back, would make the C library keep as much for later */
const BLOCK_BITS = 20;
const BLOCK = 1 << BLOCK_BITS;
/** what a text has beyond so many bytes does not count */
const LONGEST = 1 << 12;

/** Texts by their bytes in UTF-8, which is the order of their code points. */
export class TextOrder {
  private readonly blocks: Buffer[] = [];
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private count = 0;

  /** Takes exactly so many texts. */
  constructor(texts: number) {
    this.starts = new Uint32Array(texts);
    this.ends = new Uint32Array(texts);
  }

  add(text: string): void {
    let at = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    let block = this.blocks[at >>> BLOCK_BITS];
    if (block === undefined || (at & (BLOCK - 1)) + LONGEST > BLOCK) {
      at = this.blocks.length << BLOCK_BITS;
      block = Buffer.allocUnsafeSlow(BLOCK);
      this.blocks.push(block);
    }
    this.starts[this.count] = at;
    this.ends[this.count++] = at + block.write(text, at & (BLOCK - 1), LONGEST);
  }

  /** The numbers of the texts in order, empty ones last; equal ones stay as they were added. Throws `cancelled`. */
  async sorted(pace: Pace): Promise<Uint32Array> {
    const { starts, ends } = this;
    const order = new Uint32Array(this.count);
    let full = 0;
    let empty = this.count;
    for (let text = this.count - 1; text >= 0; text--) {
      if (starts[text] === ends[text]) order[--empty] = text;
    }
    for (let text = 0; text < this.count; text++) {
      if (starts[text] !== ends[text]) order[full++] = text;
    }
    const keys = new Uint32Array(full);
    this.look(order, keys, 0, full, 0);
    // parts that are left to be put in order: from, to, and how many bytes all in them have in common
    const left = [0, full, 0];
    for (let depth = left.pop(), turn = 0; depth !== undefined; depth = left.pop(), turn++) {
      const to = left.pop() ?? 0;
      const from = left.pop() ?? 0;
      if (to - from <= FEW) this.sortFew(order, keys, from, to, depth);
      else this.split(order, keys, from, to, depth, left);
      if ((turn & 63) === 0 && pace.due) await pace.breathe();
    }
    return order;
  }

  /** The bytes from `depth` on, as a key: three of them, and how many of the three there are. */
  private keyAt(text: number, depth: number): number {
    const start = this.starts[text] ?? 0;
    const block = this.blocks[start >>> BLOCK_BITS];
    const bytes = Math.min(STEP, (this.ends[text] ?? 0) - start - depth);
    if (block === undefined || bytes <= 0) return 0;
    const at = (start & (BLOCK - 1)) + depth;
    const second = bytes > 1 ? (block[at + 1] ?? 0) : 0;
    const third = bytes > 2 ? (block[at + 2] ?? 0) : 0;
    return (((block[at] ?? 0) << 24) | (second << 16) | (third << 8) | bytes) >>> 0;
  }

  private look(order: Uint32Array, keys: Uint32Array, from: number, to: number, depth: number): void {
    for (let at = from; at < to; at++) keys[at] = this.keyAt(order[at] ?? 0, depth);
  }

  /** Parts what lies between by its keys: smaller, the same, larger. */
  private split(
    order: Uint32Array,
    keys: Uint32Array,
    from: number,
    to: number,
    depth: number,
    left: number[],
  ): void {
    const first = keys[from] ?? 0;
    const middle = keys[(from + to) >>> 1] ?? 0;
    const last = keys[to - 1] ?? 0;
    const pivot = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
    let smaller = from;
    let larger = to;
    for (let at = from; at < larger;) {
      const key = keys[at] ?? 0;
      if (key === pivot) {
        at++;
        continue;
      }
      const text = order[at] ?? 0;
      const other = key < pivot ? smaller++ : --larger;
      order[at] = order[other] ?? 0;
      keys[at] = keys[other] ?? 0;
      order[other] = text;
      keys[other] = key;
      if (key < pivot) at++;
    }
    if (smaller > from) left.push(from, smaller, depth);
    if (larger < to) left.push(larger, to, depth);
    if ((pivot & 255) === STEP) {
      this.look(order, keys, smaller, larger, depth + STEP);
      left.push(smaller, larger, depth + STEP);
    } // those that end here are equal
    else order.subarray(smaller, larger).sort();
  }

  private sortFew(order: Uint32Array, keys: Uint32Array, from: number, to: number, depth: number): void {
    for (let at = from + 1; at < to; at++) {
      const text = order[at] ?? 0;
      const key = keys[at] ?? 0;
      let place = at;
      for (; place > from; place--) {
        const before = keys[place - 1] ?? 0;
        if (before < key || (before === key && this.compare(order[place - 1] ?? 0, text, depth) <= 0)) break;
        order[place] = order[place - 1] ?? 0;
        keys[place] = before;
      }
      order[place] = text;
      keys[place] = key;
    }
  }

  private compare(a: number, b: number, depth: number): number {
    for (let at = depth; ; at += STEP) {
      const keyA = this.keyAt(a, at);
      const keyB = this.keyAt(b, at);
      if (keyA !== keyB) return keyA - keyB;
      if ((keyA & 255) < STEP) return a - b;
    }
  }
}
