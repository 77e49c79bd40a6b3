import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { openArchive } from '../../../archive/open.ts';
import { PROGRAM } from '../../support/archive-folder.ts';
import { bagitProcess } from '../../support/bagit-process.ts';
import { bundled } from '../../support/bundled.ts';
import { Random } from '../../support/random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 60;

interface Done {
  done: string;
  ids: string[];
}

/** How long a child may live: until a change on disk, or so many milliseconds after it did so many things. */
type Life = { change: number } | { things: number; more: number };

/** Starts the child, has it killed in the midst of its work, and answers what it said. */
async function killedRun(program: string, given: readonly string[], life: Life): Promise<Done[]> {
  const atChange = 'change' in life ? [String(life.change)] : [];
  const child = spawn(process.execPath, [program, ...given, ...atChange], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let trouble = '';
  child.stderr.on('data', data => (trouble += String(data)));
  const told: Done[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(JSON.parse(line));
    // The first line says that the archive is open.
    if ('things' in life && told.length === 1 + life.things)
      setTimeout(() => child.kill('SIGKILL'), life.more);
  }
  expect((await exit)[1], trouble).toBe('SIGKILL');
  return told;
}

/** By turns in the midst of a change on disk, and at any moment of an opening, an import, a rebuild... */
function lifeOf(seed: number, random: Random): Life {
  if (seed % 2 === 0) return { change: 1 + random.below(seed % 4 === 0 ? 60 : 600) };
  return { things: random.below(4), more: random.below(seed % 3 === 0 ? 600 : 150) };
}

/** What all children together said was done. */
class Told {
  readonly committed = new Set<string>();
  readonly notes = new Set<string>();
  readonly kinds = new Map<string, number>();

  add(told: readonly Done[]): void {
    for (const { done, ids } of told) {
      this.kinds.set(done, (this.kinds.get(done) ?? 0) + 1);
      if (done === 'import') for (const id of ids) this.committed.add(id);
      if (done === 'note') for (const text of ids) this.notes.add(text);
    }
  }

  /** Everything is there, once. */
  async check(archive: Archive, when: string): Promise<void> {
    const { readOnly, cables, records, sightings } = archive.info();
    expect((await archive.verify()).faults, when).toEqual([]);
    expect(readOnly, when).toBe(false);
    const listed: string[] = [];
    for await (const { id } of archive.list()) listed.push(id);
    const found = new Set(listed);
    expect(found.size, `doubled ${when}`).toBe(listed.length);
    expect(listed.length, when).toBe(cables);
    expect(records, when).toBeLessThanOrEqual(sightings);
    // A kill between a withdrawal and its restoral leaves a cable withdrawn: hidden from the list, and there.
    for (const id of this.committed) {
      if (found.has(id)) continue;
      expect((await archive.show(id)).versions[0]?.withdrawn, `${id} ${when}`).toBe(true);
    }
    const { notes } = await archive.work.all();
    const texts = notes.map(({ text }) => text);
    expect(new Set(texts).size, `notes doubled ${when}`).toBe(texts.length);
    expect(
      [...this.notes].filter(text => !texts.includes(text)),
      `notes lost ${when}`,
    ).toEqual([]);
    for (const { id } of await archive.receipts()) await archive.receipt(id);
  }
}

/** Gives what the child was importing again: all of it is there then, and what was there is known. */
async function giveAgain(archive: Archive, last: Done | undefined, told: Told, when: string): Promise<void> {
  const [path = '', count = ''] = last?.done === 'begins' ? last.ids : [];
  if (path === '') return;
  const { counts } = await archive.import([{ path }]);
  expect(counts.accepted + counts.seenBefore, when).toBe(Number(count));
  await told.check(archive, `${when}, given again`);
}

it(`loses nothing over ${KILLS} kills at random moments`, { timeout: 600_000 }, async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const programs = { child: 'test/support/crash-child.ts', worker: 'archive/import/worker-entry.ts' };
  const path = await bundled(await temporaryFolder(), programs);
  const bagit = await bagitProcess();
  onTestFinished(() => bagit?.end());
  if (bagit === null) console.warn('bagit is not installed: the bags are not checked by it after the kills.');
  const random = new Random(2011);
  const told = new Told();
  const notices = new Set<string>();
  const valid = async (when: string) => {
    if (bagit !== null) expect(await bagit.ask(folder), when).toBe('valid');
  };
  for (let seed = 1; seed <= KILLS; seed += 1) {
    const when = `after kill ${seed}`;
    const said = await killedRun(path('child'), [folder, String(seed), path('worker')], lifeOf(seed, random));
    told.add(said);
    const archive = await openArchive(folder, { create: {}, program: PROGRAM });
    for (const { code } of archive.info().notices) notices.add(code);
    await valid(when);
    await told.check(archive, when);
    if (seed % 3 === 0) await giveAgain(archive, said.at(-1), told, when);
    if (seed % 15 === 0) {
      await archive.rebuild();
      const text = `GENERATED ${when}`;
      await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text });
      told.notes.add(text);
      await told.check(archive, `${when}, rebuilt`);
    }
    await archive.close();
    await valid(`${when}, closed`);
  }
  expect(told.committed.size).toBeGreaterThan(50);
  for (const kind of ['import', 'note', 'rebuild', 'withdraw', 'restore'])
    expect(told.kinds.get(kind), kind).toBeGreaterThan(1);
  expect(notices).toContain('tail-cut');
  expect(notices).toContain('lock-taken-over');
});
