import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Suggestion } from '../../../archive/model/search.ts';
import { searchArchive, type TestArchive } from '../../support/search-archive.ts';

const rows = [
  ...['05BAGHDAD12', '05BAGHDAD13', '06HANOI1'].map((id, index) => ({
    id,
    origin: index < 2 ? 'Embassy Baghdad' : 'Embassy Hanoi',
    tags: index < 2 ? ['PHUM', 'IZ'] : ['PREL'],
    signers: ['KHALILZAD'],
    subject: `GENERATED SUBJECT ${index}`,
    body: `GENERATED Government of the governor, number ${index}. Baghdad-based officials.`,
  })),
  { id: '06ROME7', body: 'GENERATED governance and government in Baghdad and Bagdad' },
];

let archive: TestArchive;
beforeAll(async () => {
  archive = await searchArchive(rows, {
    segmentRows: 3,
    notes: {
      dossiers: () => ['Bagman affair'],
      cablesIn: () => ['05BAGHDAD12', '06ROME7'],
      notedCables: () => ['06HANOI1'],
      highlightedCables: () => ['06ROME7'],
      readCables: () => [],
      savedSearches: () => [{ name: 'Baghdad 2005', query: 'from:baghdad date:2005' }],
    },
  });
});
afterAll(() => archive.close());

async function texts(query: string, kind?: Suggestion['kind']): Promise<string[]> {
  const found = await archive.search.suggest(query, query.length, 20);
  return found.filter(each => kind === undefined || each.kind === kind).map(({ text }) => text);
}

describe('type-ahead', () => {
  test('completes words, the commonest first, with their counts', async () => {
    const found = await archive.search.suggest('iraq gover', 10, 10);
    expect(found.filter(({ kind }) => kind === 'word')).toEqual([
      { kind: 'word', text: 'government', label: 'government', count: 4, replace: [5, 10] },
      { kind: 'word', text: 'governor', label: 'governor', count: 3, replace: [5, 10] },
      { kind: 'word', text: 'governance', label: 'governance', count: 1, replace: [5, 10] },
    ]);
  });

  test('completes reference ids in one word or in parts', async () => {
    expect(await texts('05bag', 'id')).toEqual(['05BAGHDAD12', '05BAGHDAD13']);
    const [first] = await archive.search.suggest('ref 05 baghdad 13', 17, 5);
    expect(first).toMatchObject({ kind: 'id', text: '05BAGHDAD13', replace: [4, 17] });
  });

  test('names posts, TAGS with their meaning, people, dossiers and saved searches', async () => {
    expect(await texts('baghd', 'post')).toEqual(['from:"Embassy Baghdad"']);
    expect(await texts('bag', 'dossier')).toEqual(['in:"Bagman affair"']);
    expect(await texts('baghdad', 'saved')).toEqual(['from:baghdad date:2005']);
    expect(await texts('khal', 'person')).toEqual(['signed:KHALILZAD']);
    const [tag] = (await archive.search.suggest('human', 5, 20)).filter(({ kind }) => kind === 'tag');
    expect(tag).toMatchObject({ text: 'tag:PHUM', count: 2 });
    expect(tag?.label).toMatch(/human rights/i);
  });

  test('forgives a slip', async () => {
    expect(await texts('Baghdda', 'post')).toEqual(['from:"Embassy Baghdad"']);
    expect(await texts('from:Baghdda')).toEqual(['from:"Embassy Baghdad"']);
  });

  test('completes the value of a field, quoted or not, in place of all of it', async () => {
    const query = 'iraq from:"embassy ha';
    expect(await archive.search.suggest(query, query.length, 5)).toEqual([
      { kind: 'post', text: 'from:"Embassy Hanoi"', label: 'Embassy Hanoi', count: 1, replace: [5, 21] },
    ]);
    expect(await texts('is:par')).toEqual(['is:partial']);
  });
});

test('a search that finds nothing is told other spellings', async () => {
  const misspelt = await archive.search.search({ query: 'goverment "baghdda based"' });
  expect(misspelt.total).toBe(0);
  expect(misspelt.didYouMean[0]).toBe('government "baghdad based"');
  expect((await archive.search.search({ query: 'from:baghdda' })).didYouMean).toEqual(['from:baghdad']);
  expect((await archive.search.search({ query: 'government' })).didYouMean).toEqual([]);
});

test('dossiers and notes are searched and counted', async () => {
  expect(await archive.find('in:"bagman affair"')).toEqual(['05BAGHDAD12', '06ROME7']);
  expect(await archive.find('has:note')).toEqual(['06HANOI1']);
  expect(await archive.find('has:highlight')).toEqual(['06ROME7']);
  expect(await archive.find('has:note OR has:highlight')).toEqual(['06HANOI1', '06ROME7']);
  expect(await texts('has:h')).toEqual(['has:highlight']);
  const { problems } = await archive.search.search({ query: 'has:highligth' });
  expect(problems[0]?.suggestion).toBe('has:highlight');
  const { facets } = await archive.search.search({ query: '', facets: ['dossier'] });
  expect(facets.dossier).toEqual([
    { value: 'Bagman affair', count: 2 },
    { value: '', count: 2 },
  ]);
});
