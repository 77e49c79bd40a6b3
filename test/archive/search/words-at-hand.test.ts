import { expect, test } from 'vitest';
import { TextOrder } from '../../../archive/search/answer/text-order.ts';
import { Pace } from '../../../archive/search/pace.ts';
import { textsLike } from '../../../archive/search/packed-texts.ts';
import { SlipCounter } from '../../../archive/search/suggest/slips.ts';
import { slipsBetween } from '../../../archive/text/nearest-name.ts';
import { Random } from '../../support/random.ts';
import { packedTexts, searchArchive } from '../../support/search-archive.ts';

const random = new Random(17);
const word = (letters: string, longest: number) =>
  Array.from({ length: random.below(longest + 1) }, () => letters.charAt(random.below(letters.length))).join(
    '',
  );

test.each([
  ['short and alike', 'ab', 4],
  ['long and alike', 'a', 300],
  ['of all kinds', 'abcé Đ-1', 12],
])('texts are put in order by their bytes, %s', async (_, letters, longest) => {
  const texts = Array.from({ length: 3000 }, () => word(letters, longest));
  const order = new TextOrder(texts.length);
  for (const text of texts) order.add(text);
  const bytes = texts.map(text => Buffer.from(text));
  const expected = Array.from(texts.keys()).sort(
    (a, b) =>
      Number(texts[a] === '') - Number(texts[b] === '') || Buffer.compare(bytes[a]!, bytes[b]!) || a - b,
  );
  expect(Array.from(await order.sorted(new Pace()))).toEqual(expected);
});

test('slips are counted as in the plain table of all letters', () => {
  for (let round = 0; round < 20_000; round++) {
    const one = word('abc', 9);
    const other = word('abc', 9);
    const limit = 1 + random.below(3);
    const bytes = Buffer.from(`xx${other}yy`);
    const counted = new SlipCounter(Buffer.from(one)).between(bytes, 2, 2 + other.length, limit);
    expect([one, other, limit, counted]).toEqual([one, other, limit, slipsBetween(one, other, limit)]);
  }
});

test('ids are found by how they begin, in any case, also where they are no ASCII', () => {
  const ids = ['05HANOI1', '05hanoi12', '05HANOI', '05STRAßE1', '', '05STRASSE2', '05ÉVORA3'];
  const found = (wanted: string, prefix: boolean) =>
    Array.from(textsLike(packedTexts(ids), wanted, prefix)).flatMap((like, at) =>
      like === 1 ? [ids[at]] : [],
    );
  expect(found('05HANOI1', true)).toEqual(['05HANOI1', '05hanoi12']);
  expect(found('05HANOI1', false)).toEqual(['05HANOI1']);
  expect(found('05STRASSE', true)).toEqual(['05STRAßE1', '05STRASSE2']);
  expect(found('05ÉVORA3', false)).toEqual(['05ÉVORA3']);
  expect(found('06', true)).toEqual([]);
});

test('lists by id and by subject are in order, whatever was asked before', async () => {
  const subjects = ['Élan', 'apple', 'Zebra', '', 'éclair', 'Apple pie'];
  const archive = await searchArchive(
    subjects.map((subject, at) => ({ id: `0${at % 3}HANOI${10 - at}`, subject, body: 'GENERATED' })),
  );
  const listed = async (sort: 'id' | 'subject') =>
    (await archive.search.search({ query: '', sort, snippets: false })).results;
  expect((await listed('subject')).map(({ subject }) => subject)).toEqual([
    'apple',
    'Apple pie',
    'Zebra',
    'éclair',
    'Élan',
    null,
  ]);
  expect((await listed('id')).map(({ id }) => id)).toEqual([
    '00HANOI7',
    '00HANOI10',
    '01HANOI6',
    '01HANOI9',
    '02HANOI5',
    '02HANOI8',
  ]);
  await archive.close();
});

test('the commonest words are known behind one letter, with their counts over all segments', async () => {
  const bodies = ['iraq iran', 'iraq iran', 'iraq', 'iraq iris', 'iraq iran', 'iraq'];
  const archive = await searchArchive(
    bodies.map((body, at) => ({ id: `05HANOI${at}`, body: `GENERATED ${body}` })),
    { segmentRows: 2 },
  );
  const completions = async () =>
    (await archive.search.suggest('i', 1, 4)).flatMap(({ kind, text, count }) =>
      kind === 'word' ? [[text, count]] : [],
    );
  const expected = [
    ['iraq', 6],
    ['iran', 3],
  ];
  expect(await completions()).toEqual(expected);
  // once the vocabulary is made, out of it
  expect((await archive.search.search({ query: 'irak' })).didYouMean[0]).toBe('iraq');
  expect(await completions()).toEqual(expected);
  await archive.close();
});
