import { describe, expect, test } from 'vitest';
import {
  barsOf,
  barsWithin,
  namedBars,
  spanBetween,
  standOf,
  zoomOf,
} from '../../../renderer/views/search/timeline-bars.ts';

const months = [
  { value: '1999-12', count: 4 },
  { value: '2003-02', count: 10 },
  { value: '2003-03', count: 6 },
  { value: '2006-01', count: 16 },
  { value: '', count: 900 },
];

describe('the timeline', () => {
  test('has a bar for every year, empty ones too, and leaves the undated out', () => {
    const { unit, bars } = barsOf(months, null);
    expect(unit).toBe('year');
    expect(bars.map(bar => [bar.key, bar.count])).toEqual([
      ['1999', 4],
      ['2000', 0],
      ['2001', 0],
      ['2002', 0],
      ['2003', 16],
      ['2004', 0],
      ['2005', 0],
      ['2006', 16],
    ]);
    expect(bars[0]?.height).toBe(0.25);
  });

  test('goes by months where the years are few', () => {
    const { unit, bars } = barsOf(months, [2003, 2004]);
    expect(unit).toBe('month');
    expect(bars).toHaveLength(24);
    expect(bars[1]).toMatchObject({ key: '2003-02', count: 10, height: 1 });
  });

  test('a date out of all reason does not flatten the rest', () => {
    const { bars } = barsOf(
      [{ value: '0001-01', count: 1 }, ...months, { value: '9999-12', count: 1 }],
      null,
    );
    expect([bars[0]?.key, bars.at(-1)?.key]).toEqual(['1999', '2006']);
  });

  test('no dated cable, no bars', () => {
    expect(barsOf([{ value: '', count: 3 }], null).bars).toEqual([]);
  });

  test('knows which bars a stretch of time touches, whatever it is written in', () => {
    const years = barsOf(months, null);
    expect(barsWithin(years, { from: '2003-02', to: '2005' })).toEqual([4, 6]);
    expect(barsWithin(years, { from: '2005', to: '' })).toEqual([6, 7]);
    expect(barsWithin(years, { from: '', to: '2000-06-30' })).toEqual([0, 1]);
    expect(barsWithin(years, { from: '1970', to: '1980' })).toBeNull();
    expect(barsWithin(years, null)).toEqual([0, 7]);
    const some = barsOf(months, [2003, 2003]);
    expect(barsWithin(some, { from: '2003-02-11', to: '2003-04-01' })).toEqual([1, 3]);
    expect(barsWithin(some, { from: '2003', to: '2003' })).toEqual([0, 11]);
  });

  test('a stretch goes from the earlier bar to the later, however it was drawn', () => {
    const years = barsOf(months, null);
    expect(spanBetween(years, 6, 4)).toEqual({ from: '2003', to: '2005' });
    expect(spanBetween(years, 4, 4)).toEqual({ from: '2003', to: '2003' });
  });

  test('a short stretch is seen by months, a long or open one by years', () => {
    expect(zoomOf({ from: '2003-05', to: '2005' })).toEqual([2003, 2005]);
    expect(zoomOf({ from: '1990', to: '2005' })).toBeNull();
    expect(zoomOf({ from: '2005', to: '' })).toBeNull();
    expect(zoomOf({ from: '2005', to: '2003' })).toBeNull();
    expect(zoomOf(null)).toBeNull();
  });

  test('names stand as close as there is room', () => {
    const years = barsOf(months, null);
    expect(namedBars(years, 800, 40)).toHaveLength(8);
    expect(namedBars(years, 160, 40).map(at => years.bars[at]?.key)).toEqual([
      '2000',
      '2002',
      '2004',
      '2006',
    ]);
    const some = barsOf(months, [2003, 2004]);
    expect(namedBars(some, 300, 34).map(at => some.bars[at]?.key)).toEqual([
      '2003-01',
      '2003-04',
      '2003-07',
      '2003-10',
      '2004-01',
      '2004-04',
      '2004-07',
      '2004-10',
    ]);
  });

  test('no name goes past an end of the chart', () => {
    // 40 bars in 400 pixels, 10 each; a name takes 30.
    expect([0, 1, 2, 37, 38, 39].map(at => standOf(at, 40, 400, 30))).toEqual([
      'start',
      'middle',
      'middle',
      'middle',
      'middle',
      'end',
    ]);
  });
});
