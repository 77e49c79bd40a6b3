/** The order of the dictionary: words by their bytes, those of header and marks, behind their leading bytes, first. */
import type { TermTable } from './term-table.ts';
import { KEY_NUMBERS } from './word-batch.ts';

const DIGITS = 0x1_0000;
/** groups of no more words are put in order without a call each */
const FEW = 24;

/** The numbers of the table's words in the order of their bytes. */
export function sortTerms(table: TermTable): Uint32Array {
  const { count, keys } = table;
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  for (let term = 0; term < count; term++) {
    high[term] = inOrder(keys[term * KEY_NUMBERS] ?? 0);
    low[term] = inOrder(keys[term * KEY_NUMBERS + 1] ?? 0);
  }
  let order = new Uint32Array(count);
  for (let term = 0; term < count; term++) order[term] = term;
  let next = new Uint32Array(count);
  // By eight letters, two at a time from the last (radix); only what is equal in all of them is compared.
  for (const [key, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    const starts = new Uint32Array(DIGITS + 1);
    for (let term = 0; term < count; term++) {
      const digit = (((key[term] ?? 0) >>> shift) & 0xffff) + 1;
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    for (let digit = 0; digit < DIGITS; digit++)
      starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
    for (let at = 0; at < count; at++) {
      const term = order[at] ?? 0;
      const digit = ((key[term] ?? 0) >>> shift) & 0xffff;
      const to = starts[digit] ?? 0;
      next[to] = term;
      starts[digit] = to + 1;
    }
    [order, next] = [next, order];
  }
  bySpace(table, order, next);
  sortEqual(table, next, high, low);
  return next;
}

/** The first letter in the highest bits, so that a smaller number is an earlier word. */
function inOrder(letters: number): number {
  return ((letters << 24) | ((letters & 0xff00) << 8) | ((letters >>> 8) & 0xff00) | (letters >>> 24)) >>> 0;
}

/** Puts header words and marks, whose bytes begin with 1 and 2, before the words of the text. */
function bySpace(table: TermTable, order: Uint32Array, into: Uint32Array): void {
  let to = 0;
  for (const space of [1, 2, 0]) {
    for (let at = 0; at < order.length; at++) {
      const term = order[at] ?? 0;
      if (table.spaceOf(term) === space) into[to++] = term;
    }
  }
}

function sortEqual(table: TermTable, order: Uint32Array, high: Uint32Array, low: Uint32Array): void {
  const compare = (a: number, b: number) => compareRest(table, a, b);
  for (let from = 0; from < order.length;) {
    const first = order[from] ?? 0;
    const space = table.spaceOf(first);
    let to = from + 1;
    for (; to < order.length; to++) {
      const term = order[to] ?? 0;
      if (high[term] !== high[first] || low[term] !== low[first] || table.spaceOf(term) !== space) break;
    }
    if (to - from > FEW) order.subarray(from, to).sort(compare);
    else {
      for (let at = from + 1; at < to; at++) {
        const term = order[at] ?? 0;
        let before = at;
        for (; before > from && compare(order[before - 1] ?? 0, term) > 0; before--)
          order[before] = order[before - 1] ?? 0;
        order[before] = term;
      }
    }
    from = to;
  }
}

/** Compares two words of one space that are equal in their first eight letters. */
function compareRest(table: TermTable, a: number, b: number): number {
  const { keys } = table;
  const keyA = a * KEY_NUMBERS;
  const keyB = b * KEY_NUMBERS;
  const third = inOrder(keys[keyA + 2] ?? 0) - inOrder(keys[keyB + 2] ?? 0);
  if (third !== 0) return third;
  const fourthA = keys[keyA + 3] ?? 0;
  const fourthB = keys[keyB + 3] ?? 0;
  if (fourthA >= 0 && fourthB >= 0) return inOrder(fourthA << 8) - inOrder(fourthB << 8);
  return Buffer.compare(table.wordOf(a), table.wordOf(b));
}
