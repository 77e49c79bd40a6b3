/** Reference ids that begin with what is typed, as one word (`05HAN`) or in parts (`05 hanoi 8`). */
import type { Snapshot } from '../answer/snapshot.ts';

const PARTS = /(?:^|[\s(])(\d{2}\s*[A-Za-z]+(?:\s*\d+)?)$/;

export interface TypedId {
  readonly start: number;
  readonly id: string;
}

/** What looks like the beginning of an id and ends at the cursor, or null. */
export function typedId(before: string): TypedId | null {
  const typed = PARTS.exec(before)?.[1];
  return typed === undefined
    ? null
    : { start: before.length - typed.length, id: typed.replace(/\s+/g, '').toUpperCase() };
}

/** The first cables whose id begins so. */
export function idsBeginning({ columns, orders }: Snapshot, beginning: string, limit: number): number[] {
  const order = orders.byId();
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns.cableId(order[middle] ?? 0) < beginning) low = middle + 1;
    else high = middle;
  }
  const cables: number[] = [];
  for (let at = low; at < order.length && cables.length < limit; at++) {
    const cable = order[at] ?? 0;
    if (!columns.cableId(cable).startsWith(beginning)) break;
    cables.push(cable);
  }
  return cables;
}
