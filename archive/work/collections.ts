/** The lists of the person's work, and what names an item in each: all else here is over such lists. */
import type {
  Dossier,
  Highlight,
  Note,
  Notes,
  PastSearch,
  ReadMark,
  SavedSearch,
  Visit,
} from '../model/notes.ts';

export type Item = Dossier | Note | Highlight | SavedSearch | Visit | PastSearch | ReadMark;

/** The lists alone, without what names the file. */
export interface Lists {
  readonly dossiers: readonly Dossier[];
  readonly notes: readonly Note[];
  readonly highlights: readonly Highlight[];
  readonly savedSearches: readonly SavedSearch[];
  readonly history: readonly Visit[];
  readonly searches: readonly PastSearch[];
  readonly readMarks: readonly ReadMark[];
}

/** What names an item within its list. */
export function nameOf(item: Item): string {
  if ('id' in item) return item.id;
  if ('opened' in item) return `${item.opened} ${item.cable}`;
  if (!('query' in item)) return item.cable;
  // Facets in one order, so that the same values chosen in another are the same question.
  const chosen = Object.entries(item.filters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return chosen.length === 0 ? item.query : `${item.query} ${JSON.stringify(chosen)}`;
}

/** Notes with other lists. */
export function withLists(notes: Notes, lists: Lists): Notes {
  return {
    ...notes,
    dossiers: [...lists.dossiers],
    notes: [...lists.notes],
    highlights: [...lists.highlights],
    savedSearches: [...lists.savedSearches],
    history: [...lists.history],
    searches: [...lists.searches],
    readMarks: [...lists.readMarks],
  };
}
