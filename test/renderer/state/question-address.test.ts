import { expect, test } from 'vitest';
import { firstQuestion } from '../../../renderer/state/question.ts';
import type { Asked } from '../../../renderer/state/question-address.ts';
import { addressOf, askedBy } from '../../../renderer/state/question-address.ts';

const asked: Asked[] = [
  { question: firstQuestion, view: 'list' },
  { question: { ...firstQuestion, query: 'a/b & "c" d=ü #1 +1 %41' }, view: 'list' },
  {
    question: {
      query: 'from:hanoi',
      filters: { year: ['2005', '2006'], origin: ['Embassy Hanoi', ''], partial: ['true'] },
      sort: '-date',
    },
    view: 'places',
  },
];

test.each(asked)('a question comes back out of its address as it went in: %j', one => {
  expect(askedBy(addressOf(one))).toEqual(one);
});

test('the same question is the same address, however it was chosen', () => {
  const filters = { tag: ['VM'], origin: ['Embassy Hanoi'] };
  const turned = { origin: ['Embassy Hanoi'], tag: ['VM'] };
  expect(addressOf({ question: { ...firstQuestion, filters }, view: 'list' })).toBe(
    addressOf({ question: { ...firstQuestion, filters: turned }, view: 'list' }),
  );
  expect(addressOf({ question: firstQuestion, view: 'list' })).toBe('');
});

test('an address from anywhere does no harm', () => {
  const { question, view } = askedBy(
    `q=${'x'.repeat(20_000)}&sort=evil&view=hall&__proto__=1&origin=&origin=&year=2005&%E0%A4%A`,
  );
  expect(question.query).toHaveLength(10_000);
  expect(question.sort).toBe('relevance');
  expect(question.filters).toEqual({ year: ['2005'], origin: [''] });
  expect(view).toBe('list');
});
