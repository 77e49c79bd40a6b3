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
/** the marking that is under way, and the turn that it is; it answers whether its marks were set */
let underWay: { turn: number; done: Promise<boolean> } | null = null;

/**
 * The marking that is still under way; null where what is marked now is all that was asked to be. It answers false where
 * it failed, or something newer took its place.
 */
export function markingUnderWay(): Promise<boolean> | null {
  return underWay !== null && underWay.turn === turn ? underWay.done : null;
}

/** Sets marks that may have to be waited for, and lets others wait for them. */
async function setMarks(marks: Promise<ReadonlySet<string> | null>, anchor: number | null): Promise<void> {
  const mine = turn;
  const done = marks.then(ids => {
    if (ids === null || mine !== turn) return false;
    if (anchor === null) beneath = ids;
    set({ ids, anchor: anchor ?? get().anchor });
    return true;
  });
  underWay = { turn: mine, done };
  await done;
  if (underWay.turn === mine) underWay = null;
}

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

/**
 * Marks some rows of the answer that is shown, beside `others`; null where their ids could not be had, or something
 * newer was done meanwhile. Many come a stretch at a time, so that no frame waits for all of them.
 */
async function marksWith(
  others: ReadonlySet<string>,
  first: number,
  count: number,
): Promise<ReadonlySet<string> | null> {
  turn += 1;
  const mine = turn;
  const ids = new Set(others);
  const here = Array.from({ length: Math.min(count, 2 * pageSize) }, (_, at) => idAt(first + at));
  const known = here.flatMap(id => id ?? []);
  if (known.length === count) {
    for (const id of known) ids.add(id);
    return ids;
  }
  const { answered } = useSearch.getState();
  if (answered === null) return null;
  const { query, filters } = answered;
  for (let done = 0; done < count;) {
    const limit = Math.min(atOnce, count - done);
    const request = { query, filters, sort: sortFor(answered), offset: first + done, limit };
    // oxlint-disable-next-line no-await-in-loop
    const result = await call('search.ids', { request });
    if (mine !== turn) return null;
    if (!result.ok) {
      tell(result.error.message, 'fault');
      return null;
    }
    for (const id of result.value.ids) ids.add(id);
    if (result.value.ids.length < limit) break;
    done += limit;
  }
  return ids;
}

/** Marks all rows from where the range began to this one; what the range had before and has no longer loses its mark. */
export async function markTo(row: number): Promise<void> {
  const anchor = get().anchor ?? Math.max(0, useSearch.getState().cursor);
  await setMarks(marksWith(beneath, Math.min(anchor, row), Math.abs(row - anchor) + 1), anchor);
}

/** Marks every cable of the result. */
export async function markAll(): Promise<void> {
  await setMarks(marksWith(get().ids, 0, useSearch.getState().answer?.total ?? 0), null);
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
