import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { openArchive } from '../../../archive/open.ts';
import type { Progress } from '../../../archive/model/receipt.ts';
import { segmentsOf } from '../../../archive/import/index-files.ts';
import { readCommit } from '../../../archive/store/commit.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { sha256 } from '../../../archive/store/identity.ts';
import { PROGRAM, opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { Random } from '../../support/random.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

const COUNT = 900;
const FILLING = 'GENERATED words that fill a page of this archive.\n'.repeat(430);

let folder: string;
let worker: string;
let child: string;

/** An archive of some twenty megabytes over two years, with versions, sightings and a withdrawn cable. */
beforeAll(async () => {
  const sources = await keptFolder();
  folder = join(await keptFolder(), 'archive');
  const entries = { worker: 'archive/import/worker-entry.ts', child: 'test/support/rebuild-child.ts' };
  const program = await bundled(await keptFolder(), entries);
  worker = program('worker');
  child = program('child');
  const cable = (number: number, more = '') => ({
    id: `05HANOI${number}`,
    created: `${(number % 12) + 1}/3/${2004 + (number % 2)} 1:02`,
    body: `${FILLING}number${number} is${number % 7} ${more}`,
  });
  const all = Array.from({ length: COUNT }, (_, number) => cable(number));
  const again = [
    ...all.slice(0, 20),
    ...all.slice(40, 60).map((_, number) => cable(number + 40, 'otherwise')),
  ];
  const archive = await openArchive(folder, { create: {}, program: PROGRAM });
  await archive.import([{ path: await writeCsv(sources, 'cables.csv', all) }]);
  await archive.import([{ path: await writeCsv(sources, 'again.csv', again) }]);
  await archive.withdraw('05HANOI7', 'GENERATED');
  await archive.close();
});

/** Everything that tells one archive from another: the catalogue's bytes, and what is found. */
async function picture(archive: Archive): Promise<Record<string, unknown>> {
  const index = join(folder, 'index');
  const names = (await readdir(index)).filter(name => name.endsWith('.columns')).sort();
  const columns = await Promise.all(names.map(async name => sha256(await readFile(join(index, name)))));
  const found: Record<string, number> = {};
  for (const query of ['number3', 'is3', '"number5 is5"', 'otherwise', 'is:withdrawn', 'words', 'is*'])
    found[query] = (await archive.search({ query })).total;
  return { columns, found, shown: await archive.show('05HANOI41'), stats: archive.stats() };
}

it('makes the same catalogue and finds the same on threads as on one', { timeout: 120_000 }, async () => {
  const alone = await opened(folder);
  await alone.rebuild();
  const one = await picture(alone);
  await alone.close();
  const archive = await opened(folder, { workers: { file: worker, count: 2 } });
  const { generation } = archive.info();
  const told: Progress[] = [];
  await archive.rebuild({ onProgress: progress => told.push(progress) });
  expect(archive.info().generation).toBe(generation + 1);
  expect(await picture(archive)).toEqual(one);
  expect(one['found']).toMatchObject({ number3: 1, '"number5 is5"': 1, otherwise: 20, 'is:withdrawn': 1 });
  expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['rebuilding', 'indexing']));
  for (const [number, { phase, done }] of told.entries()) {
    const before = told[number - 1];
    if (before?.phase === phase) expect(done).toBeGreaterThan(before.done);
  }
  expect(await archive.verify()).toMatchObject({ ok: true });
  await archive.close();
  await rm(join(folder, 'index'), { recursive: true });
  const anew = await opened(folder, { workers: { file: worker, count: 2 } });
  expect(anew.info().notices.map(({ code }) => code)).toEqual(['index-rebuilt']);
  expect(await picture(anew)).toEqual(one);
});

it.each(['rebuilding', 'indexing'])('is as before where it is cancelled while %s', async wanted => {
  const archive = await opened(folder, { workers: { file: worker, count: 2 } });
  const { generation } = archive.info();
  const before = await picture(archive);
  const stop = new AbortController();
  const onProgress = ({ phase }: Progress) => (phase === wanted ? stop.abort() : undefined);
  await expect(archive.rebuild({ signal: stop.signal, onProgress })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(archive.info()).toMatchObject({ generation, notices: [] });
  expect(await picture(archive)).toEqual(before);
  expect(await archive.verify()).toMatchObject({ ok: true });
});

it('tells where its threads can not be started, and the archive is as before', async () => {
  const archive = await opened(folder, { workers: { file: join(folder, 'nothing.cjs'), count: 2 } });
  const before = await picture(archive);
  await expect(archive.rebuild()).rejects.toMatchObject({ code: 'engine-gone' });
  expect(await picture(archive)).toEqual(before);
});

it('killed at random moments, leaves the index of before or the new one', { timeout: 120_000 }, async () => {
  const first = await opened(folder);
  await first.rebuild();
  const { columns, found } = await picture(first);
  const { generation } = first.info();
  await first.close();
  const random = new Random(251_287);
  const notices = new Set<string>();
  for (let kill = 1; kill <= 6; kill += 1) {
    const running = spawn(process.execPath, [child, folder, worker], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(running, 'exit');
    // Some die in their first rebuild, some behind it: 1 is reading, 2 is indexing, 3 is done, 4 is reading again.
    const last = 1 + (kill % 4);
    let lines = 0;
    for await (const line of createInterface({ input: running.stdout })) {
      expect(['rebuilding', 'indexing', 'rebuilt']).toContain(line);
      lines += 1;
      if (lines === last) setTimeout(() => running.kill('SIGKILL'), random.below(400));
    }
    expect((await exit)[1]).toBe('SIGKILL');
    const archive = await opened(folder);
    for (const { code } of archive.info().notices) notices.add(code);
    expect(await picture(archive), `after kill ${kill}`).toMatchObject({ columns, found });
    expect((await archive.verify()).faults, `after kill ${kill}`).toEqual([]);
    // What the dead left of segments and parts is gone as well.
    const named = segmentsOf((await readCommit(nodeDisk, folder)) ?? fail()).flatMap(({ files }) => files);
    expect((await readdir(join(folder, 'index/search'))).sort()).toEqual(
      named.map(({ name }) => name).sort(),
    );
    await archive.close();
  }
  // No rebuild at opening was needed: the index of before stood until the new one did.
  expect([...notices].filter(code => code !== 'commit-finished')).toEqual(['lock-taken-over']);
  const last = await opened(folder);
  expect(last.info().generation).toBeGreaterThan(generation);
});

function fail(): never {
  throw new Error('there is no commit');
}
