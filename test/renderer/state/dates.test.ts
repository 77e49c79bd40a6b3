import { describe, expect, test } from 'vitest';
import { dateSpanOf, withDateSpan } from '../../../renderer/state/dates.ts';

const spring = { from: '2005-03', to: '2005-06' };

describe('the stretch of time in a query', () => {
  test.each([
    ['date:2005', { from: '2005', to: '2005' }],
    ['rice date:2005-03..2005-06 tag:VM', spring],
    ['rice DATE:2005-03..', { from: '2005-03', to: '' }],
    ['date:..2005-03-31', { from: '', to: '2005-03-31' }],
    ['"date:2005" rice', null],
    ['rice', null],
    ['-date:2005', null],
    ['NOT date:2005', null],
    ['rice OR date:2005', null],
    ['date:2004 date:2005', null],
    ['(rice date:2005)', null],
    ['date:tomorrow', null],
    ['date:..', null],
    ['', null],
  ])('%s', (query, span) => {
    expect(dateSpanOf(query)).toEqual(span);
  });

  test.each([
    ['', 'date:2005-03..2005-06'],
    ['rice', 'rice date:2005-03..2005-06'],
    ['rice date:1999 tag:VM', 'rice tag:VM date:2005-03..2005-06'],
    ['rice AND date:1999', 'rice date:2005-03..2005-06'],
    ['date:1999 AND rice', 'rice date:2005-03..2005-06'],
    ['rice OR wheat', '(rice OR wheat) date:2005-03..2005-06'],
    ['(rice OR wheat) date:1999', '(rice OR wheat) date:2005-03..2005-06'],
    ['"rice', '"rice" date:2005-03..2005-06'],
    ['(rice', '(rice) date:2005-03..2005-06'],
    ['-date:1999 rice', '-date:1999 rice date:2005-03..2005-06'],
  ])('%j narrowed is %j, and reads back as the same stretch', (query, narrowed) => {
    expect(withDateSpan(query, spring)).toBe(narrowed);
    if (!query.startsWith('-')) expect(dateSpanOf(narrowed)).toEqual(spring);
  });

  test('is taken out again, and the rest stays as it was typed', () => {
    expect(withDateSpan('rice  date:2005  tag:VM', null)).toBe('rice tag:VM');
    expect(withDateSpan('  "a  b" rice ', null)).toBe('"a  b" rice');
    expect(withDateSpan('rice', { from: '2005', to: '2005' })).toBe('rice date:2005');
  });
});
