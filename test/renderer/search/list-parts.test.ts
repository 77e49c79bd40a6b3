import { describe, expect, test } from 'vitest';
import { stepFor } from '../../../renderer/views/search/list-keys.ts';
import {
  isWide,
  nextSort,
  rowHeight,
  shownColumns,
  sortedBy,
  templateOf,
} from '../../../renderer/views/search/columns.ts';
import { correctedQuery, problemPart } from '../../../renderer/views/search/problem-part.ts';

describe('keys in the list', () => {
  const at = { row: 5, total: 100, page: 10 };
  test.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 99],
  ])('%s goes to row %i', (key, row) => {
    expect(stepFor(key, at)).toBe(row);
  });
  test('other keys don’t move, and an empty list has nowhere to go', () => {
    expect(stepFor('a', at)).toBeNull();
    expect(stepFor('End', { row: -1, total: 0, page: 1 })).toBeNull();
    expect(stepFor('ArrowDown', { row: 99, total: 100, page: 1 })).toBe(99);
  });
});

describe('the columns of the table', () => {
  test('stand in their own order, and the subject is always among them', () => {
    expect(shownColumns(['tags', 'date'])).toEqual(['date', 'subject', 'tags']);
    expect(shownColumns([])).toEqual(['subject']);
    expect(shownColumns(['date', 'id', 'origin', 'classification', 'tags'], 37)).toEqual([
      'date',
      'id',
      'origin',
      'subject',
    ]);
    expect(shownColumns(['date', 'origin'], 5)).toEqual(['date', 'subject']);
  });
  test('have the room for whole classifications in a wide window, where rows of lines are lower', () => {
    expect([isWide('rows', 60), isWide('rows', 98), isWide('table', 98)]).toEqual([false, true, false]);
    expect(templateOf(['classification', 'subject'], false)).toBe('minmax(5.5rem, 9rem) minmax(13rem, 1fr)');
    expect(templateOf(['classification', 'subject'], true)).toBe('minmax(5.5rem, 17rem) minmax(13rem, 1fr)');
    for (const density of ['comfortable', 'compact'] as const) {
      for (const passages of [true, false]) {
        const height = (layout: 'rows' | 'table', wide: boolean) =>
          rowHeight({ layout, density }, passages, wide);
        expect(height('rows', true)).toBeLessThan(height('rows', false));
        expect(height('table', true)).toBe(height('table', false));
      }
    }
  });
  test('a second press on a head turns the order round, where that can be', () => {
    expect(nextSort('date', 'relevance')).toBe('date');
    expect(nextSort('date', 'date')).toBe('-date');
    expect(nextSort('date', '-date')).toBe('date');
    expect(nextSort('subject', 'subject')).toBe('-subject');
    expect(nextSort('tags', 'date')).toBeNull();
    expect([sortedBy('origin', '-origin'), sortedBy('origin', 'origin'), sortedBy('id', 'date')]).toEqual([
      'down',
      'up',
      null,
    ]);
  });
});

describe('a mistake in the query', () => {
  const problem = { code: 'unknown-field', message: '', start: 5, end: 15, suggestion: 'subject:rice' };
  const query = 'iraq sbject:rice oil';
  test('is shown with what stands around it', () => {
    expect(problemPart(query, { ...problem, end: 16 })).toEqual({
      before: 'iraq ',
      wrong: 'sbject:rice',
      after: ' oil',
    });
    expect(problemPart('rice', { ...problem, start: 0, end: 4 })).toBeNull();
    expect(problemPart('rice', problem)).toBeNull();
  });
  test('is mended in its place; advice is no query', () => {
    expect(correctedQuery(query, { ...problem, end: 16 })).toBe('iraq subject:rice oil');
    expect(
      correctedQuery('a OR', { ...problem, code: 'lonely-or', suggestion: 'Write: iraq OR iran' }),
    ).toBeNull();
  });
});
