/** Searches that were saved under a name, and those of the past: asked again, renamed, deleted, cleared. */
import { say } from '../words/say.ts';
import { go } from './navigation.ts';
import { chosenValues, sameQuestion } from './question.ts';
import type { Wanted } from './question.ts';
import { askFor, setQuery, useSearch } from './search.ts';
import { editWork, useWork } from './work.ts';
import type { SavedSearch } from '../../preload/contract/index.ts';

const none: readonly SavedSearch[] = [];

export const useSavedSearches = (): readonly SavedSearch[] =>
  useWork(state => state.work?.savedSearches ?? none);

/** The saved search that asks the present question, or undefined. */
export function useSavedAs(): SavedSearch | undefined {
  const question = useSearch(state => state.question);
  return useSavedSearches().find(saved => sameQuestion(saved, question));
}

/** A question in one line: its words, then the chosen values. */
export function questionText({ query, filters }: Wanted): string {
  const values = chosenValues(filters ?? {}).map(({ value }) => value);
  return [query, ...values].filter(part => part !== '').join(' · ') || say('saved.every');
}

/** Asks a saved or a past question anew, in the search room. */
export function runSearch({ query, filters = {} }: Wanted): void {
  askFor(query, filters);
  go({ room: 'search' });
}

/** Narrows the present question to what is unread, or lets go of that. */
export function toggleUnread(): void {
  const { query } = useSearch.getState().question;
  const rest = query
    .replaceAll(/(?<!\S)is:unread(?!\S)/gi, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  setQuery(rest === query.trim() ? `${query.trim()} is:unread`.trim() : rest);
  go({ room: 'search' });
}

/** Keeps the present question under a name. */
export async function saveSearch(name: string): Promise<void> {
  const { query, filters } = useSearch.getState().question;
  const text = say('saved.saved', { name: name.trim() });
  await editWork({ kind: 'save-search', name, query: query.trim(), filters }, text);
}

export async function renameSavedSearch(
  { id, query, filters, name }: SavedSearch,
  to: string,
): Promise<void> {
  if (to.trim() === '' || to.trim() === name) return;
  const text = say('saved.renamed', { name: to.trim() });
  await editWork({ kind: 'change-search', search: id, name: to, query, filters }, text);
}

export async function deleteSavedSearch({ id, name }: SavedSearch): Promise<void> {
  await editWork({ kind: 'delete-search', search: id }, say('saved.deleted', { name }));
}

/** Clears the opened cables or the past searches; undoing brings them back. */
export async function clearPast(kind: 'clear-history' | 'clear-searches'): Promise<void> {
  await editWork(
    { kind },
    say(kind === 'clear-history' ? 'history.clearedCables' : 'history.clearedSearches'),
  );
}
