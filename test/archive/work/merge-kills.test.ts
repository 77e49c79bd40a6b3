import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { PROGRAM, opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { Random } from '../../support/random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 24;

/** Until a change on disk, or so many milliseconds after merging began. */
type Life = { change: number } | { more: number };

/** Starts the child, has it killed, and answers the lines that it said. */
async function killedRun(program: string, given: readonly string[], life: Life): Promise<string[]> {
  const atChange = 'change' in life ? [String(life.change)] : [];
  const child = spawn(process.execPath, [program, ...given, ...atChange], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let trouble = '';
  child.stderr.on('data', data => (trouble += String(data)));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === 'merging' && 'more' in life) setTimeout(() => child.kill('SIGKILL'), life.more);
    if (line === 'merged') setTimeout(() => child.kill('SIGKILL'), 20);
  }
  expect((await exit)[1], trouble).toBe('SIGKILL');
  return lines;
}

/** What the person has noted, sorted: every note's text, and the dossiers' cables. */
class Noted {
  notes: string[] = [];
  cables: string[] = [];

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [what, name = ''] = line.split(' ');
      if (what === 'note') this.notes.push(name);
      if (what === 'deleted') this.notes.splice(this.notes.indexOf(name), 1);
      if (what === 'cable') this.cables.push(name);
    }
    this.notes.sort();
    this.cables.sort();
  }
}

async function notedIn(folder: string, overlayFolder?: string): Promise<Noted> {
  const archive = await openArchive(folder, { program: PROGRAM, readOnly: true, overlayFolder });
  try {
    const { notes, dossiers } = await archive.work.all();
    const found = new Noted();
    found.take(notes.map(({ text }) => `note ${text}`));
    found.take(dossiers.flatMap(({ cables }) => cables.map(cable => `cable ${cable}`)));
    return found;
  } finally {
    await archive.close();
  }
}

it(`merging loses and doubles nothing over ${KILLS} kills`, { timeout: 240_000 }, async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const overlayFolder = await temporaryFolder();
  const first = await opened(folder);
  const cables = Array.from({ length: KILLS }, (_, number) => ({
    id: `05HANOI${number + 1}`,
    body: 'GENERATED',
  }));
  await first.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  const beside = join(overlayFolder, first.info().id);
  await first.close();
  const path = await bundled(await temporaryFolder(), { child: 'test/support/merge-work-child.ts' });
  const random = new Random(7);
  const wanted = new Noted();
  let merged = await notedIn(folder);
  /** how the kills met the merging: before the archive had it, with both, and with the overlay out of the way */
  const met = { before: 0, both: 0, after: 0 };
  for (let seed = 1; seed <= KILLS; seed += 1) {
    const when = `after kill ${seed}`;
    const life = seed % 2 === 0 ? { change: 1 + random.below(34) } : { more: random.below(25) };
    wanted.take(await killedRun(path('child'), [folder, overlayFolder, String(seed)], life));
    expect(await notedIn(folder, overlayFolder), when).toEqual(wanted);
    const left = await readdir(beside);
    const alone = await notedIn(folder);
    // Out of the way it may be only when the archive has it all.
    if (!left.includes('overlay.json')) {
      expect(alone, when).toEqual(wanted);
      met.after += 1;
    } else if (alone.notes.join() === wanted.notes.join()) met.both += 1;
    else {
      expect(alone, when).toEqual(merged);
      met.before += 1;
    }
    if (seed % 5 === 0) {
      const archive = await opened(folder, { overlayFolder });
      await archive.work.mergeOverlay();
      expect(await archive.work.mergeOverlay()).toMatchObject({ added: 0, changed: 0, removed: 0, both: 0 });
      expect(await archive.verify()).toMatchObject({ ok: true });
      await archive.close();
      expect(await notedIn(folder), when).toEqual(wanted);
    }
    merged = await notedIn(folder);
  }
  for (const [how, times] of Object.entries(met)) expect(times, how).toBeGreaterThan(0);
  expect((await readdir(beside)).some(name => name.startsWith('merged-'))).toBe(true);
});
