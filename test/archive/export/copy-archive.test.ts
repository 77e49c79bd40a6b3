import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { SAMPLE, contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { bagitSays } from '../../support/bagit.ts';
import { writeCablesCsv } from '../../support/cables-csv.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SECRET = 'GENERATED private thought';

interface Filled {
  archive: Archive;
  folder: string;
  token: string;
}

/** An archive of cables, versions, sightings, a withdrawal, and the person's own work. */
async function filled(count = 60, disk?: Disk): Promise<Filled> {
  const folder = join(await temporaryFolder(), 'Hanoi papers');
  const archive = await opened(folder, {}, disk);
  const sources = await temporaryFolder();
  await writeCablesCsv(join(sources, 'cables.csv'), count);
  await archive.import([{ path: join(sources, 'cables.csv') }, { path: SAMPLE }]);
  const other = await writeCsv(sources, 'other.csv', [
    { id: '05HANOI841', body: 'GENERATED another version' },
  ]);
  await archive.import([{ path: other }]);
  const [first] = (await archive.search({ query: '', limit: 1 })).results;
  await archive.withdraw(first?.id ?? '', 'GENERATED reason');
  await archive.work.edit({ kind: 'add-note', cable: '05HANOI841', text: SECRET });
  const { token } = JSON.parse(await readFile(join(folder, 'commit.json'), 'utf8'));
  return { archive, folder, token };
}

async function everything(archive: Archive): Promise<string[]> {
  const all: string[] = [];
  for await (const { id } of archive.list()) all.push(JSON.stringify(await archive.show(id)));
  return all;
}

const place = async () => join(await temporaryFolder(), 'copy');

describe('a copy for somebody else', () => {
  it('shows the same cables, is whole, and has nothing private in any of its bytes', async () => {
    const { archive, folder, token } = await filled();
    const to = await place();
    const report = await archive.copyTo(to, { notes: false });
    expect(report).toMatchObject({ notes: false, faults: [], cables: archive.info().cables });
    const files = await contents(to);
    // Made by copying, not anew: that would take an hour for the whole collection.
    const indexOf = (all: Map<string, string>) =>
      [...all.keys()].filter(name => /^index\/(?!verified)/.test(name));
    expect(indexOf(files)).toEqual(indexOf(await contents(folder)));
    for (const [name, text] of files) {
      expect([name, text.includes(token)]).toEqual([name, false]);
      expect([name, text.includes(SECRET)]).toEqual([name, false]);
    }
    const own = [...files.keys()].filter(name => !/^(?:data|receipts|index)\//.test(name));
    expect(own.sort()).toEqual([
      'README.txt',
      'bag-info.txt',
      'bagit.txt',
      'commit.json',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
    expect(await bagitSays(to)).toBeOneOf(['valid', null]);
    const copy = await opened(to);
    expect(copy.info()).toMatchObject({ notices: [], readOnly: false, id: report.id });
    expect(copy.info().id).not.toBe(archive.info().id);
    expect(copy.info().lastVerified).toBe(report.verified);
    expect(await everything(copy)).toEqual(await everything(archive));
    expect(await copy.receipts()).toEqual(await archive.receipts());
    expect((await copy.work.all()).notes).toEqual([]);
    expect((await copy.search({ query: 'is:withdrawn' })).total).toBe(1);
    expect(await copy.verify()).toMatchObject({ ok: true });
    await copy.import([
      { path: await writeCsv(await temporaryFolder(), 'c.csv', [{ id: '05HANOI2', body: 'GENERATED' }]) },
    ]);
    expect(await copy.verify()).toMatchObject({ ok: true });
    expect(await bagitSays(to)).toBeOneOf(['valid', null]);
  });

  it('needs no index to be the same', async () => {
    const { archive } = await filled();
    const to = await place();
    await archive.copyTo(to, { notes: false });
    const copy = await opened(to);
    await copy.rebuild();
    expect(await everything(copy)).toEqual(await everything(archive));
    expect(await copy.verify()).toMatchObject({ ok: true });
  });
});

describe('a copy with the notes', () => {
  it('is the archive, byte for byte, so that damage can be mended from it', async () => {
    const { archive, folder } = await filled();
    const to = await place();
    expect(await archive.copyTo(to, { notes: true })).toMatchObject({ notes: true, id: archive.info().id });
    const [before, after] = [await contents(folder), await contents(to)];
    for (const [name, bytes] of before) {
      if (/^aside\/|^lock\.json|\.bak$|verified\.json/.test(name)) continue;
      expect([name, after.get(name)]).toEqual([name, bytes]);
    }
    const copy = await opened(to);
    expect((await copy.work.all()).notes).toMatchObject([{ text: SECRET }]);
    expect(copy.info().notices).toEqual([]);
  });

  it('takes along what waits beside the settings, from an archive that can only be read', async () => {
    const { archive, folder } = await filled(3);
    await archive.close();
    const reader = await opened(folder, { readOnly: true, overlayFolder: await temporaryFolder() });
    await reader.work.edit({ kind: 'add-note', cable: '05HANOI841', text: 'GENERATED beside' });
    const to = await place();
    await reader.copyTo(to, { notes: true });
    const texts = (await (await opened(to)).work.all()).notes.map(({ text }) => text);
    expect(texts.sort()).toEqual(['GENERATED beside', SECRET]);
  });
});

describe('a copy of chosen cables', () => {
  it('is an archive of its own with them alone, their versions and sightings', async () => {
    const { archive, token } = await filled();
    const to = join(await temporaryFolder(), 'For Anna');
    const other = (await archive.search({ query: '', limit: 9 })).results.at(-1)?.id ?? '';
    const report = await archive.copyTo(to, { notes: false, choices: ['05hanoi841', other] });
    expect(report).toMatchObject({ cables: 2, faults: [], notes: false });
    for (const [name, text] of await contents(to))
      expect([name, text.includes(token)]).toEqual([name, false]);
    expect(await bagitSays(to)).toBeOneOf(['valid', null]);
    const copy = await opened(to);
    expect(copy.info()).toMatchObject({ name: 'For Anna', cables: 2, notices: [] });
    for (const id of ['05HANOI841', other]) {
      // Only the receipt is another one: that of the taking over.
      const strip = (cable: Awaited<ReturnType<Archive['show']>>) => ({
        ...cable,
        sightings: cable.sightings.map(sighting => ({ ...sighting, receipt: '' })),
      });
      expect(strip(await copy.show(id))).toEqual(strip(await archive.show(id)));
    }
    expect((await copy.search({ query: 'mobilise OR trafficking' })).total).toBeGreaterThan(0);
    expect(await copy.receipts()).toMatchObject([{ name: 'Hanoi papers', state: 'done' }]);
    await expect(
      archive.copyTo(await place(), { notes: false, choices: ['99NOWHERE1'] }),
    ).rejects.toMatchObject({ code: 'no-such-cable' });
  });
});

describe('a copy that is not finished', () => {
  it('leaves nothing when it is cancelled, at whatever moment', async () => {
    const { archive } = await filled();
    for (const after of [1, 3, 6, 9]) {
      const to = await place();
      const controller = new AbortController();
      let seen = 0;
      const onProgress = () => {
        seen += 1;
        if (seen >= after) controller.abort();
      };
      await expect(
        archive.copyTo(to, { notes: after % 2 === 0 }, { signal: controller.signal, onProgress }),
      ).rejects.toMatchObject({ code: 'cancelled' });
      await expect(readdir(to)).rejects.toThrow();
    }
    expect(await archive.verify()).toMatchObject({ ok: true });
  });

  it('goes into no folder that holds anything, nor into the archive, nor where there is too little room', async () => {
    const narrow: Disk = { ...nodeDisk, free: async () => 1000 };
    const { archive, folder } = await filled(3, narrow);
    const to = await place();
    await expect(archive.copyTo(to, { notes: false })).rejects.toMatchObject({ code: 'disk-full' });
    await expect(readdir(to)).rejects.toThrow();
    await mkdir(to);
    await writeFile(join(to, 'letter.txt'), 'precious');
    for (const wish of [{ notes: false }, { notes: true }, { notes: false, choices: ['05HANOI841'] }])
      await expect(archive.copyTo(to, wish)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await readdir(to)).toEqual(['letter.txt']);
    for (const inside of [folder, join(folder, 'data', 'copy'), join(folder, 'index', 'x', 'y')])
      await expect(archive.copyTo(inside, { notes: false })).rejects.toMatchObject({ code: 'bad-request' });
    expect(await archive.verify()).toMatchObject({ ok: true });
  });

  it('is taken back when the disk fails, and an empty folder stays empty', async () => {
    let writes = 0;
    const failing: Disk = {
      ...nodeDisk,
      async open(path, mode) {
        if (path.includes('/copy/') && mode === 'create' && (writes += 1) > 4)
          throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return nodeDisk.open(path, mode);
      },
    };
    const { archive } = await filled(20, failing);
    const to = await place();
    await mkdir(to);
    await expect(archive.copyTo(to, { notes: true })).rejects.toThrow();
    expect(await readdir(to)).toEqual([]);
  });

  it('tells the damage that the archive has, and blesses none of it', async () => {
    const { archive, folder } = await filled(20);
    const pack = join(folder, 'data/2005/2005-04.txt');
    const bytes = await readFile(pack, 'latin1');
    await writeFile(pack, bytes.replace('MARINE', 'MARINA'), 'latin1');
    for (const notes of [true, false]) {
      const to = await place();
      const report = await archive.copyTo(to, { notes });
      expect(report.faults.map(({ code }) => code)).toContain('frame-damaged');
      expect(await (await opened(to)).verify()).toMatchObject({ ok: false });
    }
  });
});

describe('the archive meanwhile', () => {
  it('takes in cables while it is copied; the copy is as of one commit', async () => {
    const { archive } = await filled(200);
    const sources = await temporaryFolder();
    await writeCablesCsv(join(sources, 'more.csv'), 400, { seed: 7 });
    const to = await place();
    const before = archive.info().cables;
    const [report] = await Promise.all([
      archive.copyTo(to, { notes: false }),
      archive.import([{ path: join(sources, 'more.csv') }]),
    ]);
    expect(report.faults).toEqual([]);
    const copy = await opened(to);
    expect(await copy.verify()).toMatchObject({ ok: true });
    expect([before, archive.info().cables]).toContain(copy.info().cables);
    expect(archive.info().cables).toBeGreaterThan(before);
    expect(await archive.verify()).toMatchObject({ ok: true });
  });
});
