/** What a crash, damage, a newer commit or a cancelled keystroke may do, and what it may not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  mergeSegments,
  openSearch,
  SegmentBuilder,
  SegmentInfoSchema,
} from '../../../archive/search/index.ts';
import { bundleForNode } from '../../support/bundle-for-node.ts';
import { generatedRows } from '../../support/generated-rows.ts';
import { inRepository } from '../../support/repository.ts';
import { columnsOf, searchArchive, textsOf, type TestArchive } from '../../support/search-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await searchArchive([...generatedRows(60, { medianLength: 900 })], { segmentRows: 20 });
});
afterEach(() => archive.close());

const queries = ['generated', '"generated text"', 'the -of', 'to:secstate', 'tag:prel', 's*'];
const answers = async (search: TestArchive['search']) =>
  Promise.all(queries.map(async query => (await search.search({ query, limit: 100 })).results));

describe('merging', () => {
  test('drops the rows that are not kept, and nothing else', async () => {
    const dropped = new Set([3, 4, 30]);
    const { folder, segments, columns, texts, rows } = archive;
    const merged = await mergeSegments(folder, segments, 'kept', row => !dropped.has(row));
    expect(merged.rows).toBe(columns.rows - 3);
    const search = await openSearch(folder, [merged], { columns, texts });
    const { total } = await search.search({ query: 'generated' });
    const kept = rows.filter(({ withdrawn }, row) => !withdrawn && !dropped.has(row));
    expect(total).toBe(new Set(kept.map(({ id }) => id)).size);
    await search.close();
  });

  test('killed on the way, leaves the old segments as they were', { timeout: 60_000 }, async () => {
    const before = await answers(archive.search);
    const { folder, segments, columns, texts } = archive;
    const bundle = await mkdtemp(join(tmpdir(), 'valise-merge-'));
    const script = await bundleForNode(inRepository('test', 'support', 'merge-forever.ts'), bundle);
    await writeFile(join(bundle, 'segments.json'), JSON.stringify(segments));
    let left: string[] = [];
    for (let attempt = 0; attempt < 20 && left.length === 0; attempt++) {
      const child = spawn(process.execPath, [script, folder, join(bundle, 'segments.json')]);
      await once(child.stdout, 'data'); // it has begun
      await new Promise(resolve => setTimeout(resolve, 20 + attempt * 7));
      child.kill('SIGKILL');
      await once(child, 'exit');
      left = (await readdir(folder)).filter(name => name.startsWith('forever') && name.endsWith('.tmp'));
    }
    expect(left).not.toEqual([]); // it was in the middle
    const search = await openSearch(folder, segments, { columns, texts });
    expect(await answers(search)).toEqual(before);
    // and what it left stands in nobody's way
    const merged = await mergeSegments(folder, segments, 'forever');
    const again = await openSearch(folder, [merged], { columns, texts });
    expect(await answers(again)).toEqual(before);
    await search.close();
    await again.close();
    await rm(bundle, { recursive: true });
  });

  test('called off, leaves nothing of the new segment', async () => {
    const { folder, segments } = archive;
    const merging = mergeSegments(folder, segments, 'off', undefined, AbortSignal.abort());
    await expect(merging).rejects.toMatchObject({ code: 'cancelled' });
    expect((await readdir(folder)).filter(name => name.startsWith('off'))).toEqual([]);
  });
});

test('a damaged segment is told, never answered from', async () => {
  const { folder, segments, columns, texts } = archive;
  expect(segments.map(info => SegmentInfoSchema.safeParse(info).success)).not.toContain(false);
  const copy = await mkdtemp(join(tmpdir(), 'valise-search-'));
  const [info] = segments;
  for (const { name, bytes } of info!.files) {
    for (const file of info!.files) {
      const whole = await readFile(join(folder, file.name));
      expect(whole.length).toBe(file.bytes);
      await writeFile(join(copy, file.name), whole);
    }
    await truncate(join(copy, name), bytes - 1);
    await expect(openSearch(copy, [info!], { columns, texts })).rejects.toMatchObject({
      code: 'archive-damaged',
    });
  }
  await rm(copy, { recursive: true });
});

test('a newer commit is followed, while what runs finishes on the old one', async () => {
  const { folder, segments, rows, search } = archive;
  const more = [...rows, { id: '99NEW1', body: 'GENERATED brandnew' }];
  const builder = new SegmentBuilder();
  builder.add(rows.length, { subject: '', header: '', body: 'GENERATED brandnew' });
  const added = await builder.finish(folder, 'added');
  const running = search.search({ query: 'brandnew' });
  await search.refresh([...segments, added], { columns: columnsOf(more), texts: textsOf(more) });
  expect((await running).total).toBe(0);
  expect((await search.search({ query: 'brandnew' })).results.map(({ id }) => id)).toEqual(['99NEW1']);
});

test('a search that is called off before it begins answers with cancelled', async () => {
  const signal = AbortSignal.abort();
  const late = archive.search.search({ query: 'generated' }, { signal });
  await expect(late).rejects.toMatchObject({ code: 'cancelled' });
});

test('a search that runs already stops when a newer one calls it off', async () => {
  const abort = new AbortController();
  // it looks for every word that begins with one of these, some thousands of times
  const query = Array.from({ length: 1500 }, (_, at) => `${'stragoen'[at % 8]!}*`).join(' OR ');
  expect((await archive.search.search({ query, snippets: false })).total).toBeGreaterThan(0);
  const running = archive.search.search({ query, sort: 'id', snippets: false }, { signal: abort.signal });
  const newer = archive.search.search({ query: 'generated' });
  abort.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect((await newer).total).toBeGreaterThan(0);
});
