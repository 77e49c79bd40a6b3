import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { body, ids, made } from '../../support/five-cables.ts';
import { mounted } from '../../support/mounted.ts';
import type { Medium } from '../../support/mounted.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MEGABYTE = 1024 * 1024;

/** An archive of five cables on a medium of its own; null where none can be mounted. */
async function onMedium(bytes: number): Promise<{ medium: Medium; folder: string; csv: string } | null> {
  const medium = await mounted(bytes);
  if (medium === null) {
    console.warn('No file system can be mounted here: this was not tested on a real medium.');
    return null;
  }
  const { folder: model, csv } = await made();
  const folder = join(medium.folder, 'archive');
  await cp(model, folder, { recursive: true });
  return { medium, folder, csv };
}

/** Fills a medium up, until so many bytes are left. */
async function fill(medium: Medium, left: number): Promise<void> {
  const free = (await nodeDisk.free(medium.folder)) ?? 0;
  await writeFile(join(medium.folder, 'ballast'), Buffer.alloc(Math.max(0, free - left)));
}

describe('a disk that is really full', () => {
  it('harms nothing wherever it fills up, and says what to do', { timeout: 120_000 }, async () => {
    const place = await onMedium(3 * MEGABYTE);
    if (place === null) return;
    const { medium, folder } = place;
    const cables = Array.from({ length: 150 }, (_, number) => ({
      id: `06HANOI${number}`,
      created: `${(number % 12) + 1}/3/2006 1:02`,
      body: body(number).repeat(20),
    }));
    const csv = await writeCsv(await temporaryFolder(), 'more.csv', cables);
    const outcomes = new Set<string>();
    let texts: string[] = [];
    for (const left of [0, 4, 8, 16, 24, 48, 96, 160, 256, 420, 700].map(kilobytes => kilobytes * 1024)) {
      const what = `with ${left} bytes left`;
      await fill(medium, left);
      const archive = await opened(folder);
      const tried = {
        note: () => archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text: what }),
        import: () => archive.import([{ path: csv }]),
        rebuild: () => archive.rebuild(),
        withdrawal: () => archive.withdraw('05HANOI5', 'GENERATED'),
      };
      for (const [name, work] of Object.entries(tried)) {
        const outcome = await work().then(
          () => 'done',
          thrown => `${String(thrown.code)}: ${String(thrown.message)}`,
        );
        if (name === 'note' && outcome === 'done') texts.push(what);
        // Either it was done, or the person is told of the disk: at once, or since the archive is open for reading by now.
        expect(outcome, `${name} ${what}`).toMatch(/^done$|^disk-full: .*full|^read-only: |^io: .*has space/);
        outcomes.add(outcome.split(':')[0] ?? '');
      }
      expect(await ids(archive), what).toEqual(expect.arrayContaining(['05HANOI1', '05HANOI4']));
      await archive.close();
      await rm(join(medium.folder, 'ballast'));
      const space = await opened(folder);
      expect((await space.verify()).faults, what).toEqual([]);
      expect((await space.work.all()).notes.map(({ text }) => text).sort(), what).toEqual([...texts].sort());
      texts = (await space.work.all()).notes.map(({ text }) => text);
      await space.restore('05HANOI5').catch(() => undefined);
      expect(space.info().readOnly).toBe(false);
      await space.close();
      await rm(join(folder, 'aside'), { recursive: true, force: true });
    }
    expect(outcomes).toContain('disk-full');
    expect(outcomes).toContain('done');
    const space = await opened(folder);
    await space.import([{ path: csv }]);
    expect(space.info()).toMatchObject({ cables: 155 });
    expect((await space.verify()).ok).toBe(true);
  });
});

describe('a medium that is really write-protected', () => {
  it('is read, searched and checked, and left as it is', async () => {
    const place = await onMedium(3 * MEGABYTE);
    if (place === null) return;
    const { medium, folder, csv } = place;
    await medium.protect(true);
    const before = await contents(folder);
    const archive = await opened(folder);
    expect(archive.info()).toMatchObject({ readOnly: true, cables: 5, notices: [{ code: 'read-only' }] });
    expect((await archive.search({ query: 'generated' })).total).toBe(5);
    expect(await archive.verify()).toMatchObject({ ok: true });
    await expect(archive.import([{ path: csv }])).rejects.toMatchObject({ code: 'read-only' });
    await archive.close();
    expect(await contents(folder)).toEqual(before);
    const empty = join(medium.folder, 'new');
    await expect(opened(empty)).rejects.toMatchObject({ code: 'read-only' });
  });

  it('while an archive on it is open: the change is refused, and nothing is lost', async () => {
    const place = await onMedium(3 * MEGABYTE);
    if (place === null) return;
    const { medium, folder, csv } = place;
    const archive = await opened(folder);
    await medium.protect(true);
    const note = { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED' } as const;
    await expect(archive.work.edit(note)).rejects.toMatchObject({ code: 'read-only' });
    const more = await writeCsv(await temporaryFolder(), 'b.csv', [{ id: '06HANOI9', body: 'GENERATED' }]);
    await expect(archive.import([{ path: more }])).rejects.toMatchObject({ code: 'read-only' });
    expect(await ids(archive)).toHaveLength(5);
    await medium.protect(false);
    await archive.close();
    const again = await opened(folder);
    await again.work.edit(note);
    await again.import([{ path: more }, { path: csv }]);
    expect(again.info()).toMatchObject({ cables: 6, readOnly: false });
    expect((await again.verify()).faults).toEqual([]);
  });
});

it('a medium that is really taken away gets no second archive in its place', async () => {
  const place = await onMedium(3 * MEGABYTE);
  if (place === null) return;
  const { medium, folder } = place;
  const archive = await opened(folder);
  await medium.pull();
  const more = await writeCsv(await temporaryFolder(), 'b.csv', [
    { id: '99HANOI9', created: '1/2/1999 3:04', body: 'GENERATED' },
  ]);
  const note = { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED' } as const;
  for (const work of [
    () => archive.work.edit(note),
    () => archive.import([{ path: more }]),
    () => archive.withdraw('05HANOI1', 'GENERATED'),
    () => archive.rebuild(),
  ])
    await expect(work()).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('put it back'),
    });
  await archive.close();
  expect(await readdir(medium.folder)).toEqual([]);
  await expect(opened(folder, { create: undefined })).rejects.toMatchObject({ code: 'archive-missing' });
});

/** Runs the child as a user who is not root. */
async function asOrdinaryUser(program: string, given: readonly string[]): Promise<unknown> {
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const child = spawn(process.execPath, [program, ...given], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const data of child.stdout) text += String(data);
  return JSON.parse(text);
}

it.skipIf(process.platform === 'win32')(
  'a folder that an ordinary user may only read is read, and notes go beside',
  async () => {
    const { folder, csv } = await made();
    const programs = await temporaryFolder();
    const overlays = await temporaryFolder();
    const program = await bundled(programs, { child: 'test/support/ordinary-child.ts' });
    for (const open of [join(folder, '..'), join(csv, '..'), programs]) await chmod(open, 0o755);
    await chmod(overlays, 0o777);
    await mkdir(join(folder, 'aside'), { recursive: true });
    const before = await contents(folder);
    const folders = [
      folder,
      ...['aside', 'data', 'data/2005', 'index', 'index/search', 'receipts'].map(name => join(folder, name)),
    ];
    for (const each of folders) await chmod(each, 0o555);
    for (const name of before.keys()) await chmod(join(folder, name), 0o444);
    try {
      expect(await asOrdinaryUser(program('child'), [folder, csv, overlays])).toEqual({
        readOnly: true,
        codes: ['read-only'],
        cables: 5,
        total: 5,
        refused: ['read-only', 'read-only', 'read-only'],
        texts: ['GENERATED beside'],
        ok: true,
      });
      expect(await contents(folder)).toEqual(before);
    } finally {
      for (const each of folders) await chmod(each, 0o755);
    }
  },
);

it('what is set aside of a damaged index is kept', async () => {
  const { folder } = await made();
  const [name = ''] = (await readdir(join(folder, 'index'))).filter(file => file.endsWith('.columns'));
  await truncate(join(folder, 'index', name), 20);
  const archive = await opened(folder);
  expect(archive.info().notices).toMatchObject([{ code: 'index-rebuilt' }]);
  const kept = (await readdir(join(folder, 'aside'))).filter(file => file.startsWith(name));
  expect(kept).toHaveLength(1);
});
