/** Type-ahead of the query: what could stand at the cursor. Asked for a moment after the last key. */
import { create } from 'zustand';
import { call } from '../api.ts';
import type { Filters } from './question.ts';
import { askFor, setQuery, useSearch } from './search.ts';
import { useWork } from './work.ts';
import type { Suggestion } from '../../preload/contract/index.ts';

/** What the archive suggests, and the questions of the past, which bring their chosen values along. */
export interface Offer extends Omit<Suggestion, 'kind'> {
  kind: Suggestion['kind'] | 'past';
  filters?: Filters | undefined;
}

interface Suggestions {
  offered: readonly Offer[];
  /** the one the keys are on; -1 for none */
  at: number;
}

const none: Suggestions = { offered: [], at: -1 };

export const useSuggestions = create<Suggestions>(() => none);

const most = 6;
const pause = 90;
let timer: ReturnType<typeof setTimeout> | undefined;
let turn = 0;

/** Puts the suggestions away, and those that are still on their way. */
export function closeSuggestions(): void {
  clearTimeout(timer);
  turn += 1;
  useSuggestions.setState(none);
}

/** Asks for suggestions at a place of the query. The ones that are shown stay until the new ones are there. */
export function suggestSoon(query: string, cursor: number): void {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  // What is shown may no longer fit, so no key is on it.
  useSuggestions.setState({ at: -1 });
  if (query.trim() === '') {
    closeSuggestions();
    return;
  }
  timer = setTimeout(() => {
    void call('search.suggest', { query, cursor, limit: most }).then(result => {
      if (mine !== turn) return;
      useSuggestions.setState({ offered: result.ok ? result.value.filter(one => changes(query, one)) : [] });
    });
  }, pause);
}

/** So many saved and so many past questions are offered to an empty field. */
const mostSaved = 4;
const mostPast = 8;

/** Offers what was saved and asked before: what an empty field can be filled with. */
export function offerPast(): void {
  const { work } = useWork.getState();
  if (work === null) return;
  closeSuggestions();
  const whole = { count: null, replace: [0, 0] as [number, number] };
  const saved = work.savedSearches.slice(0, mostSaved).map(({ name, query, filters }) => ({
    ...whole,
    kind: 'saved' as const,
    text: query,
    label: name,
    filters,
  }));
  const past = work.searches
    .filter(({ query }) => query !== '')
    .slice(0, mostPast)
    .map(({ query, filters }) => ({ ...whole, kind: 'past' as const, text: query, label: query, filters }));
  useSuggestions.setState({ offered: [...saved, ...past], at: -1 });
}

/** The chosen values that a saved or past question has beside its words. */
function filtersOf(offer: Offer): Filters {
  if (offer.filters !== undefined || offer.kind !== 'saved') return offer.filters ?? {};
  const saved = useWork.getState().work?.savedSearches;
  return saved?.find(({ name, query }) => name === offer.label && query === offer.text)?.filters ?? {};
}

/** Whether taking a suggestion would change anything: what is fully typed needs no offer. */
function changes(query: string, { replace, text }: Offer): boolean {
  return query.slice(...replace).toLowerCase() !== text.toLowerCase();
}

/** The query with a suggestion in its place, and where the cursor goes. Pure. */
export function taken(
  query: string,
  { replace, text }: Pick<Offer, 'replace' | 'text'>,
): { query: string; cursor: number } {
  const [start, end] = replace;
  const rest = query.slice(end);
  const gap = rest.startsWith(' ') || text.endsWith(':') ? '' : ' ';
  return { query: `${query.slice(0, start)}${text}${gap}${rest}`, cursor: start + text.length + gap.length };
}

/** Takes a suggestion; answers where the cursor goes. */
export function takeSuggestion(suggestion: Offer): number {
  if (suggestion.kind === 'saved' || suggestion.kind === 'past') {
    askFor(suggestion.text, filtersOf(suggestion));
    closeSuggestions();
    return suggestion.text.length;
  }
  const { query, cursor } = taken(useSearch.getState().question.query, suggestion);
  setQuery(query);
  closeSuggestions();
  return cursor;
}
