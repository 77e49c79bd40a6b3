import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { openNotes } from '../../../archive/store/notes.ts';
import { PROGRAM } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { Random } from '../../support/random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 60;

interface Done {
  done: string;
  ids: string[];
}

interface Life {
  /** so many changes are let through */
  changes: number;
  /** and then so many milliseconds of the next */
  more: number;
}

/** Starts the child, kills it in the midst of its work, and answers what it said was committed. */
async function killedRun(
  program: string,
  worker: string,
  folder: string,
  seed: number,
  life: Life,
): Promise<Done[]> {
  const child = spawn(process.execPath, [program, folder, String(seed), worker], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let trouble = '';
  child.stderr.on('data', data => (trouble += String(data)));
  const told: Done[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(JSON.parse(line));
    // The first line says that the archive is open.
    if (told.length === 1 + life.changes) setTimeout(() => child.kill('SIGKILL'), life.more);
  }
  await exit;
  expect(trouble).toBe('');
  return told;
}

it(`loses nothing over ${KILLS} kills at random moments`, { timeout: 600_000 }, async () => {
  const build = await temporaryFolder();
  const folder = join(await temporaryFolder(), 'archive');
  const programs = { child: 'test/support/crash-child.ts', worker: 'archive/import/worker-entry.ts' };
  const path = await bundled(build, programs);
  const random = new Random(2011);
  const committed = new Set<string>();
  const notes = new Set<string>();
  let interrupted = 0;
  for (let seed = 1; seed <= KILLS; seed += 1) {
    const told = await killedRun(path('child'), path('worker'), folder, seed, {
      changes: random.below(3),
      more: random.below(seed % 4 === 0 ? 600 : 200),
    });
    for (const { done, ids } of told) for (const id of ids) (done === 'note' ? notes : committed).add(id);
    const archive = await openArchive(folder, { program: PROGRAM });
    const report = await archive.verify();
    const { readOnly, cables, records, sightings, notices } = archive.info();
    if (notices.some(({ code }) => code === 'tail-cut' || code === 'commit-finished')) interrupted += 1;
    expect(report.faults, `kill ${seed}`).toEqual([]);
    expect(readOnly, `kill ${seed}`).toBe(false);
    const listed: string[] = [];
    for await (const { id } of archive.list()) listed.push(id);
    const found = new Set(listed);
    expect(found.size, `doubled after kill ${seed}`).toBe(listed.length);
    expect(listed.length).toBe(cables);
    expect(records).toBeLessThanOrEqual(sightings);
    // A kill between a withdrawal and its restoral leaves a cable withdrawn: hidden from the list, and there.
    for (const id of committed) {
      if (found.has(id)) continue;
      expect((await archive.show(id)).versions[0]?.withdrawn, `${id} after kill ${seed}`).toBe(true);
    }
    const kept = await openNotes({ disk: nodeDisk, folder, archive: '', writable: false, fresh: false });
    const texts = new Set(kept.notes.read().notes.map(({ text }) => text));
    expect(
      [...notes].filter(text => !texts.has(text)),
      `notes lost after kill ${seed}`,
    ).toEqual([]);
    await archive.close();
  }
  expect(committed.size).toBeGreaterThan(50);
  expect(notes.size).toBeGreaterThan(5);
  expect(interrupted).toBeGreaterThan(0);
});
