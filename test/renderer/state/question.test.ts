import { describe, expect, test } from 'vitest';
import {
  asksForWords,
  chosenValues,
  firstQuestion,
  firstRequest,
  pageRequest,
  pageSize,
  partsOf,
  passageRequest,
  sortFor,
  toggled,
} from '../../../renderer/state/question.ts';

describe('facet values', () => {
  test('a second press takes the value away, and an empty facet with it', () => {
    const once = toggled({}, 'origin', 'Embassy Hanoi');
    const twice = toggled(once, 'origin', 'Embassy Bern');
    expect(twice).toEqual({ origin: ['Embassy Hanoi', 'Embassy Bern'] });
    expect(toggled(toggled(twice, 'origin', 'Embassy Hanoi'), 'origin', 'Embassy Bern')).toEqual({});
    expect(once).toEqual({ origin: ['Embassy Hanoi'] });
  });

  test('chosen values stand in the order of the facets', () => {
    expect(chosenValues({ tag: ['VM'], year: ['2005', ''] })).toEqual([
      { facet: 'year', value: '2005' },
      { facet: 'year', value: '' },
      { facet: 'tag', value: 'VM' },
    ]);
  });
});

describe('requests', () => {
  test('without words the list goes by date, with words by relevance, unless an order was chosen', () => {
    expect(sortFor(firstQuestion)).toBe('date');
    expect(sortFor({ ...firstQuestion, query: 'rice' })).toBe('relevance');
    expect(sortFor({ ...firstQuestion, sort: 'origin' })).toBe('origin');
  });

  test('only the first page asks for counts, only a part of a page for passages', () => {
    const question = { ...firstQuestion, query: 'rice' };
    expect(firstRequest(question)).toMatchObject({ snippets: false, limit: pageSize });
    expect(firstRequest(question).facets).toContain('origin');
    expect(pageRequest(question, 3)).toMatchObject({ offset: 3 * pageSize, facets: [], snippets: false });
    expect(passageRequest(question, 2)).toMatchObject({ offset: 40, limit: 20, facets: [], snippets: true });
  });

  test('there are passages for words, not for fields alone', () => {
    expect(['rice', '"school fund"', 'tag:KWMN rice', '(a OR b) AND date:2005'].every(asksForWords)).toBe(
      true,
    );
    expect(
      ['', '  ', 'tag:KWMN', '-from:"Embassy Hanoi" AND (date:2005)', 'NOT is:partial'].some(asksForWords),
    ).toBe(false);
  });

  test('rows across the edge of a page need both', () => {
    expect(partsOf(pageSize - 1, pageSize, pageSize)).toEqual([0, 1]);
    expect(partsOf(5, 6, pageSize)).toEqual([0]);
  });
});
