/**
 * Puts many texts into order without keeping a string of any: their bytes stand in a few blocks, and what is put in order
 * are numbers. By Bentley and Sedgewick's multikey quicksort, which looks at no byte twice that many have in common.
 */
import type { Pace } from '../pace.ts';

/** parts of so few texts are put in order one by one */
const FEW = 12;

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
    // parts that are left to be put in order: from, to, and how many bytes all in them have in common
    const left = [0, full, 0];
    for (let depth = left.pop(), turn = 0; depth !== undefined; depth = left.pop(), turn++) {
      const to = left.pop() ?? 0;
      const from = left.pop() ?? 0;
      if (to - from <= FEW) this.sortFew(order, from, to, depth);
      else this.split(order, from, to, depth, left);
      if ((turn & 255) === 0 && pace.due) await pace.breathe();
    }
    return order;
  }

  /** The byte of a text behind those it has in common with others; -1 behind its end. */
  private byteAt(text: number, depth: number): number {
    const at = (this.starts[text] ?? 0) + depth;
    return at < (this.ends[text] ?? 0) ? (this.blocks[at >>> BLOCK_BITS]?.[at & (BLOCK - 1)] ?? -1) : -1;
  }

  /** Parts what lies between by one byte: smaller, the same, larger. */
  private split(order: Uint32Array, from: number, to: number, depth: number, left: number[]): void {
    const middle = this.byteAt(order[(from + to) >>> 1] ?? 0, depth);
    const first = this.byteAt(order[from] ?? 0, depth);
    const last = this.byteAt(order[to - 1] ?? 0, depth);
    const pivot = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
    let smaller = from;
    let larger = to;
    for (let at = from; at < larger;) {
      const text = order[at] ?? 0;
      const byte = this.byteAt(text, depth);
      if (byte === pivot) at++;
      else if (byte < pivot) {
        order[at++] = order[smaller] ?? 0;
        order[smaller++] = text;
      } else {
        order[at] = order[--larger] ?? 0;
        order[larger] = text;
      }
    }
    if (smaller > from) left.push(from, smaller, depth);
    if (larger < to) left.push(larger, to, depth);
    if (pivot >= 0) left.push(smaller, larger, depth + 1);
    // those that end here are equal
    else order.subarray(smaller, larger).sort();
  }

  private sortFew(order: Uint32Array, from: number, to: number, depth: number): void {
    for (let at = from + 1; at < to; at++) {
      const text = order[at] ?? 0;
      let place = at;
      for (; place > from; place--) {
        const before = order[place - 1] ?? 0;
        if (this.compare(before, text, depth) <= 0) break;
        order[place] = before;
      }
      order[place] = text;
    }
  }

  private compare(a: number, b: number, depth: number): number {
    for (let at = depth; ; at++) {
      const byteA = this.byteAt(a, at);
      const byteB = this.byteAt(b, at);
      if (byteA !== byteB) return byteA - byteB;
      if (byteA < 0) return a - b;
    }
  }
}
