import { describe, expect, test } from 'vitest';
import { stepFor } from '../../../renderer/views/search/list-keys.ts';
import { yearBars } from '../../../renderer/views/search/year-bars.ts';

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

describe('the year chart', () => {
  test('has a bar for every year, empty ones too, and leaves the undated out', () => {
    const bars = yearBars([
      { value: '', count: 900 },
      { value: '2003', count: 4 },
      { value: '2006', count: 16 },
    ]);
    expect(bars.map(bar => [bar.year, bar.count])).toEqual([
      [2003, 4],
      [2004, 0],
      [2005, 0],
      [2006, 16],
    ]);
    expect(bars.map(bar => bar.height)).toEqual([0.5, 0, 0, 1]);
  });
  test('no dated cable, no chart', () => {
    expect(yearBars([{ value: '', count: 3 }])).toEqual([]);
  });
});
