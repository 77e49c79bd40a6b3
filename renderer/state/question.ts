/** What is asked of the archive: words, chosen facet values, order. Pure. */
import type { FacetName, SearchInput, Sort } from '../../preload/contract/index.ts';

export type Filters = Partial<Record<FacetName, string[]>>;

export interface Question {
  query: string;
  filters: Filters;
  sort: Sort;
}

/** The facets that the window draws, in this order. */
export const shownFacets = [
  'year',
  'origin',
  'classification',
  'tag',
  'caption',
  'partial',
  'redacted',
  'dossier',
] as const satisfies readonly FacetName[];
export type ShownFacet = (typeof shownFacets)[number];

/** Those that come with the first page; the others, and the months, a moment later (see `counts.ts`). */
export const firstFacets = [
  'year',
  'origin',
  'classification',
  'tag',
] as const satisfies readonly FacetName[];

/** Every facet that a question can be narrowed by, in the order that addresses write them. */
export const facetNames = [...shownFacets, 'month'] as const satisfies readonly FacetName[];

/** Every order that a question can ask for. */
export const sorts = [
  'relevance',
  'date',
  '-date',
  'origin',
  '-origin',
  'id',
  '-id',
  'subject',
  '-subject',
  'classification',
  '-classification',
] as const satisfies readonly Sort[];

/** Rows fetched at once. */
export const pageSize = 60;

/** Passages fetched at once: about as many rows as are in sight. A part of a page. */
export const passagesAtOnce = 20;

/** Facet values fetched at once; more than there are posts. */
export const mostValues = 400;

export const firstQuestion: Question = { query: '', filters: {}, sort: 'relevance' };

/** Without words there is no relevance: newest cables come last in an archive, so its list begins with the oldest. */
export function sortFor({ query, sort }: Question): Sort {
  return sort === 'relevance' && !asksForWords(query) ? 'date' : sort;
}

/** The request for the first page, which brings the counts too. Passages are asked for later: they cost the most. */
export function firstRequest(question: Question): SearchInput {
  return {
    query: question.query,
    filters: question.filters,
    sort: sortFor(question),
    offset: 0,
    limit: pageSize,
    facets: [...firstFacets],
    facetLimit: mostValues,
    snippets: false,
  };
}

/** The request for a later page; counts are known by then. */
export function pageRequest(question: Question, page: number): SearchInput {
  return { ...firstRequest(question), offset: page * pageSize, facets: [] };
}

/** The request for the passages of a few rows. */
export function passageRequest(question: Question, part: number): SearchInput {
  const offset = part * passagesAtOnce;
  return { ...firstRequest(question), offset, limit: passagesAtOnce, facets: [], snippets: true };
}

const fieldTerm = /-?\b[a-z]+:(?:"[^"]*"?|\S*)/gi;
const operator = /\b(?:AND|OR|NOT)\b|[()]/g;

/** Whether a query has words that a text can be searched for, so that there are passages to show: not only `tag:KWMN`. */
export function asksForWords(query: string): boolean {
  return /[\p{L}\p{N}]/u.test(query.replaceAll(fieldTerm, ' ').replaceAll(operator, ' '));
}

/** Chooses a facet value, or lets go of it. A facet without values is left out. */
export function toggled(filters: Filters, facet: FacetName, value: string): Filters {
  const chosen = filters[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value];
  const { [facet]: _, ...others } = filters;
  return next.length === 0 ? others : { ...others, [facet]: next };
}

/** The chosen values, in the order of the facets. */
export function chosenValues(filters: Filters): { facet: FacetName; value: string }[] {
  return facetNames.flatMap(facet => (filters[facet] ?? []).map(value => ({ facet, value })));
}

/** The pages, or other parts of `size` rows, that rows `first` to `last` stand on. */
export function partsOf(first: number, last: number, size: number): number[] {
  const parts: number[] = [];
  for (let part = Math.floor(first / size); part <= Math.floor(last / size); part += 1) parts.push(part);
  return parts;
}

/** The words and chosen values of a question: what is saved and remembered of it. */
export interface Wanted {
  query: string;
  filters?: Filters | undefined;
}

/** Whether two questions ask for the same cables: the same words and the same chosen values, in whatever order. */
export function sameQuestion(one: Wanted, other: Wanted): boolean {
  const names = (filters: Filters = {}) =>
    Object.entries(filters)
      .flatMap(([facet, values]) => values.map(value => `${facet} ${value}`))
      .sort()
      .join('\n');
  return one.query.trim() === other.query.trim() && names(one.filters) === names(other.filters);
}

/** Whether an answer hangs on the person's own work, so that it is old when that changes: `is:unread`, `in:`, a dossier chosen. */
export function asksForWork({ query, filters }: Wanted): boolean {
  return (filters?.dossier ?? []).length > 0 || /\b(?:is:\s*"?(?:un)?read|in:|dossier:|has:)/i.test(query);
}
