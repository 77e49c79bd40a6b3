/** Where things go in a list that the person orders. Pure. */

/**
 * The place for `moved` when they are let go before or after another thing of the list, counted from 0 without themselves;
 * null where the list does not have that other thing.
 */
export function placeFor(
  list: readonly string[],
  moved: ReadonlySet<string>,
  target: string,
  where: 'before' | 'after',
): number | null {
  const at = list.indexOf(target);
  if (at === -1) return null;
  return list.slice(0, where === 'before' ? at : at + 1).filter(id => !moved.has(id)).length;
}

/** The place of one thing a step up (-1) or down (1), counted without it; null where it is at that end already. */
export function placeBeside(list: readonly string[], id: string, step: 1 | -1): number | null {
  const at = list.indexOf(id);
  const next = at + step;
  return at === -1 || next < 0 || next >= list.length ? null : next;
}
