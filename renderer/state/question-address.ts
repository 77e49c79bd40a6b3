/** A question as the address's fragment writes it after `#search/`: `q=trade&origin=Embassy+Hanoi&sort=date`. Pure. */
import { facetNames, firstQuestion, sorts } from './question.ts';
import type { Filters, Question } from './question.ts';

/** What the middle of the search room shows: the list of results, or the map of their posts. */
export type SearchView = 'list' | 'places';

export interface Asked {
  question: Question;
  view: SearchView;
}

/** Longer ones are no question of ours: the engine takes no more. */
const longestQuery = 10_000;
const mostValues = 200;

/** The question in the order that it is always written in, so that the same one is the same address. */
export function addressOf({ question, view }: Asked): string {
  const address = new URLSearchParams();
  if (question.query !== '') address.set('q', question.query);
  for (const facet of facetNames) {
    for (const value of question.filters[facet] ?? []) address.append(facet, value);
  }
  if (question.sort !== firstQuestion.sort) address.set('sort', question.sort);
  if (view !== 'list') address.set('view', view);
  return address.toString();
}

/** The question that an address asks; what it does not know is left out, for it may come from anywhere. */
export function askedBy(address: string): Asked {
  const given = new URLSearchParams(address);
  const filters: Filters = {};
  for (const facet of facetNames) {
    const values = [...new Set(given.getAll(facet))].slice(0, mostValues);
    if (values.length > 0) filters[facet] = values;
  }
  const sort = sorts.find(one => one === given.get('sort')) ?? firstQuestion.sort;
  const query = (given.get('q') ?? '').slice(0, longestQuery);
  return { question: { query, filters, sort }, view: given.get('view') === 'places' ? 'places' : 'list' };
}
