/** The rows of the answer, fetched as they come into sight: first what they are, then the passages that were hit. */
import { call, jobName } from '../api.ts';
import { asksForWords, pageRequest, pageSize, partsOf, passageRequest, passagesAtOnce } from './question.ts';
import type { Question } from './question.ts';
import { hitAt, useSearch } from './search.ts';
import type { Answer } from './search.ts';
import type { SearchHit } from '../../preload/contract/index.ts';

const { getState: get, setState: set } = useSearch;

/** What was asked for of one answer: pages, and parts whose passages were. */
interface Fetched {
  answer: Answer;
  question: Question;
  pages: Set<number>;
  passages: Set<number>;
}

let fetched: Fetched | null = null;

/** The notes on the answer that is shown; new ones for a new answer, whose first page came with it. */
function ofThisAnswer(): Fetched | null {
  const { answer, answered } = get();
  if (answer === null || answered === null) return null;
  if (fetched?.answer !== answer) {
    fetched = { answer, question: answered, pages: new Set([0]), passages: new Set() };
  }
  return fetched;
}

/** Fetches what rows `first` to `last` need, each thing once: their pages, and then their passages. */
export async function needRows(first: number, last: number): Promise<void> {
  const mine = ofThisAnswer();
  if (mine === null) return;
  const end = Math.min(last, mine.answer.total - 1);
  const missing = partsOf(first, end, pageSize).filter(page => !mine.pages.has(page));
  for (const page of missing) mine.pages.add(page);
  await Promise.all(missing.map(page => fetchPage(mine, page)));
  if (fetched === mine && asksForWords(mine.question.query)) restThenPassages(mine, first, end);
}

async function fetchPage(mine: Fetched, page: number): Promise<void> {
  const request = pageRequest(mine.question, page);
  const result = await call('search.run', { job: jobName('page'), request });
  if (get().answer !== mine.answer) return;
  if (result.ok) addPage(page, result.value.results);
  // Scrolling there again asks again.
  else mine.pages.delete(page);
}

/** Adds a page; a cursor that ran ahead of it gets its cable now. */
function addPage(page: number, hits: readonly SearchHit[]): void {
  const pages = new Map(get().pages).set(page, hits);
  const { cursor, chosen } = get();
  const here = Math.floor(cursor / pageSize) === page ? hitAt(pages, cursor, pageSize) : undefined;
  set({ pages, chosen: here?.id ?? chosen });
}

/** Rows that are scrolled past need no passages: asked for once the list rests so long, in milliseconds. */
const rest = 50;
const job = jobName('passages', true);
let timer: ReturnType<typeof setTimeout> | undefined;
let running = 0;

// Passages of rows that nobody will see would keep the engine from the new question.
useSearch.subscribe(({ question }, before) => {
  if (question === before.question) return;
  clearTimeout(timer);
  if (running > 0) void call('job.cancel', { job });
});

function restThenPassages(mine: Fetched, first: number, last: number): void {
  clearTimeout(timer);
  // The first rows are what everybody waits for.
  const wait = mine.passages.size === 0 ? 0 : rest;
  timer = setTimeout(() => void fetchPassages(mine, first, last), wait);
}

async function fetchPassages(mine: Fetched, first: number, last: number): Promise<void> {
  for (const part of partsOf(first, last, passagesAtOnce)) {
    if (mine.passages.has(part) || get().answer !== mine.answer) continue;
    mine.passages.add(part);
    running += 1;
    // oxlint-disable-next-line no-await-in-loop
    const result = await call('search.run', { job, request: passageRequest(mine.question, part) });
    running -= 1;
    if (get().answer !== mine.answer) return;
    if (result.ok) addPassages(part, result.value.results);
    else mine.passages.delete(part);
  }
}

function addPassages(part: number, hits: readonly SearchHit[]): void {
  const start = part * passagesAtOnce;
  const page = Math.floor(start / pageSize);
  const before = get().pages.get(page);
  if (before === undefined) return;
  const passages = new Map(hits.map(hit => [hit.key, hit.snippet]));
  const after = before.map(hit => ({ ...hit, snippet: passages.get(hit.key) ?? hit.snippet }));
  set({ pages: new Map(get().pages).set(page, after) });
}
