import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { openArchive } from '../../../archive/open.ts';
import { PROGRAM, SAMPLE, writeCsv } from '../../support/archive-folder.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import type { Fault } from '../../support/faulty-disk.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const BODY = 'UNCLAS HANOI 000002\n\nSUBJECT: GENERATED FOR A TEST OF FAULTS\n\n1. GENERATED.\n\nMARINE';

/** An archive with the sample in it, and a file with two more cables (one a copy of the sample's id). */
let model: string;
let csv: string;

beforeAll(async () => {
  const folder = await keptFolder();
  model = join(folder, 'archive');
  const archive = await openArchive(model, { create: {}, program: PROGRAM });
  await archive.import([{ path: SAMPLE }]);
  await archive.work.edit({ ...noted, text: 'GENERATED first' });
  await archive.close();
  csv = await writeCsv(folder, 'cables.csv', [
    { id: '06HANOI2', created: '1/2/2006 3:04', body: BODY },
    { id: '05HANOI841', body: BODY },
  ]);
});

const NOTE = 'GENERATED note';
const noted = { kind: 'add-note', cable: '05HANOI841', text: NOTE } as const;

const actions: Record<string, (archive: Archive) => Promise<unknown>> = {
  // Each cable is a commit of its own: that of an import that goes on, and that of its end.
  'an import': archive => archive.import([{ path: csv }]),
  'a note': archive => archive.work.edit(noted),
  'a withdrawal': archive => archive.withdraw('05HANOI841', 'GENERATED reason'),
  'a rebuild': archive => archive.rebuild(),
};

/** `write segment.terms` out of `write search/segment-0f3a.terms.tmp`. */
const kindOf = (what: string) =>
  what
    .replace(/ .*\//, ' ')
    .replace(/-[-\d]*[0-9a-f]{12}/, '')
    .replace(/\.tmp$/, '');

const segment = ['create', 'write', 'sync', 'rename'].flatMap(what =>
  ['terms', 'postings', 'positions'].map(part => `${what} segment.${part}`),
);
const writes: Record<string, string[]> = {
  'an import': [
    'write 2006-01.txt',
    'sync 2006-01.txt',
    'rename commit.json',
    'rename manifest-sha256.txt',
    ...segment,
  ],
  'a rebuild': ['rename commit.json', 'sync catalogue.json', ...segment],
  'a note': ['rename notes.json', 'rename notes.json.bak'],
};

/** Runs the action with a fault; answers the error's code, or null where the fault was never reached. */
async function withFault(folder: string, action: (archive: Archive) => Promise<unknown>, fault: Fault) {
  const disk = faultyDisk(fault);
  let code: string | null = null;
  try {
    const archive = await openArchive(folder, { program: PROGRAM, commitMilliseconds: 0 }, disk);
    try {
      await action(archive);
    } finally {
      await archive.close();
    }
  } catch (thrown) {
    code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  }
  return { code, reached: disk.changes >= fault.at, what: disk.log[fault.at - 1], log: disk.log };
}

/** Opens the archive on a healthy disk: all is well and the sample is there. `whole`: and it can be filled as before. */
async function check(folder: string, what: string, whole: boolean): Promise<void> {
  const archive = await openArchive(folder, { program: PROGRAM });
  try {
    expect((await archive.verify()).faults, what).toEqual([]);
    expect(archive.info().readOnly, what).toBe(false);
    const { versions } = await archive.show('05HANOI841');
    const hidden = versions.every(({ withdrawn }) => withdrawn);
    expect((await archive.work.all()).notes, what).toContainEqual(
      expect.objectContaining({ text: 'GENERATED first' }),
    );
    expect((await archive.search({ query: 'mekong' })).total, what).toBe(hidden ? 0 : 1);
    if (!whole) return;
    await archive.restore('05HANOI841');
    await archive.import([{ path: csv }]);
    expect(archive.info(), what).toMatchObject({ cables: 2, records: 3, sightings: 3, withdrawn: 0 });
    expect((await archive.search({ query: 'faults' })).total, what).toBe(2);
    expect((await archive.verify()).ok, what).toBe(true);
  } finally {
    await archive.close();
  }
}

describe('a fault at any change', () => {
  it.each(Object.entries(actions))(
    'of %s harms nothing that was committed',
    { timeout: 300_000 },
    async (name, action) => {
      let reached = 0;
      const touched = new Set<string>();
      for (let at = 1; ; at += 1) {
        const folder = join(await temporaryFolder(), 'archive');
        await cp(model, folder, { recursive: true });
        // By turns a passing failure, and a disk that stays full.
        const kind =
          at % 2 === 0
            ? ({ code: 'ENOSPC', lasting: true } as const)
            : ({ code: 'EIO', lasting: false } as const);
        const { code, reached: hit, what, log } = await withFault(folder, action, { ...kind, at });
        if (!hit) {
          // Changes that go on side by side come in another order each time: the last run names them all.
          for (const change of log) touched.add(kindOf(change));
          break;
        }
        // What fails after the commit is in force (the bag, old parts) is finished at the next open.
        if (code !== null) expect(['io', 'disk-full', 'read-only'], `${at}: ${what}`).toContain(code);
        reached = at;
        touched.add(kindOf(what ?? ''));
        await check(folder, `change ${at}, ${what}`, at % 3 === 0);
      }
      expect(reached).toBeGreaterThan(name === 'a note' ? 10 : 20);
      // Not one of the files that the action writes goes by the door that fails.
      for (const kind of writes[name] ?? []) expect([...touched]).toContain(kind);
    },
  );
});

describe('a new archive', () => {
  it('can be made again wherever the disk failed while it was made', { timeout: 300_000 }, async () => {
    for (let at = 1; ; at += 1) {
      const folder = join(await temporaryFolder(), 'archive');
      const disk = faultyDisk({ at, code: 'EIO', lasting: false });
      const made = await openArchive(folder, { create: {}, program: PROGRAM }, disk).catch(() => null);
      await made?.close();
      if (disk.changes < at) break;
      const archive = await openArchive(folder, { create: {}, program: PROGRAM });
      await archive.import([{ path: SAMPLE }]);
      expect(await archive.verify(), disk.log[at - 1]).toMatchObject({ ok: true });
      await archive.close();
    }
  });
});
