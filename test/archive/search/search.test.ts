import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sort } from '../../../archive/model/search.ts';
import { searchArchive, type TestArchive } from '../../support/search-archive.ts';

const rows = [
  {
    id: '05HANOI841',
    created: '2005-04-11T05:24Z',
    origin: 'Embassy Hanoi',
    classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
    subject: 'VIETNAM HOSTS SIX-COUNTRY TIP MEETING',
    tags: ['PHUM', 'VM'],
    signers: ['MARINE'],
    partial: false,
    header: 'O 110524Z APR 05\nFM AMEMBASSY HANOI\nTO SECSTATE WASHDC IMMEDIATE 7214\nINFO AMEMBASSY BANGKOK',
    body: 'GENERATED\n1. (SBU) Summary: Vietnam\u2019s officials met the U.S. delegation in H\u00e0 N\u1ed9i.\n2. (C/NF) E.O. 12958 \u00b6 applies to human\nrights. MARINE',
  },
  {
    id: '06PARIS100',
    created: '2006-01-01T00:00Z',
    origin: 'Embassy Paris',
    classification: 'CONFIDENTIAL//NOFORN',
    references: ['05HANOI841'],
    tags: ['PREL', 'CLINTON, HILLARY'],
    partial: true,
    header: 'FM AMEMBASSY PARIS\nTO AMEMBASSY HANOI\nXMT AMCONSUL LYON',
    body: 'GENERATED Human trafficking and human rights in Iraq. REF 05 HANOI 841.',
  },
  { id: '06ROME7', body: 'GENERATED Iraq only; no header, no date.' },
  { id: '06ROME8', created: '2006-06-01T00:00Z', withdrawn: true, body: 'GENERATED Iraq, withdrawn.' },
];

let archive: TestArchive;
beforeAll(async () => {
  archive = await searchArchive(rows, { segmentRows: 2 });
});
afterAll(() => archive.close());

const found: [string, string[]][] = [
  ['iraq', ['06PARIS100', '06ROME7']],
  ['iraq is:withdrawn', ['06ROME8']],
  ['IRAQ human', ['06PARIS100']],
  ['"human rights"', ['05HANOI841', '06PARIS100']],
  ['"rights human"', []],
  ['iraq OR vietnam', ['05HANOI841', '06PARIS100', '06ROME7']],
  ['iraq -human', ['06ROME7']],
  ['iraq NOT human', ['06ROME7']],
  ['(iraq OR vietnam) human', ['05HANOI841', '06PARIS100']],
  ['traff*', ['06PARIS100']],
  ['"human traff*"', ['06PARIS100']],
  ['U.S.', ['05HANOI841']],
  ['E.O. 12958', ['05HANOI841']],
  ["vietnam's", ['05HANOI841']],
  ['Ha Noi', ['05HANOI841']],
  ['six-country', ['05HANOI841']],
  ['subject:tip', ['05HANOI841']],
  ['subject:iraq', []],
  ['bangkok', []],
  ['to:bangkok', ['05HANOI841']],
  ['to:hanoi', ['06PARIS100']],
  ['from:hanoi', ['05HANOI841']],
  ['from:"embassy paris"', ['06PARIS100']],
  ['to:lyon', []],
  ['header:lyon', ['06PARIS100']],
  ['class:confidential', ['06PARIS100']],
  ['tag:vm', ['05HANOI841']],
  ['tag:(vm OR prel)', ['05HANOI841', '06PARIS100']],
  ['tag:"clinton, hillary"', ['06PARIS100']],
  ['ref:05HANOI841', ['06PARIS100']],
  ['id:05hanoi841', ['05HANOI841']],
  ['05HANOI841', ['05HANOI841', '06PARIS100']],
  ['05 hanoi 000841', ['05HANOI841']],
  ['05 hanoi 841', ['05HANOI841', '06PARIS100']],
  ['signed:marine', ['05HANOI841']],
  ['mark:nf', ['05HANOI841']],
  ['mark:c/nf', ['05HANOI841']],
  ['mark:sbu', ['05HANOI841']],
  ['after:2005', ['06PARIS100']],
  ['before:2006', ['05HANOI841']],
  ['date:2005-03..2005-04', ['05HANOI841']],
  ['-date:2005', ['06PARIS100']],
  ['is:undated', ['06ROME7']],
  ['is:partial', ['06PARIS100']],
  ['-is:partial', ['05HANOI841']],
  ['', ['05HANOI841', '06PARIS100', '06ROME7']],
];

describe('the language', () => {
  test.each(found)('%s', async (query, ids) => {
    expect(await archive.find(query)).toEqual(ids);
  });
});

test.each(['*', '-', '"', '(', 'a:', "'", '* ', 'NOT ', 'a* '])(
  'a pasted line of %j alone is answered at once',
  async seed => {
    const before = process.cpuUsage();
    await archive.find(`${seed.repeat(10_000).slice(0, 9990)}iraq`).catch(() => undefined);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  },
);

test('a mistake is told with its place, and the rest is answered', async () => {
  const result = await archive.search.search({ query: 'iraq (human date:yesterday' });
  expect(result.results.map(({ id }) => id)).toEqual(['06PARIS100']);
  expect(result.problems.map(({ code, start, end }) => [code, start, end])).toEqual([
    ['open-parenthesis', 5, 6],
    ['bad-date', 17, 26],
  ]);
});

test('facets, filters and snippets', async () => {
  const { search } = archive;
  const result = await search.search({ query: 'human', facets: ['year', 'origin', 'tag', 'partial'] });
  expect(result.facets).toEqual({
    year: [
      { value: '2005', count: 1 },
      { value: '2006', count: 1 },
    ],
    origin: [
      { value: 'Embassy Hanoi', count: 1 },
      { value: 'Embassy Paris', count: 1 },
    ],
    tag: ['CLINTON, HILLARY', 'PHUM', 'PREL', 'VM'].map(value => ({ value, count: 1 })),
    partial: [
      { value: 'false', count: 1 },
      { value: 'true', count: 1 },
    ],
  });
  const filtered = await search.search({
    query: '',
    filters: { origin: ['Embassy Paris', ''] },
    sort: 'date',
  });
  expect(filtered.results.map(({ id }) => id)).toEqual(['06PARIS100', '06ROME7']);
  const { results } = await search.search({ query: '"ha noi"' });
  const { text, hits } = results[0]!.snippet!;
  expect(hits.map(([start, end]) => text.slice(start, end))).toEqual(['Hà Nội']);
});

test('hits in a body, in its own offsets', async () => {
  const { body } = rows[0]!;
  const spans = await archive.search.hits('"ha noi" OR u.s. -iraq subject:tip', 0);
  expect(spans.map(({ start, end }) => body.slice(start, end))).toEqual(['U.S', 'H\u00e0 N\u1ed9i']);
});

test('what cites a cable, and what is like it', async () => {
  expect((await archive.search.citedBy('05hanoi841')).map(({ id }) => id)).toEqual(['06PARIS100']);
  expect((await archive.search.similar(0, 5)).map(({ id }) => id)[0]).toBe('06PARIS100');
});

test('pages follow each other, and every order has all', async () => {
  const { search } = archive;
  for (const sort of [
    'relevance',
    'date',
    '-date',
    'origin',
    '-origin',
    'id',
    '-id',
    'subject',
    '-subject',
    'classification',
    '-classification',
  ] as const) {
    const all = await search.search({ query: '', sort });
    const pages = await Promise.all(
      [0, 1, 2].map(offset => search.search({ query: '', sort, offset, limit: 1 })),
    );
    expect(pages.flatMap(({ results }) => results)).toEqual(all.results);
    expect(all.results).toHaveLength(3);
  }
  const idsBy = async (sort: Sort) => (await search.search({ query: '', sort })).results.map(({ id }) => id);
  expect(await idsBy('-id')).toEqual((await idsBy('id')).reverse());
  // What has no subject or classification stays last, whichever way.
  for (const sort of ['subject', 'classification'] as const) {
    const known = rows.filter(row => row[sort] !== undefined).map(row => row.id);
    const up = (await idsBy(sort)).slice(0, known.length);
    expect((await idsBy(`-${sort}`)).slice(0, known.length)).toEqual(up.toReversed());
    expect(up.sort()).toEqual(known.sort());
  }
  const byDate = await search.search({ query: '', sort: '-date' });
  expect(byDate.results.map(({ id }) => id)).toEqual(['06PARIS100', '05HANOI841', '06ROME7']);
});

test.each([
  '(((((',
  'a OR',
  '"',
  ')(',
  '-',
  'tag:',
  'NOT',
  'OR OR',
  '*',
  'a*b',
  'date:..',
  '('.repeat(5000),
  'x:y:z',
])('the query %j is answered, whatever it means', async query => {
  const { problems } = await archive.search.search({ query });
  for (const { start, end } of problems) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(query.length);
  }
});

test('the ids alone are those of the list, in its order, a stretch at a time', async () => {
  const request = { query: 'iraq OR vietnam', sort: 'date' } as const;
  const listed = (await archive.search.search(request)).results.map(one => one.id);
  expect(listed).toHaveLength(3);
  expect(await archive.search.ids(request)).toEqual(listed);
  expect(await archive.search.ids({ ...request, offset: 1, limit: 1 })).toEqual(listed.slice(1, 2));
  expect(await archive.search.ids({ ...request, filters: { year: ['2006'] } })).toEqual(['06PARIS100']);
  await expect(archive.search.ids({ ...request, limit: 30_000 })).rejects.toMatchObject({
    code: 'bad-request',
  });
});
