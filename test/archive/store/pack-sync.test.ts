/** Packs are synced beside the writing; what fails there is told by the commit, and is never asked again. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PackSync } from '../../../archive/store/pack-sync.ts';
import type { Unsynced } from '../../../archive/store/pack-sync.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const large = 5 * 1024 * 1024;

async function packs(): Promise<Unsynced[]> {
  const folder = await temporaryFolder();
  const paths = ['2005-03', '2005-04', '2005-05'].map(name => join(folder, name));
  for (const path of paths) await writeFile(path, 'GENERATED');
  return paths.map((path, at) => ({ path, written: at === 1 ? 9 : large, synced: 0 }));
}

const syncs = (log: readonly string[]) => log.filter(line => line.startsWith('sync '));

describe('packs on their way to the medium', () => {
  it('are those that have grown by much, and the rest at the end', async () => {
    const disk = faultyDisk();
    const sync = new PackSync(disk);
    const growing = await packs();
    sync.begin(growing);
    await sync.quiet();
    expect(syncs(disk.log)).toHaveLength(2);
    expect(growing.map(({ synced }) => synced)).toEqual([large, 0, large]);
    await sync.all(growing);
    expect(syncs(disk.log)).toHaveLength(3);
    expect(growing.every(({ synced, written }) => synced === written)).toBe(true);
  });

  it('count as synced up to what was written when that began', async () => {
    const sync = new PackSync(faultyDisk());
    const [pack] = await packs();
    if (pack === undefined) throw new Error('no pack');
    sync.begin([pack]);
    pack.written += 7;
    await sync.quiet();
    expect(pack).toMatchObject({ synced: large, written: large + 7 });
  });

  it('fail the commit, and again, without another try that the system might call well', async () => {
    const disk = faultyDisk({ at: 1, code: 'EIO', lasting: false });
    const sync = new PackSync(disk);
    const growing = await packs();
    sync.begin(growing);
    await expect(sync.all(growing)).rejects.toMatchObject({ code: 'io' });
    await expect(sync.all(growing)).rejects.toMatchObject({ code: 'io' });
    expect(syncs(disk.log)).toHaveLength(1);
  });
});

it('an import whose packs fail to reach the medium beside it is taken back whole, and succeeds when given again', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  await (await opened(folder)).close();
  const body = 'GENERATED words that fill a cable. '.repeat(20_000);
  const cables = Array.from({ length: 30 }, (_, at) => ({ id: `05HANOI${at + 1}`, body: `${at} ${body}` }));
  const table = await writeCsv(await temporaryFolder(), 'cables.csv', cables);

  const counting = faultyDisk();
  const whole = join(await temporaryFolder(), 'archive');
  const counted = await opened(whole, {}, counting);
  await counted.import([{ path: table }]);
  await counted.close();
  const packSync = counting.log.findIndex(line => /^sync .*2005-\d\d/.test(line));
  const written = counting.log.filter(line => /^write .*2005-\d\d/.test(line));
  // The pack is written twice, and synced once before the end.
  expect(written.length).toBeGreaterThan(1);
  expect(packSync).toBeLessThan(counting.log.lastIndexOf(written.at(-1) ?? ''));

  let at = 0;
  const disk = faultyDisk();
  const failing = {
    ...disk,
    open: async (path: string, mode: Parameters<typeof disk.open>[1]) => {
      const file = await disk.open(path, mode);
      return {
        ...file,
        sync: async () => {
          if (/2005-\d\d/.test(path) && (at += 1) === 1)
            throw Object.assign(new Error('EIO'), { code: 'EIO' });
          return file.sync();
        },
      };
    },
  };
  const archive = await opened(folder, {}, failing);
  await expect(archive.import([{ path: table }])).rejects.toThrow();
  expect(archive.info().cables).toBe(0);
  const receipt = await archive.import([{ path: table }]);
  expect(receipt.counts.accepted).toBe(30);
  expect((await archive.verify()).faults).toEqual([]);
  await archive.close();
});
