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
] as const satisfies readonly FacetName[];

/** Rows fetched at once. */
export const pageSize = 60;

/** Facet values fetched at once; more than there are posts. */
export const mostValues = 400;

export const firstQuestion: Question = { query: '', filters: {}, sort: 'relevance' };

/** Without words there is no relevance: newest cables come last in an archive, so its list begins with the oldest. */
export function sortFor({ query, sort }: Question): Sort {
  return sort === 'relevance' && query.trim() === '' ? 'date' : sort;
}

/** The request for the first page, which brings the counts too. */
export function firstRequest(question: Question): SearchInput {
  return {
    query: question.query,
    filters: question.filters,
    sort: sortFor(question),
    offset: 0,
    limit: pageSize,
    facets: [...shownFacets],
    facetLimit: mostValues,
    snippets: question.query.trim() !== '',
  };
}

/** The request for a later page; counts are known by then. */
export function pageRequest(question: Question, page: number): SearchInput {
  return { ...firstRequest(question), offset: page * pageSize, facets: [] };
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
  return shownFacets.flatMap(facet => (filters[facet] ?? []).map(value => ({ facet, value })));
}

/** The pages that rows `first` to `last` stand on. */
export function pagesOf(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1)
    pages.push(page);
  return pages;
}
