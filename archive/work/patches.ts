/** The difference between two states of the work, item by item, so that it can be applied forwards and backwards. */
import { isDeepStrictEqual } from 'node:util';
import type { Dossier, Highlight, Note, PastSearch, ReadMark, SavedSearch, Visit } from '../model/notes.ts';
import { nameOf } from './collections.ts';
import type { Item, Lists } from './collections.ts';

/** An item and its place in the list. */
export interface Placed<T> {
  item: T;
  at: number;
}

/** One item before and after; null where it was not there. */
export interface Patch<T> {
  name: string;
  before: Placed<T> | null;
  after: Placed<T> | null;
}

export interface Patches {
  dossiers: Patch<Dossier>[];
  notes: Patch<Note>[];
  highlights: Patch<Highlight>[];
  savedSearches: Patch<SavedSearch>[];
  history: Patch<Visit>[];
  searches: Patch<PastSearch>[];
  readMarks: Patch<ReadMark>[];
}

export type Side = 'before' | 'after';

function placedByName<T extends Item>(list: readonly T[]): Map<string, Placed<T>> {
  return new Map(list.map((item, at) => [nameOf(item), { item, at }]));
}

/**
 * Items are never changed in place: one and the same object is the same item, wherever others have pushed it. A step
 * that moves an item copies it.
 */
function diffList<T extends Item>(before: readonly T[], after: readonly T[]): Patch<T>[] {
  if (before === after) return [];
  const old = placedByName(before);
  const fresh = placedByName(after);
  const patches: Patch<T>[] = [];
  for (const [name, placed] of fresh) {
    const was = old.get(name) ?? null;
    const same = was !== null && (was.item === placed.item || isDeepStrictEqual(was, placed));
    if (!same) patches.push({ name, before: was, after: placed });
  }
  for (const [name, was] of old) if (!fresh.has(name)) patches.push({ name, before: was, after: null });
  return patches;
}

/** What changed between two states. */
export function diff(before: Lists, after: Lists): Patches {
  return {
    dossiers: diffList(before.dossiers, after.dossiers),
    notes: diffList(before.notes, after.notes),
    highlights: diffList(before.highlights, after.highlights),
    savedSearches: diffList(before.savedSearches, after.savedSearches),
    history: diffList(before.history, after.history),
    searches: diffList(before.searches, after.searches),
    readMarks: diffList(before.readMarks, after.readMarks),
  };
}

/** Whether a difference is none. */
export function isEmpty(patches: Patches): boolean {
  return Object.values(patches).every(list => list.length === 0);
}

function applyList<T extends Item>(
  list: readonly T[],
  patches: readonly Patch<T>[],
  side: Side,
): readonly T[] {
  if (patches.length === 0) return list;
  const touched = new Set(patches.map(({ name }) => name));
  const next = list.filter(item => !touched.has(nameOf(item)));
  const placed = patches.flatMap(patch => patch[side] ?? []).sort((a, b) => a.at - b.at);
  // Whole lists come back (a cleared history): one by one into the middle would be slow.
  if (next.length === 0) return placed.map(({ item }) => item);
  for (const { item, at } of placed) next.splice(at, 0, item);
  return next;
}

/** The state with every item of the difference as it was on one side of it; the other items stay as they are. */
export function apply(lists: Lists, patches: Patches, side: Side): Lists {
  return {
    dossiers: applyList(lists.dossiers, patches.dossiers, side),
    notes: applyList(lists.notes, patches.notes, side),
    highlights: applyList(lists.highlights, patches.highlights, side),
    savedSearches: applyList(lists.savedSearches, patches.savedSearches, side),
    history: applyList(lists.history, patches.history, side),
    searches: applyList(lists.searches, patches.searches, side),
    readMarks: applyList(lists.readMarks, patches.readMarks, side),
  };
}
