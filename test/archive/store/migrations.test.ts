import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { FORMAT_VERSION } from '../../../archive/store/layout.ts';
import { migrations, stepsFrom, upgraded } from '../../../archive/store/migrations.ts';
import { contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { bagitSays } from '../../support/bagit.ts';
import { bundled } from '../../support/bundled.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import { Random } from '../../support/random.ts';
import { inRepository } from '../../support/repository.ts';
import { shownByAll } from '../../support/shown-by-all.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The oldest format that archives were written in. */
const OLDEST = inRepository('test/fixtures/archive-format-1');

async function oldArchive(): Promise<string> {
  const folder = join(await temporaryFolder(), 'archive');
  await cp(join(OLDEST, 'archive'), folder, { recursive: true });
  return folder;
}

const shownBefore = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(OLDEST, 'shown.json'), 'utf8'));

async function formatOf(folder: string): Promise<number> {
  const text = await readFile(join(folder, 'commit.json'), 'utf8');
  return z.object({ version: z.int() }).parse(JSON.parse(text)).version;
}

/** What an archive holds that no program can make anew, by file. */
async function irreplaceable(folder: string): Promise<[string, string][]> {
  return [...(await contents(folder))].filter(([name]) => /^(?:data|receipts)\/|^notes\.json$/.test(name));
}

it('has a step from every format to the next', () => {
  expect(migrations.map(({ from }) => from)).toEqual(
    Array.from({ length: FORMAT_VERSION - 1 }, (_, step) => step + 1),
  );
  const steps = [1, 2, 3].map(from => ({
    from,
    brings: '',
    commit: (before: object) => ({ ...before, [`step${from}`]: true }),
  }));
  expect(stepsFrom(2, steps)).toHaveLength(2);
  expect(upgraded({ version: 2 }, 2, steps)).toEqual({ version: 2, step2: true, step3: true });
});

it('brings an archive of the first format up to the present one, and says so', async () => {
  const folder = await oldArchive();
  const before = await irreplaceable(folder);
  const oldCommit = await readFile(join(folder, 'commit.json'), 'utf8');
  const archive = await opened(folder);
  expect(archive.info().notices.map(({ code }) => code)).toEqual(['migrated', 'index-rebuilt']);
  expect(archive.info().notices[0]?.message).toContain(`from format 1 to format ${FORMAT_VERSION}`);
  expect(await formatOf(folder)).toBe(FORMAT_VERSION);
  expect(await readFile(join(folder, 'bag-info.txt'), 'utf8')).toContain(`Valise-Format: ${FORMAT_VERSION}`);
  expect(await irreplaceable(folder)).toEqual(before);
  expect(await shownByAll(archive)).toEqual(await shownBefore());
  expect((await archive.verify()).faults).toEqual([]);
  // Null where Python's bagit is not installed; bag.test.ts says so.
  expect(['valid', null]).toContain(await bagitSays(folder));
  const [receipt] = await archive.receipts();
  expect(await archive.receipt(receipt?.id ?? '')).toMatchObject({ sources: [{ file: 'second.csv' }] });
  const kept = (await readdir(join(folder, 'aside'))).find(name => name.startsWith('format-1-')) ?? '';
  expect(await readFile(join(folder, 'aside', kept, 'commit.json'), 'utf8')).toBe(oldCommit);
  expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('can be read without it');
  const csv = await writeCsv(await temporaryFolder(), 'new.csv', [{ id: '07HANOI1', body: 'GENERATED' }]);
  await archive.import([{ path: csv }]);
  await archive.close();
  const again = await opened(folder);
  expect(again.info()).toMatchObject({ cables: 3, notices: [] });
  expect((await again.verify()).ok).toBe(true);
});

it('reads an archive of the first format where it can not be written, and leaves it as it is', async () => {
  const folder = await oldArchive();
  const before = await contents(folder);
  const archive = await opened(folder, { readOnly: true });
  const notices = archive.info().notices.map(({ code }) => code);
  expect(notices).toContain('format-older');
  expect(notices).not.toContain('migrated');
  expect(await shownByAll(archive)).toEqual(await shownBefore());
  // The fixture has no index: it is made anew for the time being, and its absence is no fault of the migration.
  expect((await archive.verify()).faults.filter(({ code }) => !code.startsWith('index-'))).toEqual([]);
  await expect(archive.withdraw('05HANOI1', '')).rejects.toMatchObject({ code: 'read-only' });
  await archive.close();
  expect(await contents(folder)).toEqual(before);
});

/** A program that only reads takes it as it is, old or new. */
async function checkReading(folder: string, what: string): Promise<void> {
  const reader = await opened(folder, { readOnly: true });
  expect(await shownByAll(reader), what).toEqual(await shownBefore());
  await reader.close();
}

/** One that writes brings it up to date, with all that it had. */
async function checkWriting(folder: string, what: string): Promise<void> {
  const writer = await opened(folder);
  expect(await formatOf(folder), what).toBe(FORMAT_VERSION);
  expect((await writer.verify()).faults, what).toEqual([]);
  expect(await shownByAll(writer), what).toEqual(await shownBefore());
  await writer.close();
}

it(
  'killed by somebody else at random moments, leaves the old archive or the new one',
  { timeout: 120_000 },
  async () => {
    const build = await bundled(await temporaryFolder(), { child: 'test/support/migrate-child.ts' });
    const random = new Random(1966);
    const formats = new Set<number>();
    // As long as it takes on this machine, since a slow one would be killed before it began, and a fast one never.
    let longest = 20;
    for (let kill = 1; kill <= 24; kill += 1) {
      const folder = await oldArchive();
      const before = await irreplaceable(folder);
      const child = spawn(process.execPath, [build('child'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exit = once(child, 'exit');
      const life = random.below(longest);
      let began = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        if (line === 'opened') longest = Math.max(longest, performance.now() - began);
        else began = performance.now();
        if (kill > 2 && line === 'opening') setTimeout(() => child.kill('SIGKILL'), life);
      }
      await exit;
      const what = `kill ${kill} after ${life} ms`;
      expect(await irreplaceable(folder), what).toEqual(before);
      formats.add(await formatOf(folder));
      if (kill % 3 === 0) await checkReading(folder, what);
      await checkWriting(folder, what);
    }
    expect(formats).toEqual(new Set([1, FORMAT_VERSION]));
  },
);

it(
  'killed or failing at any moment, leaves the old archive or the new one',
  { timeout: 300_000 },
  async () => {
    const build = await bundled(await temporaryFolder(), { child: 'test/support/migrate-child.ts' });
    const counting = faultyDisk();
    await (await opened(await oldArchive(), {}, counting)).close();
    const formats = new Set<number>();
    // What comes behind the new bag is the index, whose making has its own tests.
    const last = counting.log.findIndex(what => what.includes('index/')) + 1;
    expect(last).toBeGreaterThan(20);
    for (let at = 1; at <= last; at += 1) {
      const folder = await oldArchive();
      const before = await irreplaceable(folder);
      const what = `change ${at}, ${counting.log[at - 1]}`;
      if (at % 2 === 0) {
        const child = spawn(process.execPath, [build('child'), folder, String(at)], { stdio: 'pipe' });
        expect((await once(child, 'exit'))[1], what).toBe('SIGKILL');
      } else {
        const disk = faultyDisk({ at, code: at % 4 === 1 ? 'EIO' : 'ENOSPC', lasting: at % 4 === 3 });
        const archive = await opened(folder, {}, disk).catch(() => null);
        await archive?.close().catch(() => undefined);
      }
      expect(await irreplaceable(folder), what).toEqual(before);
      formats.add(await formatOf(folder));
      if (at % 3 === 0) await checkReading(folder, what);
      await checkWriting(folder, what);
    }
    expect(formats).toEqual(new Set([1, FORMAT_VERSION]));
  },
);

it('leaves an archive of a newer format alone, also where its commit is damaged', async () => {
  const folder = await oldArchive();
  const info = await readFile(join(folder, 'bag-info.txt'), 'utf8');
  await writeFile(join(folder, 'bag-info.txt'), info.replace('Valise-Format: 1', 'Valise-Format: 99'));
  await writeFile(join(folder, 'commit.json'), '{ "format": "val');
  const before = await contents(folder);
  await expect(opened(folder)).rejects.toMatchObject({ code: 'archive-newer' });
  expect(await contents(folder)).toEqual(before);
});
