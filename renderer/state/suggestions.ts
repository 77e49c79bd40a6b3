/** Type-ahead of the query: what could stand at the cursor. Asked for a moment after the last key. */
import { create } from 'zustand';
import { call } from '../api.ts';
import { setQuery, useSearch } from './search.ts';
import type { Suggestion } from '../../preload/contract/index.ts';

interface Suggestions {
  offered: readonly Suggestion[];
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

/** Whether taking a suggestion would change anything: what is fully typed needs no offer. */
function changes(query: string, { replace, text }: Suggestion): boolean {
  return query.slice(...replace).toLowerCase() !== text.toLowerCase();
}

/** The query with a suggestion in its place, and where the cursor goes. Pure. */
export function taken(query: string, { replace, text }: Suggestion): { query: string; cursor: number } {
  const [start, end] = replace;
  const rest = query.slice(end);
  const gap = rest.startsWith(' ') || text.endsWith(':') ? '' : ' ';
  return { query: `${query.slice(0, start)}${text}${gap}${rest}`, cursor: start + text.length + gap.length };
}

/** Takes a suggestion; answers where the cursor goes. */
export function takeSuggestion(suggestion: Suggestion): number {
  const { query, cursor } = taken(useSearch.getState().question.query, suggestion);
  setQuery(query);
  closeSuggestions();
  return cursor;
}
