/** The steps on dossiers, each from one state of them to the next. Nothing is changed in place. */
import { ArchiveError } from '../errors.ts';
import type { Dossier } from '../model/notes.ts';
import type { Edit } from '../model/work.ts';

export type DossierEdit = Extract<Edit, { kind: `${string}-dossier` }>;

type Remarks = Dossier['remarks'];

/** What the steps need besides the state: the time, ids, and what a cable is called. */
export interface Means {
  now: string;
  newId: () => string;
  /** the canonical id; one that the archive does not have is read as an id is */
  canonical: (cable: string) => string;
}

function missing(id: string): ArchiveError {
  return new ArchiveError(
    'bad-request',
    'This dossier is gone. It may have been deleted in another window.',
    {
      id,
    },
  );
}

function missingIn(id: string): ArchiveError {
  return new ArchiveError('bad-request', `${id} is no longer in this dossier.`, { id });
}

function replaced(
  dossiers: readonly Dossier[],
  id: string,
  change: (dossier: Dossier) => Dossier,
): Dossier[] {
  if (!dossiers.some(dossier => dossier.id === id)) throw missing(id);
  return dossiers.map(dossier => (dossier.id === id ? change(dossier) : dossier));
}

/** The list with these cables put in at a place; those it has already stay where they are. */
function withCables(cables: readonly string[], added: readonly string[], at: number | null): string[] {
  const there = new Set(cables);
  const fresh = [...new Set(added)].filter(cable => !there.has(cable));
  const place = Math.min(at ?? cables.length, cables.length);
  return [...cables.slice(0, place), ...fresh, ...cables.slice(place)];
}

const without = (cables: readonly string[], taken: readonly string[]): string[] => {
  const gone = new Set(taken);
  return cables.filter(cable => !gone.has(cable));
};

/** The dossier with other remarks; the field is left out where there is none. */
function withRemarks(dossier: Dossier, remarks: NonNullable<Remarks>): Dossier {
  if (remarks.length > 0) return { ...dossier, remarks };
  const { remarks: _, ...bare } = dossier;
  return bare;
}

/** The dossier without these cables, and what was remarked on them there. */
function withoutCables(dossier: Dossier, taken: readonly string[]): Dossier {
  const cables = without(dossier.cables, taken);
  const there = new Set(cables);
  return withRemarks(
    { ...dossier, cables },
    (dossier.remarks ?? []).filter(({ cable }) => there.has(cable)),
  );
}

/** A name that no other dossier has in any case of letters, so that `in:"Name"` means one of them. */
export function freeName(dossiers: readonly Dossier[], wanted: string, self?: string): string {
  const taken = new Set(dossiers.filter(({ id }) => id !== self).map(({ name }) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} (${count})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Does a step on the dossiers; `made` is the id of a new one. Throws `bad-request` where a dossier is gone. */
export function editDossiers(
  dossiers: readonly Dossier[],
  edit: DossierEdit,
  { now, newId, canonical }: Means,
): { dossiers: Dossier[]; made: string | null } {
  const done = (next: Dossier[]) => ({ dossiers: next, made: null });
  switch (edit.kind) {
    case 'add-dossier': {
      const name = freeName(dossiers, edit.name);
      const cables = [...new Set(edit.cables.map(canonical))];
      const made: Dossier = { id: newId(), name, cables, created: now, notes: '' };
      return { dossiers: [...dossiers, made], made: made.id };
    }
    case 'rename-dossier':
      return done(
        replaced(dossiers, edit.dossier, dossier => ({
          ...dossier,
          name: freeName(dossiers, edit.name, dossier.id),
        })),
      );
    case 'describe-dossier':
      return done(replaced(dossiers, edit.dossier, dossier => ({ ...dossier, notes: edit.notes })));
    case 'place-dossier': {
      const moved = dossiers.find(({ id }) => id === edit.dossier);
      if (moved === undefined) throw missing(edit.dossier);
      const rest = dossiers.filter(dossier => dossier !== moved);
      rest.splice(edit.at, 0, { ...moved });
      return done(rest);
    }
    case 'delete-dossier':
      if (!dossiers.some(({ id }) => id === edit.dossier)) throw missing(edit.dossier);
      return done(dossiers.filter(({ id }) => id !== edit.dossier));
    case 'add-to-dossier':
      return done(
        replaced(dossiers, edit.dossier, dossier => ({
          ...dossier,
          cables: withCables(dossier.cables, edit.cables.map(canonical), edit.at),
        })),
      );
    case 'remove-from-dossier':
      return done(
        replaced(dossiers, edit.dossier, dossier => withoutCables(dossier, edit.cables.map(canonical))),
      );
    case 'remark-in-dossier': {
      const cable = canonical(edit.cable);
      const text = edit.text.trim();
      return done(
        replaced(dossiers, edit.dossier, dossier => {
          if (!dossier.cables.includes(cable)) throw missingIn(cable);
          const others = (dossier.remarks ?? []).filter(remark => remark.cable !== cable);
          return withRemarks(dossier, text === '' ? others : [...others, { cable, text }]);
        }),
      );
    }
    case 'place-in-dossier': {
      const moved = [edit.cable, ...(edit.more ?? [])].map(canonical);
      return done(
        replaced(dossiers, edit.dossier, dossier => ({
          ...dossier,
          cables: withCables(without(dossier.cables, moved), moved, edit.at),
        })),
      );
    }
    case 'move-to-dossier':
    default: {
      const cables = edit.cables.map(canonical);
      const moved = new Set(cables);
      const from = dossiers.find(({ id }) => id === edit.from);
      const left = replaced(dossiers, edit.from, dossier => withoutCables(dossier, cables));
      return done(
        replaced(left, edit.to, dossier => {
          const own = dossier.remarks ?? [];
          const has = new Set(own.map(({ cable }) => cable));
          const brought = (from?.remarks ?? []).filter(({ cable }) => moved.has(cable) && !has.has(cable));
          return withRemarks({ ...dossier, cables: withCables(dossier.cables, cables, null) }, [
            ...own,
            ...brought,
          ]);
        }),
      );
    }
  }
}
