/** An import that is killed while its threads write segments: what is committed is found, and nothing else is. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Archive } from '../../../archive/archive.ts';
import { searchFolder } from '../../../archive/import/index-files.ts';
import { openArchive } from '../../../archive/open.ts';
import { SegmentInfoSchema } from '../../../archive/search/index.ts';
import { PROGRAM } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { csvRow } from '../../support/cables-csv.ts';
import { generateCables } from '../../support/generate-cables.ts';
import { naiveSearch, readRow, written, type ReadRow } from '../../support/naive-search.ts';
import { Random } from '../../support/random.ts';
import { randomQuestion } from '../../support/random-questions.ts';
import { shownRows } from '../../support/shown-rows.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CABLES = 1000;
const KILLS = 10;
/** so many imports go into the same archive, each over what those before it left */
const ONE_ARCHIVE = 2;

/** The search's files that are being written: not one of them has its name yet. */
async function halfWritten(folder: string): Promise<string[]> {
  const names = await readdir(searchFolder(folder)).catch(() => []);
  return names.filter(name => name.endsWith('.tmp'));
}

/**
 * Runs the program and kills it so many milliseconds after it was seen to write segments in its n-th commit; false where
 * it was through before.
 */
async function killed(
  program: string,
  given: readonly [string, string, string],
  commit: number,
  more: number,
) {
  const child = spawn(process.execPath, [program, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let commits = 0;
  const watch = async () => {
    while (child.exitCode === null && (await halfWritten(given[0])).length === 0) await setImmediate();
    await setTimeout(more);
    child.kill('SIGKILL');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('committing') && ++commits === commit) void watch();
  }
  const [code, signal] = await exit;
  expect(signal === 'SIGKILL' || code === 0).toBe(true);
  return signal === 'SIGKILL';
}

/** Every segment that the commit names is there, byte by byte: opening has nothing to make anew. */
async function expectWholeIndex(folder: string, when: string): Promise<void> {
  const text = await readFile(join(folder, 'commit.json'), 'utf8');
  const { segments } = z.object({ segments: z.array(SegmentInfoSchema) }).parse(JSON.parse(text));
  for (const { name, sha256 } of segments.flatMap(({ files }) => files)) {
    const bytes = await readFile(join(searchFolder(folder), name));
    expect(createHash('sha256').update(bytes).digest('hex'), `${name} ${when}`).toBe(sha256);
  }
}

/** Questions by chance are answered from the cables that the archive lists, as a scan of them answers. */
async function expectAsScanned(archive: Archive, all: readonly ReadRow[], random: Random, when: string) {
  const listed = new Set<string>();
  for await (const { id } of archive.list()) listed.add(id);
  expect(listed.size, when).toBe(archive.info().cables);
  const rows = all.filter(({ row }) => listed.has(row.id));
  expect((await archive.search({ query: 'generated', limit: 1 })).total, when).toBe(listed.size);
  if (rows.length === 0) return;
  for (let number = 0; number < 12; number++) {
    const question = randomQuestion(random, rows);
    const query = written(question);
    const { results, total } = await archive.search({ query, limit: CABLES, snippets: false });
    const expected = naiveSearch(rows, question);
    expect(results.map(({ id }) => id).sort(), `${query} ${when}`).toEqual(expected);
    expect(total, `${query} ${when}`).toBe(expected.length);
  }
}

it(
  `finds what is committed after ${KILLS} kills while threads write segments`,
  { timeout: 300_000 },
  async () => {
    const home = await temporaryFolder();
    const programs = { child: 'test/support/import-child.ts', worker: 'archive/import/worker-entry.ts' };
    const path = await bundled(await temporaryFolder(), programs);
    const cables = [...generateCables(CABLES, { seed: 6, medianLength: 700 })];
    const csv = join(home, 'cables.csv');
    await writeFile(csv, cables.map(csvRow).join(''));
    const open = (name: string) => openArchive(join(home, name), { create: {}, program: PROGRAM });
    const whole = await open('whole');
    await whole.import([{ path: csv }]);
    const all = (await shownRows(whole, new Set(cables.map(({ id }) => id)))).map(readRow);
    await whole.close();

    const random = new Random(2010);
    const seen = { kills: 0, torn: 0, committed: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      const when = `after kill ${kill}`;
      const name = `archive ${Math.floor(kill / ONE_ARCHIVE)}`;
      const folder = join(home, name);
      const given = [folder, csv, path('worker')] as const;
      if (await killed(path('child'), given, 1 + random.below(2), random.below(25))) seen.kills++;
      if ((await halfWritten(folder)).length > 0) seen.torn++;
      await expectWholeIndex(folder, when);
      const archive = await open(name);
      expect((await archive.verify()).faults, when).toEqual([]);
      expect(await halfWritten(folder), when).toEqual([]);
      if (archive.info().cables > 0) seen.committed++;
      await expectAsScanned(archive, all, random, when);
      if (kill % ONE_ARCHIVE === ONE_ARCHIVE - 1) {
        await archive.import([{ path: csv }]);
        expect(archive.info().cables, when).toBe(CABLES);
        await expectAsScanned(archive, all, random, `${when}, given again`);
      }
      await archive.close();
    }
    // They met segments half written, and in a second commit only threads write them before any are joined.
    expect(seen.kills).toBeGreaterThan(KILLS / 2);
    expect(seen.torn).toBeGreaterThan(KILLS / 4);
    expect(seen.committed).toBeGreaterThan(KILLS / 3);
  },
);
