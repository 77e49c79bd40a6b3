// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForWork, sameQuestion } from '../../../renderer/state/question.ts';
import { questionText } from '../../../renderer/state/saved-searches.ts';
import { placeBeside, placeFor } from '../../../renderer/views/dossiers/move.ts';
import { visitsByDay } from '../../../renderer/views/dossiers/visits-by-day.ts';

describe('places in a list', () => {
  const list = ['a', 'b', 'c', 'd'];
  test.each([
    [['a'], 'd', 'after', 3],
    [['a'], 'b', 'before', 0],
    [['d'], 'a', 'before', 0],
    [['b', 'c'], 'd', 'after', 2],
    [['a', 'c'], 'c', 'after', 1],
    [['x'], 'gone', 'before', null],
  ] as const)('%s dropped at %s, %s, goes to %s', (moved, target, where, at) => {
    expect(placeFor(list, new Set<string>(moved), target, where)).toBe(at);
  });

  test('whatever is dropped beside a thing that stays stands right beside it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 2 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('before' as const, 'after' as const),
        (ids, one, other, where) => {
          const moved = ids[one % ids.length] ?? '';
          const target = ids[other % ids.length] ?? '';
          fc.pre(moved !== target);
          const at = placeFor(ids, new Set([moved]), target, where) ?? -1;
          const after = ids.filter(id => id !== moved);
          after.splice(at, 0, moved);
          expect(after[after.indexOf(target) + (where === 'before' ? -1 : 1)]).toBe(moved);
        },
      ),
    );
  });

  test('a step beside stops at the ends', () => {
    expect([placeBeside(list, 'a', -1), placeBeside(list, 'a', 1), placeBeside(list, 'd', 1)]).toEqual([
      null,
      1,
      null,
    ]);
  });
});

test('visits are told by the day, each cable once, the newest first', () => {
  const visit = (cable: string, opened: string) => ({ cable, opened });
  const days = visitsByDay([
    visit('A', '2026-01-02T10:00:00.000Z'),
    visit('B', '2026-01-02T09:00:00.000Z'),
    visit('A', '2026-01-02T08:00:00.000Z'),
    visit('A', '2026-01-01T23:59:59.999Z'),
  ]);
  expect(days.map(({ date, visits }) => [date, visits.map(({ cable }) => cable)])).toEqual([
    ['2026-01-02', ['A', 'B']],
    ['2026-01-01', ['A']],
  ]);
});

describe('questions', () => {
  test('are the same in whatever order their values were chosen', () => {
    const one = { query: 'rice', filters: { origin: ['A', 'B'], year: ['2005'] } };
    expect(sameQuestion(one, { query: ' rice', filters: { year: ['2005'], origin: ['B', 'A'] } })).toBe(true);
    expect(sameQuestion(one, { query: 'rice' })).toBe(false);
    expect(sameQuestion({ query: '' }, { query: '', filters: {} })).toBe(true);
  });

  test.each([
    ['is:unread rice', true],
    ['rice is:read', true],
    ['in:"Hanoi papers"', true],
    ['-has:note', true],
    ['dossier:hanoi', true],
    ['is:partial', false],
    ['this:read', false],
    ['rice in hanoi', false],
  ])('%s asks for the own work: %s', (query, own) => {
    expect(asksForWork({ query })).toBe(own);
  });

  test('are told in one line', () => {
    expect(questionText({ query: 'rice', filters: { origin: ['Embassy Hanoi'] } })).toBe(
      'rice · Embassy Hanoi',
    );
    expect(questionText({ query: '' })).toBe('Every cable');
  });
});
