/** The search behind the one door: after everything that can happen to an archive it finds what a plain scan finds. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Archive } from '../../../archive/archive.ts';
import { openArchive } from '../../../archive/open.ts';
import { csvRow } from '../../support/cables-csv.ts';
import { generateCables, type GeneratedCable } from '../../support/generate-cables.ts';
import { naiveSearch, readRow, written } from '../../support/naive-search.ts';
import { Random } from '../../support/random.ts';
import { randomQuestion } from '../../support/random-questions.ts';
import { shownRows } from '../../support/shown-rows.ts';

const cables = [...generateCables(130, { seed: 11, medianLength: 800 })];
const ids = new Set<string>();
let home: string;
let archive: Archive;
let imports = 0;

const open = () => openArchive(join(home, 'archive'), { create: {}, program: 'Valise test' });
const take = async (rows: readonly GeneratedCable[]) => {
  for (const { id } of rows) ids.add(id);
  const path = join(home, `${imports++}.csv`);
  await writeFile(path, rows.map(csvRow).join(''));
  return archive.import([{ path }]);
};
/** How many segments the commit names. */
const segments = async () => {
  const commit = await readFile(join(home, 'archive', 'commit.json'), 'utf8');
  return z.object({ segments: z.array(z.unknown()) }).parse(JSON.parse(commit)).segments.length;
};

/** Asks 300 questions drawn from what the archive shows. */
async function expectAsScanned(seed: number): Promise<void> {
  const rows = (await shownRows(archive, ids)).map(readRow);
  const random = new Random(seed);
  let hits = 0;
  for (let number = 0; number < 300; number++) {
    const question = randomQuestion(random, rows);
    const query = written(question);
    const expected = naiveSearch(rows, question);
    const { problems, results, total } = await archive.search({ query, limit: 1000, snippets: false });
    expect(problems, query).toEqual([]);
    expect(results.map(({ id }) => id).sort(), query).toEqual(expected);
    expect(total, query).toBe(expected.length);
    if (expected.length > 0) hits++;
  }
  expect(hits).toBeGreaterThan(150); // they ask for things that are there
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'valise-real-'));
  archive = await open();
});
afterAll(async () => {
  await archive.close();
  await rm(home, { recursive: true, force: true });
});

// each goes on where the one before left off
describe('300 random questions find what a scan of everything finds', { timeout: 120_000 }, () => {
  test('after an import', async () => {
    const receipt = await take(cables.slice(0, 100));
    expect(receipt.counts.accepted).toBe(100);
    await expectAsScanned(1);
  });

  test('after importing the same again', async () => {
    await take(cables.slice(0, 100));
    expect(archive.info().records).toBe(100);
    await expectAsScanned(2);
  });

  test('after versions, and copies that say more or less', async () => {
    const versions = cables.filter((_, at) => at % 7 === 0).slice(0, 12);
    await take(versions.map(cable => ({ ...cable, body: `${cable.body}\nA SECOND VERSION, GENERATED\n` })));
    // first without their headers, then whole
    const late = cables.slice(100, 110);
    await take(late.map(cable => ({ ...cable, header: '' })));
    await take(late);
    // and the other way round
    await take(cables.slice(110, 120));
    await take(cables.slice(110, 120).map(cable => ({ ...cable, header: '' })));
    expect(archive.info().records).toBe(132);
    await expectAsScanned(3);
  });

  test('after cables and an import are withdrawn, and one is restored', async () => {
    const receipt = await take(cables.slice(120, 130));
    await archive.withdraw(receipt.id, 'GENERATED reason');
    for (const { id } of cables.slice(0, 5)) await archive.withdraw(id, 'GENERATED reason');
    await archive.restore(cables[2]!.id);
    expect((await archive.search({ query: 'is:withdrawn' })).total).toBe(14);
    await expectAsScanned(4);
  });

  test('after many small imports were merged', async () => {
    for (const cable of cables.slice(30, 60)) {
      await take([{ ...cable, body: `${cable.body}\nMERGED ONE BY ONE, GENERATED\n` }]);
    }
    expect(await segments()).toBeLessThan(6);
    await expectAsScanned(5);
  });

  test('after it is closed and opened again', async () => {
    await archive.close();
    archive = await open();
    await expectAsScanned(6);
  });

  test('after a rebuild', async () => {
    await archive.rebuild();
    await expectAsScanned(7);
  });

  test('after its index is deleted', async () => {
    await archive.close();
    await rm(join(home, 'archive', 'index'), { recursive: true });
    archive = await open();
    await expectAsScanned(8);
  });
});
