// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { taken } from '../../../renderer/state/suggestions.ts';
import { afterClosing } from '../../../renderer/state/tabs.ts';

describe('closing a tab', () => {
  const open = ['A', 'B', 'C'].map(id => ({ id, title: null }));
  test.each([
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'B'],
  ])('after %s comes %s', (closed, next) => {
    expect(afterClosing(open, closed)?.id).toBe(next);
  });
  test('after the last there is none', () => {
    expect(afterClosing([{ id: 'A', title: null }], 'A')).toBeNull();
  });
});

describe('taking a suggestion', () => {
  const suggestion = { kind: 'tag', label: 'KWMN', count: 3 } as const;
  test('it stands where the typed part stood, with room for the next word', () => {
    expect(taken('rice tag:kw AND roads', { ...suggestion, text: 'tag:KWMN', replace: [5, 11] })).toEqual({
      query: 'rice tag:KWMN AND roads',
      cursor: 13,
    });
    expect(taken('kw', { ...suggestion, text: 'KWMN', replace: [0, 2] })).toEqual({
      query: 'KWMN ',
      cursor: 5,
    });
  });
  test('a field name keeps the cursor at its colon', () => {
    expect(taken('ta', { ...suggestion, text: 'tag:', replace: [0, 2] })).toEqual({
      query: 'tag:',
      cursor: 4,
    });
  });
});
