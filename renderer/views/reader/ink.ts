/**
 * Places in a text told by its ink: its characters without white space. The reading view changes white space only, so the
 * n-th character of ink is the same in what is drawn and in the body. Pure.
 */
import type { Span } from '../../../preload/contract/index.ts';

const blank = /\s/;

/** How many characters before `end` (all, where it is left out) are no white space. */
export function inkCount(text: string, end = text.length): number {
  let count = 0;
  for (let at = 0; at < end && at < text.length; at += 1) if (!blank.test(text.charAt(at))) count += 1;
  return count;
}

/** The offset of the character of ink that has `count` others before it, from `start` on; the text's end where there is none. */
export function inkAt(text: string, count: number, start = 0): number {
  let left = count;
  for (let at = start; at < text.length; at += 1) {
    if (blank.test(text.charAt(at))) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return text.length;
}

/** The offset just behind the `count`-th character of ink from `start` on; `start` itself for none. */
export function inkEnd(text: string, count: number, start = 0): number {
  return count === 0 ? start : Math.min(text.length, inkAt(text, count - 1, start) + 1);
}

/** A span without white space at its ends; null where nothing is left. */
export function inkSpan(text: string, { start, end }: Span): Span | null {
  const first = inkAt(text, 0, start);
  let last = Math.min(end, text.length);
  while (last > first && blank.test(text.charAt(last - 1))) last -= 1;
  return first < last ? { start: first, end: last } : null;
}
