/** The cables that are marked, to do something with all of them. Marks stay while other questions are asked. */
import { create } from 'zustand';
import { call } from '../api.ts';
import { useArchive } from './archive.ts';
import { pageSize, sortFor } from './question.ts';
import { hitAt, useSearch } from './search.ts';
import { tell } from './notices.ts';

interface Marked {
  ids: ReadonlySet<string>;
  /** the row from which a range is drawn; null before any */
  anchor: number | null;
}

export const useMarked = create<Marked>(() => ({ ids: new Set(), anchor: null }));

const get = useMarked.getState;
const set = useMarked.setState;

/** Ids asked for at once: as many as arrive within a frame or two. */
const atOnce = 10_000;

/** what was marked when the range that is being drawn began; it takes the place of the range before */
let beneath: ReadonlySet<string> = new Set();
let turn = 0;

const idAt = (row: number): string | undefined => hitAt(useSearch.getState().pages, row, pageSize)?.id;

/** Marks a cable, or takes its mark away; a range begins here. */
export function toggleMark(id: string, row: number): void {
  turn += 1;
  const ids = new Set(get().ids);
  if (!ids.delete(id)) ids.add(id);
  beneath = ids;
  set({ ids, anchor: row });
}

/** A range begins at this row, with the next row that is reached with Shift. */
export function anchorAt(row: number): void {
  beneath = get().ids;
  set({ anchor: row });
}

/** The ids of some rows of the answer that is shown; null where they could not be had. */
async function idsOf(first: number, count: number, mine: number): Promise<string[] | null> {
  const here = Array.from({ length: Math.min(count, 2 * pageSize) }, (_, at) => idAt(first + at));
  const known = here.flatMap(id => id ?? []);
  if (known.length === count) return known;
  const { answered } = useSearch.getState();
  if (answered === null) return null;
  const { query, filters } = answered;
  const ids: string[] = [];
  while (ids.length < count) {
    const limit = Math.min(atOnce, count - ids.length);
    const request = { query, filters, sort: sortFor(answered), offset: first + ids.length, limit };
    const result = await call('search.ids', { request });
    if (mine !== turn) return null;
    if (!result.ok) {
      tell(result.error.message, 'fault');
      return null;
    }
    if (result.value.ids.length === 0) break;
    ids.push(...result.value.ids);
  }
  return ids;
}

/** Marks all rows from where the range began to this one; what the range had before and has no longer loses its mark. */
export async function markTo(row: number): Promise<void> {
  turn += 1;
  const mine = turn;
  const anchor = get().anchor ?? Math.max(0, useSearch.getState().cursor);
  const first = Math.min(anchor, row);
  const ids = await idsOf(first, Math.abs(row - anchor) + 1, mine);
  if (ids === null || mine !== turn) return;
  set({ anchor, ids: new Set([...beneath, ...ids]) });
}

/** Marks every cable of the result. */
export async function markAll(): Promise<void> {
  turn += 1;
  const mine = turn;
  const ids = await idsOf(0, useSearch.getState().answer?.total ?? 0, mine);
  if (ids === null || mine !== turn) return;
  beneath = new Set([...get().ids, ...ids]);
  set({ ids: beneath });
}

/** Takes all marks away. */
export function clearMarks(): void {
  turn += 1;
  beneath = new Set();
  set({ ids: beneath, anchor: null });
}

// Another archive has other cables; another question has other rows.
useArchive.subscribe(({ info }, before) => {
  if (info?.id !== before.info?.id) clearMarks();
});
useSearch.subscribe(({ answered }, before) => {
  if (answered !== before.answered) set({ anchor: null });
});
