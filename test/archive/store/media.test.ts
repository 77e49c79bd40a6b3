import { appendFile, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskError, nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk, DiskFile } from '../../../archive/store/disk.ts';
import { PACK_LIMIT } from '../../../archive/store/pack-name.ts';
import { SAMPLE, opened, writeCsv } from '../../support/archive-folder.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import { ids, made } from '../../support/five-cables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A stick: after `pull` nothing on it can be read or written, not even what is open. */
function stick(): { disk: Disk; pull: () => void; putBack: () => void } {
  let there = true;
  const ask = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
    if (there) return work();
    throw diskError(Object.assign(new Error('EIO'), { code: 'EIO' }), path);
  };
  const guarded = (path: string, file: DiskFile): DiskFile => ({
    write: (...given) => ask(path, () => file.write(...given)),
    read: (...given) => ask(path, () => file.read(...given)),
    sync: async () => ask(path, () => file.sync()),
    truncate: length => ask(path, () => file.truncate(length)),
    size: async () => ask(path, () => file.size()),
    close: () => file.close(),
  });
  const disk: Disk = {
    ...nodeDisk,
    open: (path, mode) => ask(path, async () => guarded(path, await nodeDisk.open(path, mode))),
    readFile: path => ask(path, () => nodeDisk.readFile(path)),
    size: path => ask(path, () => nodeDisk.size(path)),
    stamp: path => ask(path, () => nodeDisk.stamp(path)),
    list: path => ask(path, () => nodeDisk.list(path)),
    makeFolder: path => ask(path, () => nodeDisk.makeFolder(path)),
    rename: (from, to) => ask(to, () => nodeDisk.rename(from, to)),
    remove: path => ask(path, () => nodeDisk.remove(path)),
    syncFolder: path => ask(path, () => nodeDisk.syncFolder(path)),
    onStep: (_, path) => {
      if (!there) throw diskError(Object.assign(new Error('EIO'), { code: 'EIO' }), path);
    },
  };
  return { disk, pull: () => (there = false), putBack: () => (there = true) };
}

describe('a stick that is pulled out', () => {
  it('in the midst of an import loses nothing that was committed, and says what to do', async () => {
    const { folder, csv } = await made();
    const { disk, pull, putBack } = stick();
    const archive = await opened(folder, {}, disk);
    const other = await writeCsv(await temporaryFolder(), 'b.csv', [{ id: '06HANOI9', body: 'GENERATED' }]);
    const importing = archive.import([{ path: SAMPLE }, { path: other }], {
      onProgress: ({ phase }) => (phase === 'committing' ? pull() : undefined),
    });
    await expect(importing).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('put it back'),
    });
    await expect(archive.show('05HANOI1')).rejects.toMatchObject({ code: 'io' });
    await expect(archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text: 'x' })).rejects.toMatchObject(
      {
        code: 'io',
      },
    );
    // Put back: what was open stays shut until it is opened again, for nobody knows what happened to the stick meanwhile.
    putBack();
    await expect(archive.import([{ path: SAMPLE }])).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('open it again'),
    });
    await archive.close();
    const again = await opened(folder);
    expect(await ids(again)).toHaveLength(5);
    expect((await again.verify()).faults).toEqual([]);
    await again.import([{ path: SAMPLE }, { path: other }, { path: csv }]);
    expect(again.info()).toMatchObject({ cables: 7, sightings: 7, readOnly: false });
  });

  it('while it is only looked at closes without a word, and its lock is known as left behind', async () => {
    const { folder } = await made();
    const { disk, pull } = stick();
    const archive = await opened(folder, {}, disk);
    pull();
    await expect(archive.verify()).rejects.toMatchObject({ code: 'io' });
    await archive.close();
    const again = await opened(folder);
    expect(again.info()).toMatchObject({ readOnly: false, notices: [{ code: 'lock-taken-over' }] });
  });
});

describe('a full disk', () => {
  it('keeps nobody from reading an archive that a crash has left untidy', async () => {
    const { folder, pack } = await made();
    await appendFile(pack, 'Valise-Record: 1\nTok');
    // The lock still fits.
    const counting = faultyDisk();
    await (await opened(folder, { readOnly: true }, counting)).close();
    const locking = ['create', 'write', 'sync'].length;
    const full = faultyDisk({ at: counting.changes + locking + 1, code: 'ENOSPC', lasting: true });
    const archive = await opened(folder, {}, full);
    expect(archive.info()).toMatchObject({ readOnly: true, cables: 5, notices: [{ code: 'read-only' }] });
    expect(archive.info().notices[0]?.message).toContain('disk is full');
    expect((await archive.search({ query: 'generated' })).total).toBe(5);
    await archive.close();
    const space = await opened(folder);
    expect(space.info()).toMatchObject({ readOnly: false, cables: 5 });
    expect(space.info().notices.map(({ code }) => code)).toContain('tail-cut');
    expect((await space.verify()).faults).toEqual([]);
  });
});

/** Every path below a folder. */
async function everything(folder: string, below = ''): Promise<string[]> {
  const names = (await readdir(join(folder, below))).map(name => (below === '' ? name : `${below}/${name}`));
  const deeper = await Promise.all(
    names.map(async name =>
      (await lstat(join(folder, name))).isDirectory() ? everything(folder, name) : [],
    ),
  );
  return [...names, ...deeper.flat()];
}

describe('names', () => {
  it('of everything in an archive are such as FAT and every system take, whatever they came from', async () => {
    const sources = join(await temporaryFolder(), `Tệp ${'ü'.repeat(80)}`);
    await mkdir(sources);
    const long = `${'名'.repeat(60)} CON: 100%.csv`;
    await writeCsv(sources, long, [
      { id: '05HANOI1', body: 'GENERATED' },
      { id: '05HANOI2', created: '', body: 'GENERATED' },
    ]);
    const folder = join(await temporaryFolder(), 'archive');
    const archive = await opened(folder);
    const { id } = await archive.import([{ path: sources }]);
    await archive.withdraw(id, 'GENERATED');
    await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text: 'GENERATED' });
    await archive.work.edit({ kind: 'add-note', cable: '05HANOI2', text: 'GENERATED' });
    await archive.rebuild();
    await archive.verify();
    expect((await archive.receipt(id)).sources[0]?.file).toContain(long.normalize());
    await archive.close();
    await appendFile(join(folder, 'data/2005/2005-04.txt'), 'torn');
    await writeFile(join(folder, 'notes.json'), 'torn');
    await writeFile(join(folder, 'receipts/torn.json'), 'torn');
    await (await opened(folder)).close();
    const all = await everything(folder);
    expect(all.length).toBeGreaterThan(20);
    for (const path of all) {
      // No sign that FAT refuses, no name of a device, no dot or space at the end.
      expect(path).toMatch(/^(?:[A-Za-z0-9][\w.-]*[A-Za-z0-9]\/)*[A-Za-z0-9][\w.-]*[A-Za-z0-9]$/);
      expect(path).not.toMatch(/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i);
      expect(path.length).toBeLessThan(120);
      const found = await lstat(join(folder, path));
      expect(found.isFile() || found.isDirectory(), path).toBe(true);
    }
    expect(new Set(all.map(path => path.toLowerCase())).size).toBe(all.length);
  });

  it('are no longer than FAT files may be: a pack ends far below 4 GB', () => {
    expect(PACK_LIMIT).toBeLessThan(2 ** 31);
  });
});

it('a long tail is kept to its last byte', async () => {
  const { folder, pack } = await made();
  const tail = Buffer.alloc(9 * 1024 * 1024, 'GENERATED tail ');
  await appendFile(pack, tail);
  const archive = await opened(folder);
  expect((await archive.verify()).faults).toEqual([]);
  const [name = ''] = (await readdir(join(folder, 'aside'))).filter(file => file.endsWith('.tail'));
  expect((await readFile(join(folder, 'aside', name))).equals(tail)).toBe(true);
});
