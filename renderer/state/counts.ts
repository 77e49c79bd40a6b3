/**
 * Counts that nobody waits for: the lesser facets, and the months of the timeline. They come a moment after the first
 * page, so that fast typing asks for none of them; the ones before stay until they are there.
 */
import { create } from 'zustand';
import { call, jobName } from '../api.ts';
import { dateSpanOf, withDateSpan } from './dates.ts';
import { firstFacets, firstRequest, shownFacets } from './question.ts';
import type { Question } from './question.ts';
import { useSearch } from './search.ts';
import { useWork } from './work.ts';
import type { Facet, FacetName, SearchInput } from '../../preload/contract/index.ts';

interface Counts {
  facets: Partial<Record<FacetName, Facet>>;
  /** the result over the months, were it not narrowed to a stretch of time */
  months: Facet | null;
}

export const useCounts = create<Counts>(() => ({ facets: {}, months: null }));

const later = shownFacets.filter(facet => !firstFacets.some(one => one === facet));

/** More than there are months in any archive. */
const mostMonths = 5000;

/** A result that rests so long is counted, in milliseconds. */
const rest = 60;
const jobs = { facets: jobName('counts', true), months: jobName('months', true) };
let timer: ReturnType<typeof setTimeout> | undefined;

async function counted(
  job: string,
  question: Question,
  facets: FacetName[],
): Promise<Partial<Record<FacetName, Facet>> | null> {
  const request: SearchInput = {
    ...firstRequest(question),
    limit: 0,
    facets,
    ...(facets.includes('month') ? { facetLimit: mostMonths } : {}),
  };
  const result = await call('search.run', { job, request });
  return result.ok ? result.value.facets : null;
}

async function count(question: Question): Promise<void> {
  const still = (): boolean => useSearch.getState().answered === question;
  const facets = await counted(jobs.facets, question, [...later]);
  if (!still()) return;
  if (facets !== null) useCounts.setState({ facets });
  // The timeline shows what lies outside the chosen stretch, too.
  const wide = dateSpanOf(question.query) === null ? question.query : withDateSpan(question.query, null);
  const months = await counted(jobs.months, { ...question, query: wide }, ['month']);
  if (still() && months?.month !== undefined) useCounts.setState({ months: months.month });
}

// How many of a result stand in each dossier changes with the dossiers, too.
const dossiersOf = ({ work }: ReturnType<typeof useWork.getState>): string =>
  (work?.dossiers ?? []).map(({ name, cables }) => `${name} ${cables.length}`).join('\n');
useWork.subscribe((now, before) => {
  const { answered } = useSearch.getState();
  if (answered === null || now.work === before.work || dossiersOf(now) === dossiersOf(before)) return;
  clearTimeout(timer);
  timer = setTimeout(() => void count(answered), rest);
});

useSearch.subscribe(({ answer, answered }, before) => {
  if (answer === before.answer || answered === null) return;
  clearTimeout(timer);
  timer = setTimeout(() => void count(answered), rest);
});
