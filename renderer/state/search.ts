/** The search room: a question, the answer that is shown, and the pages of it that came so far (see `pages.ts`). */
import { create } from 'zustand';
import { call, jobName } from '../api.ts';
import { firstQuestion, firstRequest, pageSize, toggled } from './question.ts';
import type { Question } from './question.ts';
import type { ErrorShape, FacetName, SearchHit, SearchResult, Sort } from '../../preload/contract/index.ts';

export type Answer = Omit<SearchResult, 'results'>;

interface SearchState {
  question: Question;
  /** the question that `answer` and `pages` belong to */
  answered: Question | null;
  answer: Answer | null;
  pages: ReadonlyMap<number, readonly SearchHit[]>;
  /** the row that the keyboard is on; -1 before any */
  cursor: number;
  /** the cable that is previewed, whether or not the list still has it */
  chosen: string | null;
  fault: ErrorShape | null;
}

export const useSearch = create<SearchState>(() => ({
  question: firstQuestion,
  answered: null,
  answer: null,
  pages: new Map(),
  cursor: -1,
  chosen: null,
  fault: null,
}));

const get = useSearch.getState;
const set = useSearch.setState;

/** Keys pressed within so many milliseconds are one question; a newer one cancels an older, so it may be short. */
const pause = 15;
const job = jobName('search', true);
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The row of the results, once its page came. */
export function hitAt(pages: SearchState['pages'], row: number, size: number): SearchHit | undefined {
  return pages.get(Math.floor(row / size))?.[row % size];
}

/** The words that were hit in a cable, as its row in the results shows them; none where it has no such row. */
export function hitWords({ pages, cursor }: SearchState, id: string): string[] {
  const hit = hitAt(pages, cursor, pageSize);
  if (hit?.id !== id || hit.snippet === null) return [];
  const { text, hits } = hit.snippet;
  return [...new Set(hits.map(([start, end]) => text.slice(start, end)))];
}

/** Asks the present question now. A newer one cancels it, and only the newest answer is shown. */
export async function ask(): Promise<void> {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  const { question } = get();
  const result = await call('search.run', { job, request: firstRequest(question) });
  if (mine !== turn) return;
  if (!result.ok) {
    if (result.error.code !== 'cancelled') set({ fault: result.error });
    return;
  }
  const { results, ...answer } = result.value;
  const before = get();
  const first = withOldPassages(results, before.pages.get(0) ?? []);
  // Asked again because the archive changed: what is in sight stays until its page came anew.
  const again = before.answered === question;
  set({
    answer,
    answered: question,
    pages: again ? new Map(before.pages).set(0, first) : new Map([[0, first]]),
    fault: null,
    ...place(results, answer.total, again),
  });
}

/** A cable that stays in sight keeps its passage until the new one is there: nothing flashes empty. */
function withOldPassages(results: readonly SearchHit[], before: readonly SearchHit[]): SearchHit[] {
  const passages = new Map(before.map(hit => [hit.key, hit.snippet]));
  return results.map(hit => ({ ...hit, snippet: hit.snippet ?? passages.get(hit.key) ?? null }));
}

/** Where the cursor goes: to the cable that is previewed, if the answer has it in sight; else to the first. */
function place(
  results: readonly SearchHit[],
  total: number,
  again: boolean,
): Pick<SearchState, 'cursor' | 'chosen'> {
  const { cursor, chosen } = get();
  const at = results.findIndex(hit => hit.id === chosen);
  if (at !== -1) return { cursor: at, chosen };
  if (again && cursor >= results.length && cursor < total) return { cursor, chosen };
  const first = results[0];
  return { cursor: first === undefined ? -1 : 0, chosen: first?.id ?? null };
}

/** Asks a little later, so that fast typing makes one question. */
function askSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), pause);
}

export function setQuery(query: string): void {
  set({ question: { ...get().question, query } });
  askSoon();
}

export function toggleFilter(facet: FacetName, value: string): void {
  const { question } = get();
  set({ question: { ...question, filters: toggled(question.filters, facet, value) } });
  void ask();
}

export function clearFilters(): void {
  set({ question: { ...get().question, filters: {} } });
  void ask();
}

export function setSort(sort: Sort): void {
  set({ question: { ...get().question, sort } });
  void ask();
}

/** Asks something new, from elsewhere in the window (a tag in the reader, the palette). */
export function askFor(query: string): void {
  set({ question: { ...firstQuestion, query }, chosen: null });
  void ask();
}

/** Puts the cursor on a row, and its cable into the preview as soon as the row is there. */
export function moveTo(row: number, id: string | null): void {
  set(id === null ? { cursor: row } : { cursor: row, chosen: id });
}
