/** The search room: a question, the answer that is shown, and the pages of it that came so far (see `pages.ts`). */
import { create } from 'zustand';
import { call, jobName } from '../api.ts';
import { withDateSpan } from './dates.ts';
import type { DateSpan } from './dates.ts';
import { askedBy } from './question-address.ts';
import type { Asked, SearchView } from './question-address.ts';
import { placeOf } from './place.ts';
import { asksForWords, firstQuestion, firstRequest, pageSize, toggled } from './question.ts';
import type { Filters, Question } from './question.ts';
import type { ErrorShape, FacetName, SearchHit, SearchResult, Sort } from '../../preload/contract/index.ts';

export type Answer = Omit<SearchResult, 'results'>;

/** Where someone stood in a list: the row of the cursor, and how many rows (and parts of one) were scrolled past. */
export interface Standing {
  cursor: number;
  top: number;
}

interface SearchState {
  question: Question;
  view: SearchView;
  /** the question that `answer` and `pages` belong to */
  answered: Question | null;
  answer: Answer | null;
  pages: ReadonlyMap<number, readonly SearchHit[]>;
  /** the row that the keyboard is on; -1 before any */
  cursor: number;
  /** the cable that is previewed, whether or not the list still has it */
  chosen: string | null;
  /** how many rows, and parts of one, are scrolled past */
  top: number;
  /** where to stand once the question's answer is there, for who comes back to it */
  wanted: Standing | null;
  fault: ErrorShape | null;
}

/** The question that the window was opened with, where its address asks one. */
function firstAsked(): Asked {
  const place = placeOf(window.location.hash);
  return askedBy((place.room === 'search' ? place.asked : undefined) ?? '');
}

export const useSearch = create<SearchState>(() => ({
  ...firstAsked(),
  answered: null,
  answer: null,
  pages: new Map(),
  cursor: -1,
  chosen: null,
  top: 0,
  wanted: null,
  fault: null,
}));

const get = useSearch.getState;
const set = useSearch.setState;

/** While one question is on its way, keys pressed within so many milliseconds make one more. */
const pause = 15;
const job = jobName('search', true);
let turn = 0;
let waitedFor = 0;
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
  waitedFor += 1;
  const result = await call('search.run', { job, request: firstRequest(question) });
  waitedFor -= 1;
  if (mine !== turn) return;
  if (!result.ok) {
    if (result.error.code !== 'cancelled') set({ fault: result.error });
    return;
  }
  const { results, ...answer } = result.value;
  const before = get();
  // Rows without passages are lower: an old one would lie over the next row.
  const first = asksForWords(question.query) ? withOldPassages(results, before.pages.get(0) ?? []) : results;
  // Asked again because the archive changed: what is in sight stays until its page came anew.
  const again = before.answered === question;
  set({
    answer,
    answered: question,
    pages: again ? new Map(before.pages).set(0, first) : new Map([[0, first]]),
    fault: null,
    wanted: null,
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
): Pick<SearchState, 'cursor' | 'chosen' | 'top'> {
  const { cursor, chosen, wanted } = get();
  const top = again ? get().top : 0;
  if (wanted !== null && total > 0) {
    const row = Math.min(Math.max(0, wanted.cursor), total - 1);
    return { cursor: row, chosen: results[row]?.id ?? null, top: wanted.top };
  }
  const at = results.findIndex(hit => hit.id === chosen);
  if (at !== -1) return { cursor: at, chosen, top };
  // Gone from the list, or beyond its first page: the place in it stays.
  if (again && cursor > 0 && total > 0) {
    const row = Math.min(cursor, total - 1);
    return { cursor: row, chosen: results[row]?.id ?? chosen, top };
  }
  const first = results[0];
  return { cursor: first === undefined ? -1 : 0, chosen: first?.id ?? null, top };
}

/** Asks at once, before the key is even drawn; but where typing outruns the answers, it makes fewer questions. */
function askSoon(): void {
  clearTimeout(timer);
  if (waitedFor === 0) void ask();
  else timer = setTimeout(() => void ask(), pause);
}

export function setQuery(query: string): void {
  set({ question: { ...get().question, query }, wanted: null });
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
export function askFor(query: string, filters: Filters = {}): void {
  set({ question: { ...firstQuestion, query, filters }, view: 'list', chosen: null, wanted: null });
  void ask();
}

/** Narrows the question to a stretch of time, written into the query as `date:`, or to none. */
export function setDates(span: DateSpan | null): void {
  const { question } = get();
  set({ question: { ...question, query: withDateSpan(question.query, span) } });
  void ask();
}

/** Narrows to exactly these values of a facet; none lets go of it. */
export function setFilter(facet: FacetName, values: readonly string[]): void {
  const { question } = get();
  const { [facet]: _, ...others } = question.filters;
  set({
    question: { ...question, filters: values.length === 0 ? others : { ...others, [facet]: [...values] } },
  });
  void ask();
}

/** Shows the results as a list or on a map. */
export function setView(view: SearchView): void {
  set({ view });
}

/** Asks what an address asks, and stands where someone stood there. */
export function askAgain({ question, view }: Asked, wanted: Standing | null): void {
  set({ question, view, wanted, chosen: null });
  void ask();
}

/** Puts the cursor on a row, and its cable into the preview as soon as the row is there. */
export function moveTo(row: number, id: string | null): void {
  set(id === null ? { cursor: row } : { cursor: row, chosen: id });
}
