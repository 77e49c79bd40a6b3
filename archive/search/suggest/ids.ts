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

/**
 * The first cables whose id begins so, in the order of ids. All ids are gone through: that takes a few milliseconds,
 * while an order of them would take half a second to make.
 */
export function idsBeginning({ columns }: Snapshot, beginning: string, limit: number): number[] {
  const best: { id: string; cable: number }[] = [];
  for (let cable = 0; cable < columns.cables; cable++) {
    const id = columns.cableId(cable);
    if (!id.startsWith(beginning)) continue;
    const last = best.at(-1);
    if (best.length === limit && last !== undefined && id >= last.id) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.id ?? '') > id) at--;
    best.splice(at, 0, { id, cable });
    if (best.length > limit) best.pop();
  }
  return best.map(({ cable }) => cable);
}
