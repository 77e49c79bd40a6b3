/** A long list in chunks of about the same number of characters, to be drawn one after the other. Pure. */
import type { Span } from '../../../preload/contract/index.ts';

export interface Chunk<T> {
  items: readonly T[];
  /** characters in it */
  length: number;
}

/** So many characters are drawn at once: some screens full; and at first, so that there is something to read, one. */
const most = 8_000;
const mostAtFirst = 2_500;
/** A chunk has at most so many items, however short. */
const many = 40;

/** The items in their order; `keeps` holds an item to the one behind it (a heading to its paragraph). Never empty. */
export function chunksOf<T extends Span>(
  items: readonly T[],
  keeps: (item: T) => boolean = () => false,
): readonly Chunk<T>[] {
  const chunks: Chunk<T>[] = [];
  let open: T[] = [];
  let length = 0;
  for (const [at, item] of items.entries()) {
    open.push(item);
    length += item.end - item.start;
    const full = length >= (chunks.length === 0 ? mostAtFirst : most) || open.length >= many;
    if (!full || keeps(item) || at === items.length - 1) continue;
    chunks.push({ items: open, length });
    [open, length] = [[], 0];
  }
  return [...chunks, { items: open, length }];
}
