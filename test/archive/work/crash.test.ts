import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { Random } from '../../support/random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 10;

/** Runs the child, kills it in the midst of its changes, and answers what it said was done. */
async function killedRun(program: string, given: string[], changes: number, more: number) {
  const child = spawn(process.execPath, [program, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  let trouble = '';
  child.stderr.on('data', data => (trouble += String(data)));
  const told: [what: string, name: string][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [what = '', name = ''] = line.split(' ');
    told.push([what, name]);
    if (told.length === 2 + changes) setTimeout(() => child.kill('SIGKILL'), more);
  }
  expect((await exit)[1], trouble).toBe('SIGKILL');
  return told;
}

it.each(['write', 'read'])(
  `loses no note over ${KILLS} kills in an archive opened to %s`,
  { timeout: 120_000 },
  async how => {
    const folder = join(await temporaryFolder(), 'archive');
    const overlayFolder = await temporaryFolder();
    const first = await opened(folder);
    const cables = [{ id: '05HANOI1', body: 'GENERATED' }];
    await first.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
    await first.close();
    const path = await bundled(await temporaryFolder(), { child: 'test/support/work-child.ts' });
    const random = new Random(how === 'write' ? 3 : 4);
    const done: [what: string, name: string][] = [];
    for (let seed = 1; seed <= KILLS; seed += 1) {
      const given = [folder, overlayFolder, String(seed), how];
      done.push(...(await killedRun(path('child'), given, random.below(8), random.below(12))));
      const archive = await opened(folder, { overlayFolder, readOnly: how === 'read' });
      const codes = archive.info().notices.map(({ code }) => code);
      expect(codes.filter(code => /^notes-(?:lost|recovered)|unreadable/.test(code))).toEqual([]);
      const { notes, dossiers } = await archive.work.all();
      await archive.close();
      const found = {
        note: notes.map(({ text }) => text),
        dossier: dossiers.map(({ name }) => name),
        cable: dossiers.flatMap(dossier => dossier.cables),
      };
      for (const kind of ['note', 'dossier', 'cable'] as const) {
        const told = done.flatMap(([what, name]) => (what === kind ? name : []));
        const there = new Set<string>(found[kind]);
        expect(there.size, `doubled after kill ${seed}`).toBe(found[kind].length);
        expect(
          told.filter(name => !there.has(name)),
          `lost after kill ${seed}`,
        ).toEqual([]);
        // The one change that was under way may be there as well: one more for each kill.
        expect(found[kind].length).toBeLessThanOrEqual(told.length + seed);
      }
      const undone = done.flatMap(([what, name]) => (what === 'undone' ? name : []));
      expect(found.note.filter(text => undone.includes(text))).toEqual([]);
    }
    expect(done.length).toBeGreaterThan(KILLS * 3);
    const last = await opened(folder, { overlayFolder });
    const { waiting } = await last.work.all();
    if (how === 'write') expect(waiting).toBe(0);
    else expect(await last.work.mergeOverlay()).toMatchObject({ added: waiting, both: 0 });
    expect(await last.verify()).toMatchObject({ ok: true });
  },
);
