/** Every step of the person's, from one state of the work to the next. Nothing is changed in place. */
import { ArchiveError } from '../errors.ts';
import type { ChosenValues, Highlight, PastSearch } from '../model/notes.ts';
import type { Edit } from '../model/work.ts';
import { nameOf } from './collections.ts';
import type { Lists } from './collections.ts';
import { editDossiers } from './dossiers.ts';
import type { Means } from './dossiers.ts';

/** Histories keep so many entries: what is older is of no use, and each visit writes the file. */
export const HISTORY_LENGTH = 500;

export interface Edited {
  lists: Lists;
  /** the id of what was made */
  made: string | null;
}

/** A highlight as the archive read it out of the body. */
export type Marked = Pick<Highlight, 'cable' | 'key' | 'start' | 'end' | 'text' | 'before' | 'after'>;

function changed<T extends { id: string }>(
  list: readonly T[],
  id: string,
  what: string,
  change: (item: T) => T,
): T[] {
  if (!list.some(item => item.id === id)) throw missing(what, id);
  return list.map(item => (item.id === id ? change(item) : item));
}

function removed<T extends { id: string }>(list: readonly T[], id: string, what: string): T[] {
  if (!list.some(item => item.id === id)) throw missing(what, id);
  return list.filter(item => item.id !== id);
}

function missing(what: string, id: string): ArchiveError {
  return new ArchiveError(
    'bad-request',
    `This ${what} is gone. It may have been deleted in another window.`,
    { id },
  );
}

/**
 * Does one step. `marked` is needed for a new highlight only. Throws `bad-request` where what it is about is gone.
 * A step that changes nothing gives a state that differs in nothing.
 */
export function editWork(lists: Lists, edit: Edit, means: Means, marked: Marked | null): Edited {
  const { now, newId, canonical } = means;
  const done = (part: Partial<Lists>, made: string | null = null) => ({ lists: { ...lists, ...part }, made });
  switch (edit.kind) {
    case 'add-note': {
      const id = newId();
      const { text, highlight } = edit;
      if (highlight !== undefined && !lists.highlights.some(one => one.id === highlight))
        throw missing('highlight', highlight);
      const about = highlight === undefined ? {} : { highlight };
      const note = { id, cable: canonical(edit.cable), text, changed: now, ...about };
      return done({ notes: [...lists.notes, note] }, id);
    }
    case 'change-note': {
      const { text } = edit;
      const change = (note: Lists['notes'][number]) => ({ ...note, text, changed: now });
      return done({ notes: changed(lists.notes, edit.note, 'note', change) });
    }
    case 'delete-note':
      return done({ notes: removed(lists.notes, edit.note, 'note') });
    case 'add-highlight': {
      if (marked === null) throw new ArchiveError('internal', 'A highlight came without its text.');
      const id = newId();
      const { cable, key, start, end, text, before, after } = marked;
      const highlight = { id, cable, key, start, end, text, color: edit.color, before, after, created: now };
      const note = { id: newId(), cable, text: edit.note, changed: now, highlight: id };
      const noted = edit.note === '' ? {} : { notes: [...lists.notes, note] };
      return done({ highlights: [...lists.highlights, highlight], ...noted }, id);
    }
    case 'color-highlight': {
      const { color } = edit;
      const change = (highlight: Highlight) => ({ ...highlight, color });
      return done({ highlights: changed(lists.highlights, edit.highlight, 'highlight', change) });
    }
    case 'delete-highlight':
      return done({
        highlights: removed(lists.highlights, edit.highlight, 'highlight'),
        notes: lists.notes.filter(({ highlight }) => highlight !== edit.highlight),
      });
    case 'save-search': {
      const id = newId();
      const saved = { id, name: edit.name, ...asked(edit) };
      return done({ savedSearches: [...lists.savedSearches, saved] }, id);
    }
    case 'change-search': {
      const { name, search } = edit;
      const change = ({ filters: _filters, ...saved }: Lists['savedSearches'][number]) => ({
        ...saved,
        name,
        ...asked(edit),
      });
      return done({ savedSearches: changed(lists.savedSearches, search, 'saved search', change) });
    }
    case 'delete-search':
      return done({ savedSearches: removed(lists.savedSearches, edit.search, 'saved search') });
    case 'mark-read': {
      const cables = new Set(edit.cables.map(canonical));
      if (!edit.read) return done({ readMarks: lists.readMarks.filter(({ cable }) => !cables.has(cable)) });
      for (const { cable } of lists.readMarks) cables.delete(cable);
      return done({ readMarks: [...lists.readMarks, ...[...cables].map(cable => ({ cable, read: now }))] });
    }
    case 'clear-history':
      return done({ history: [] });
    case 'clear-searches':
      return done({ searches: [] });
    case 'add-dossier':
    case 'rename-dossier':
    case 'describe-dossier':
    case 'place-dossier':
    case 'delete-dossier':
    case 'add-to-dossier':
    case 'remove-from-dossier':
    case 'place-in-dossier':
    case 'move-to-dossier':
    case 'remark-in-dossier':
    default: {
      const { dossiers, made } = editDossiers(lists.dossiers, edit, means);
      return done({ dossiers }, made);
    }
  }
}

/**
 * The history with a visit at its front; coming back to the cable that is there only renews the time. A cable that was
 * opened counts as read until the person says otherwise.
 */
export function visited(lists: Lists, cable: string, now: string): Lists {
  const rest = lists.history[0]?.cable === cable ? lists.history.slice(1) : lists.history;
  const known = lists.readMarks.some(mark => mark.cable === cable);
  return {
    ...lists,
    history: [{ cable, opened: now }, ...rest].slice(0, HISTORY_LENGTH),
    readMarks: known ? lists.readMarks : [...lists.readMarks, { cable, read: now }],
  };
}

/** A query and the values chosen with it, which are left out where there are none. */
export interface Asked {
  query: string;
  filters?: ChosenValues | undefined;
}

function asked({ query, filters }: Asked): Pick<PastSearch, 'query' | 'filters'> {
  const some = Object.values(filters ?? {}).some(values => values.length > 0);
  return some ? { query, filters } : { query };
}

/** The past searches with this one at their front, once. */
export function searched(lists: Lists, question: Asked, now: string): Lists {
  const past: PastSearch = { ...asked(question), searched: now };
  const rest = lists.searches.filter(one => nameOf(one) !== nameOf(past));
  return { ...lists, searches: [past, ...rest].slice(0, HISTORY_LENGTH) };
}
