/** Work done on an archive that can't be written: each item as it is wanted, beside what the archive had of it then. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  DossierSchema,
  HighlightSchema,
  NoteSchema,
  PastSearchSchema,
  ReadMarkSchema,
  SavedSearchSchema,
  VisitSchema,
} from '../model/notes.ts';
import type { Dossier } from '../model/notes.ts';
import { nameOf } from './collections.ts';
import type { Item, Lists } from './collections.ts';
import { diff } from './patches.ts';
import type { Patch } from './patches.ts';

/** One item: `base` is what the archive had (null: nothing), `own` what is wanted (null: that it is gone). */
export interface Entry<T> {
  name: string;
  base: T | null;
  own: T | null;
  /** where it is to stand, from 0; null where its place does not matter */
  at: number | null;
}

function entriesOf<T extends Item>(item: z.ZodType<T>): z.ZodType<Entry<T>[]> {
  return z.array(
    z.object({
      name: z.string(),
      base: item.nullable(),
      own: item.nullable(),
      at: z.int().nonnegative().nullable(),
    }),
  );
}

export const OverlaySchema = z.object({
  format: z.literal('valise-overlay'),
  version: z.literal(1),
  archive: z.string(),
  dossiers: entriesOf(DossierSchema),
  notes: entriesOf(NoteSchema),
  highlights: entriesOf(HighlightSchema),
  savedSearches: entriesOf(SavedSearchSchema),
  history: entriesOf(VisitSchema),
  searches: entriesOf(PastSearchSchema),
  readMarks: entriesOf(ReadMarkSchema),
});
export type Overlay = z.infer<typeof OverlaySchema>;

/** An overlay without anything in it. */
export function emptyOverlay(archive: string): Overlay {
  return {
    format: 'valise-overlay',
    version: 1,
    archive,
    dossiers: [],
    notes: [],
    highlights: [],
    savedSearches: [],
    history: [],
    searches: [],
    readMarks: [],
  };
}

/** How many of the person's steps it holds items of; what mere reading leaves, histories and read marks, does not count. */
export function changesIn({ dossiers, notes, highlights, savedSearches }: Overlay): number {
  return dossiers.length + notes.length + highlights.length + savedSearches.length;
}

function plainEntries<T extends Item>(patches: readonly Patch<T>[]): Entry<T>[] {
  return patches
    .map(({ name, before, after }) => ({
      name,
      base: before?.item ?? null,
      own: after?.item ?? null,
      at: null,
    }))
    .filter(({ base, own }) => !isDeepStrictEqual(base, own));
}

/** Dossiers have an order that the person gave them: where it changed, each is told its place. */
function dossierEntries(base: readonly Dossier[], wanted: readonly Dossier[]): Entry<Dossier>[] {
  const order = (list: readonly Dossier[], other: readonly Dossier[]) => {
    const there = new Set(other.map(nameOf));
    return list.map(nameOf).filter(name => there.has(name));
  };
  const moved = !isDeepStrictEqual(order(base, wanted), order(wanted, base));
  const had = new Map(base.map(dossier => [dossier.id, dossier]));
  const kept = new Set(wanted.map(({ id }) => id));
  const entries = wanted.map((own, at) => {
    const before = had.get(own.id) ?? null;
    return { name: own.id, base: before, own, at: moved || before === null ? at : null };
  });
  const gone = base
    .filter(({ id }) => !kept.has(id))
    .map(dossier => ({ name: dossier.id, base: dossier, own: null, at: null }));
  return [...entries, ...gone].filter(
    ({ base: before, own, at }) => at !== null || !isDeepStrictEqual(before, own),
  );
}

/** The overlay that makes `wanted` out of what the archive has. Merged over it, it gives `wanted` again (new notes at the end). */
export function overlayOf(archive: string, base: Lists, wanted: Lists): Overlay {
  const patches = diff(base, wanted);
  return {
    ...emptyOverlay(archive),
    dossiers: dossierEntries(base.dossiers, wanted.dossiers),
    notes: plainEntries(patches.notes),
    highlights: plainEntries(patches.highlights),
    savedSearches: plainEntries(patches.savedSearches),
    history: plainEntries(patches.history),
    searches: plainEntries(patches.searches),
    readMarks: plainEntries(patches.readMarks),
  };
}
