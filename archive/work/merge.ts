/**
 * Laying an overlay over the archive's own notes. To read both as one and to merge for good are the same thing; done
 * twice it changes nothing more. What changed on both sides is put together, or kept twice where that can't be done.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Dossier, PastSearch, Remark } from '../model/notes.ts';
import { nameOf } from './collections.ts';
import type { Item, Lists } from './collections.ts';
import { freeName } from './dossiers.ts';
import { HISTORY_LENGTH } from './edits.ts';
import type { Entry, Overlay } from './overlay.ts';

export interface Counts {
  added: number;
  changed: number;
  removed: number;
  both: number;
}

/** What becomes of an item that changed on both sides: the one to stand there, and a second where one can't hold both. */
interface Settled<T> {
  item: T;
  twin?: T;
}
type Settle<T> = (ours: T, own: T, base: T | null) => Settled<T>;

/** An id that is the same whenever the same item is kept twice, so that merging again adds no third. */
function twinId(item: { id: string }): string {
  const hash = createHash('sha256').update(JSON.stringify(item)).digest('hex');
  return `${item.id}~${hash.slice(0, 12)}`;
}

const keepBoth = <T extends { id: string }>(ours: T, own: T): Settled<T> => ({
  item: ours,
  twin: { ...own, id: twinId(own) },
});
const keepOurs = <T>(ours: T): Settled<T> => ({ item: ours });
const keepLater = (ours: PastSearch, own: PastSearch): Settled<PastSearch> => ({
  item: ours.searched >= own.searched ? ours : own,
});

/** A value that only one side changed is that side's; null where both did. */
function oneSided<T>(ours: T, own: T, base: T): { value: T } | null {
  if (ours === own || own === base) return { value: ours };
  return ours === base ? { value: own } : null;
}

/** Cables that were put in on either side are in, those taken out on either side are out. */
function settleDossiers(ours: Dossier, own: Dossier, base: Dossier | null): Settled<Dossier> {
  const name = oneSided(ours.name, own.name, base?.name ?? '');
  const notes = oneSided(ours.notes, own.notes, base?.notes ?? '');
  const remarks = settleRemarks(ours.remarks ?? [], own.remarks ?? [], base?.remarks ?? []);
  if (name === null || notes === null || remarks === null) return keepBoth(ours, own);
  const had = new Set(base?.cables);
  const wanted = new Set(own.cables);
  const left = ours.cables.filter(cable => wanted.has(cable) || !had.has(cable));
  const there = new Set(left);
  const added = own.cables.filter(cable => !there.has(cable) && !had.has(cable));
  const cables = [...left, ...added];
  const standing = new Set(cables);
  const kept = remarks.filter(({ cable }) => standing.has(cable));
  const { remarks: _, ...rest } = ours;
  const item = { ...rest, name: name.value, notes: notes.value, cables };
  return { item: kept.length === 0 ? item : { ...item, remarks: kept } };
}

/** Each cable's remark as the side has it that changed it; null where both sides changed one. */
function settleRemarks(ours: Remark[], own: Remark[], base: Remark[]): Remark[] | null {
  const textOf = (remarks: Remark[], of: string) => remarks.find(({ cable }) => cable === of)?.text ?? '';
  const settled: Remark[] = [];
  for (const cable of new Set([...ours, ...own].map(remark => remark.cable))) {
    const text = oneSided(textOf(ours, cable), textOf(own, cable), textOf(base, cable));
    if (text === null) return null;
    if (text.value !== '') settled.push({ cable, text: text.value });
  }
  return settled;
}

function mergeList<T extends Item>(
  list: readonly T[],
  entries: readonly Entry<T>[],
  settle: Settle<T>,
  counts: Counts,
): T[] {
  const same = (a: T | null, b: T | null) => isDeepStrictEqual(a, b);
  const items = new Map(list.map(item => [nameOf(item), item]));
  const told = new Set(entries.map(({ name }) => name));
  const places: { name: string; at: number }[] = [];
  for (const { name, base, own, at } of entries) {
    const ours = items.get(name) ?? null;
    const put = (item: T) => {
      items.set(name, item);
      if (at !== null) places.push({ name, at });
    };
    if (same(base, own)) {
      // Nothing but its place was changed.
      if (ours !== null) put(ours);
    } else if (own === null) {
      // What was deleted here but changed there is kept.
      if (ours === null) continue;
      if (!same(ours, base)) counts.both += 1;
      else if (items.delete(name)) counts.removed += 1;
    } else if (ours === null) {
      put(own);
      counts.added += 1;
    } else if (same(ours, base)) {
      put(own);
      counts.changed += 1;
    } else if (!same(ours, own)) {
      const { item, twin } = settle(ours, own, base);
      if (!same(item, ours)) counts.changed += 1;
      put(item);
      if (twin === undefined || told.has(nameOf(twin)) || items.has(nameOf(twin))) continue;
      items.set(nameOf(twin), twin);
      counts.both += 1;
    }
  }
  return inPlaces(items, places);
}

/** The items in their order, but those with a place of their own there. */
function inPlaces<T>(items: ReadonlyMap<string, T>, places: readonly { name: string; at: number }[]): T[] {
  const names = new Set(items.keys());
  for (const { name } of places) names.delete(name);
  const order = [...names];
  for (const { name, at } of [...places].sort((a, b) => a.at - b.at)) order.splice(at, 0, name);
  return order.flatMap(name => items.get(name) ?? []);
}

/** Names of dossiers that are kept twice are told apart, for `in:"Name"` goes by the name. */
function withNamesApart(before: readonly Dossier[], after: readonly Dossier[]): Dossier[] {
  const known = new Set(before.map(({ id }) => id));
  return after.map(dossier =>
    dossier.id.includes('~') && !known.has(dossier.id)
      ? { ...dossier, name: freeName(after, dossier.name, dossier.id) }
      : dossier,
  );
}

const newestFirst = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/** The archive's notes with an overlay merged into them, and what that did. Never fails: what can't be settled is kept twice. */
export function merged(lists: Lists, overlay: Overlay): { lists: Lists; counts: Counts } {
  const counts: Counts = { added: 0, changed: 0, removed: 0, both: 0 };
  const uncounted: Counts = { ...counts };
  const dossiers = mergeList(lists.dossiers, overlay.dossiers, settleDossiers, counts);
  return {
    lists: {
      dossiers: withNamesApart(lists.dossiers, dossiers),
      notes: mergeList(lists.notes, overlay.notes, keepBoth, counts),
      highlights: mergeList(lists.highlights, overlay.highlights, keepOurs, counts),
      savedSearches: mergeList(lists.savedSearches, overlay.savedSearches, keepBoth, counts),
      history: mergeList(lists.history, overlay.history, keepOurs, uncounted)
        .sort((a, b) => newestFirst(a.opened, b.opened))
        .slice(0, HISTORY_LENGTH),
      searches: mergeList(lists.searches, overlay.searches, keepLater, uncounted)
        .sort((a, b) => newestFirst(a.searched, b.searched))
        .slice(0, HISTORY_LENGTH),
      readMarks: mergeList(lists.readMarks, overlay.readMarks, keepOurs, uncounted),
    },
    counts,
  };
}
