/** The whole language, by chance, against a scan that reads everything. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeSegments, openSearch } from '../../../archive/search/index.ts';
import { generatedRows } from '../../support/generated-rows.ts';
import { naiveSearch, readRow, written, type ReadRow } from '../../support/naive-search.ts';
import { Random } from '../../support/random.ts';
import { randomQuestion } from '../../support/random-questions.ts';
import { searchArchive, type TestArchive } from '../../support/search-archive.ts';

const SEED = 20050411;
let archive: TestArchive;
let read: ReadRow[];

beforeAll(async () => {
  const rows = [...generatedRows(400, { seed: 7, medianLength: 1200 })];
  archive = await searchArchive(rows, { segmentRows: 97 });
  read = rows.map(readRow);
}, 60_000);
afterAll(() => archive.close());

test('1,200 random questions find what a scan of everything finds', async () => {
  const random = new Random(SEED);
  let hits = 0;
  for (let number = 0; number < 1200; number++) {
    const question = randomQuestion(random, read);
    const query = written(question);
    const expected = naiveSearch(read, question);
    const result = await archive.search.search({ query, limit: 1000, snippets: false });
    expect(result.problems, query).toEqual([]);
    expect(result.results.map(({ id }) => id).sort(), query).toEqual(expected);
    expect(result.total, query).toBe(expected.length);
    if (expected.length > 0) hits++;
  }
  expect(hits).toBeGreaterThan(700); // the questions ask for things that are there
}, 120_000);

test('merging segments changes no answer', async () => {
  const { folder, segments, columns, texts } = archive;
  const merged = await mergeSegments(folder, segments, 'merged');
  expect(merged.rows).toBe(columns.rows);
  const search = await openSearch(folder, [merged], { columns, texts });
  const random = new Random(SEED + 1);
  for (let number = 0; number < 300; number++) {
    const query = written(randomQuestion(random, read));
    const before = await archive.search.search({ query, limit: 1000, snippets: false });
    const after = await search.search({ query, limit: 1000, snippets: false });
    expect(after.results, query).toEqual(before.results);
  }
  await search.close();
}, 60_000);
