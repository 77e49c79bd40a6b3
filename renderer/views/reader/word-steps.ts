/** Selecting by keyboard, word by word: the words of a block of the body, and what an arrow key selects next. Pure. */
import type { Span } from '../../../preload/contract/index.ts';

/**
 * The span that an arrow key selects within `block`. Without `extend` the next (1) or the former (-1) word; with it the end
 * of what is selected moves by a word, never before the end of its first. Null in a block without words.
 */
export function stepWord(
  body: string,
  block: Span,
  selected: Span | null,
  by: 1 | -1,
  extend: boolean,
): Span | null {
  const words = [...body.slice(block.start, block.end).matchAll(/\S+/g)].map(word => ({
    start: block.start + word.index,
    end: block.start + word.index + word[0].length,
  }));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const inside = selected !== null && selected.start >= block.start && selected.end <= block.end;
  if (!inside) return by === 1 ? first : last;
  if (!extend) {
    const next =
      by === 1
        ? words.find(word => word.start >= selected.end)
        : words.findLast(word => word.end <= selected.start);
    return next ?? (by === 1 ? last : first);
  }
  const next =
    by === 1
      ? words.find(word => word.end > selected.end)
      : words.findLast(word => word.end < selected.end && word.end > selected.start);
  return next === undefined ? selected : { start: selected.start, end: next.end };
}
