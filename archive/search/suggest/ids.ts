/** Reference ids that begin with what is typed, as one word (`05HAN`) or in parts (`05 hanoi 8`). */
import type { Snapshot } from '../answer/snapshot.ts';
import { compareTexts } from '../packed-texts.ts';

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
 * The first cables whose id begins so, in the order of ids. All ids are gone through, byte by byte: that takes two
 * milliseconds, while an order of them would take a hundred times as long to make.
 */
export function idsBeginning({ columns }: Snapshot, beginning: string, limit: number): number[] {
  const { ids } = columns;
  const { bytes, starts } = ids;
  const sought = Buffer.from(beginning);
  const best: number[] = [];
  for (let cable = 0; cable < columns.cables; cable++) {
    const start = starts[cable] ?? 0;
    let same = 0;
    while (same < sought.length && bytes[start + same] === sought[same]) same++;
    if (same < sought.length || start + same > (starts[cable + 1] ?? 0)) continue;
    const last = best.at(-1);
    if (best.length === limit && last !== undefined && compareTexts(ids, cable, last) >= 0) continue;
    let at = best.length;
    for (let before = best[at - 1]; before !== undefined; before = best[at - 1]) {
      if (compareTexts(ids, before, cable) <= 0) break;
      at--;
    }
    best.splice(at, 0, cable);
    if (best.length > limit) best.pop();
  }
  return best;
}
