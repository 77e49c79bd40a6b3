import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { PROGRAM, SAMPLE, contents, opened, writeCsv } from '../support/archive-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BODY =
  'UNCLAS HANOI 000001\n\nSUBJECT: GENERATED FOR A TEST\n\n1. GENERATED text of a cable.\n\nMARINE';

describe('an archive', () => {
  it('is made by the first import and keeps the sample as it was published', async () => {
    const folder = join(await temporaryFolder(), 'Hanoi papers');
    const archive = await opened(folder);
    const receipt = await archive.import([{ path: SAMPLE }]);
    expect(receipt).toMatchObject({ state: 'done', counts: { accepted: 1, rejected: 0 } });
    expect(receipt.lines).toMatchObject([{ outcome: 'accepted', id: '05HANOI841' }]);
    const cable = await archive.show('05hanoi841');
    expect(cable).toMatchObject({
      id: '05HANOI841',
      created: '2005-04-11T05:42:00Z',
      subject: 'VIETNAM HOSTS SIX-COUNTRY TIP MEETING',
      partial: true,
      redacted: false,
      versions: [{ sightings: 1, shown: true }],
      sightings: [{ source: { file: '05HANOI841.cablebrowser.txt' }, receipt: receipt.id, shown: true }],
    });
    expect(cable.published['tags']).toBe('KCRM PHUM KWMN ELAB SMIG VM OMIG APEC TIP');
    expect(archive.info()).toMatchObject({ cables: 1, generation: 1, readOnly: false, notices: [] });
    expect(await archive.verify()).toMatchObject({ ok: true, faults: [], records: 1 });
  });

  it('shows the same, byte for byte, after its index was deleted and made anew', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const first = await opened(folder);
    await first.import([{ path: SAMPLE }]);
    await first.import([
      { path: await writeCsv(await temporaryFolder(), 'cables.csv', [{ id: '05HANOI841', body: BODY }]) },
    ]);
    const before = JSON.stringify(await first.show('05HANOI841'));
    await first.close();
    await rm(join(folder, 'index'), { recursive: true });
    const second = await opened(folder);
    expect(second.info().notices).toMatchObject([{ code: 'index-rebuilt' }]);
    expect(JSON.stringify(await second.show('05HANOI841'))).toBe(before);
    await second.rebuild();
    expect(JSON.stringify(await second.show('05HANOI841'))).toBe(before);
    expect(await second.verify()).toMatchObject({ ok: true });
  });

  it('takes nothing twice: a second import adds a receipt and no record', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const archive = await opened(folder);
    await archive.import([{ path: SAMPLE }]);
    const packs = [...(await contents(folder, 'data'))];
    const again = await archive.import([{ path: SAMPLE }]);
    expect(again.counts).toMatchObject({ accepted: 0, seenBefore: 1 });
    expect([...(await contents(folder, 'data'))]).toEqual(packs);
    expect(await archive.receipts()).toHaveLength(2);
    expect((await archive.show('05HANOI841')).sightings).toHaveLength(1);
  });

  it('keeps the same cable from three places as one record with three sightings, and shows the best', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const sources = await temporaryFolder();
    const archive = await opened(folder);
    const flat = BODY.replaceAll('\n', ' ');
    await archive.import([
      { path: await writeCsv(sources, 'flat.csv', [{ id: '05HANOI1', body: flat, header: '' }]) },
    ]);
    await archive.import([
      { path: await writeCsv(sources, 'marked.csv', [{ id: '05HANOI1', body: BODY.replace('1.', '¶1.') }]) },
    ]);
    const receipt = await archive.import([
      { path: await writeCsv(sources, 'whole.csv', [{ id: '05HANOI1', body: BODY }]) },
    ]);
    expect(receipt.counts).toMatchObject({ seenBefore: 1, newVersion: 0 });
    const cable = await archive.show('05HANOI1');
    expect(cable.versions).toHaveLength(1);
    expect(cable.sightings.map(({ source, shown }) => [source.file, shown])).toEqual([
      ['flat.csv', false],
      ['marked.csv', true],
      ['whole.csv', false],
    ]);
    expect(archive.info()).toMatchObject({ cables: 1, records: 1, sightings: 3 });
  });

  it('keeps another text under the same id as a version, and shows each by its key', async () => {
    const archive = await opened(join(await temporaryFolder(), 'archive'));
    const sources = await temporaryFolder();
    await archive.import([{ path: await writeCsv(sources, 'one.csv', [{ id: '05HANOI1', body: BODY }]) }]);
    const other = `${BODY}\nGENERATED: a longer version.`;
    const receipt = await archive.import([
      { path: await writeCsv(sources, 'two.csv', [{ id: '05HANOI1', body: other }]) },
    ]);
    expect(receipt.counts).toMatchObject({ newVersion: 1 });
    const cable = await archive.show('05HANOI1');
    expect(cable.body).toBe(other);
    expect(cable.versions.map(({ shown }) => shown)).toEqual([true, false]);
    const older = cable.versions[1]?.key ?? '';
    expect((await archive.show('05HANOI1', older)).body).toBe(BODY);
    await expect(archive.show('05HANOI1', 'ffffff')).rejects.toMatchObject({ code: 'no-such-cable' });
    expect(archive.info()).toMatchObject({ cables: 1, records: 2 });
  });

  it('takes a receipt or a cable back and gives it again, and erases nothing', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const archive = await opened(folder);
    const cables = [1, 2, 3].map(serial => ({ id: `05HANOI${serial}`, body: `${BODY} ${serial}` }));
    const receipt = await archive.import([
      { path: await writeCsv(await temporaryFolder(), 'wrong.csv', cables) },
    ]);
    await archive.import([{ path: SAMPLE }]);
    expect(await archive.withdraw(receipt.id, 'the wrong folder')).toBe(3);
    expect(archive.info()).toMatchObject({ cables: 1, withdrawn: 3 });
    expect((await archive.receipt(receipt.id)).withdrawn).toBe(true);
    expect((await archive.show('05HANOI2')).versions[0]?.withdrawn).toBe(true);
    expect(await archive.restore(receipt.id)).toBe(3);
    expect(await archive.withdraw('05HANOI2', 'a doubt')).toBe(1);
    await archive.close();
    await rm(join(folder, 'index'), { recursive: true });
    const again = await opened(folder);
    expect(again.info()).toMatchObject({ cables: 3, withdrawn: 1 });
    expect(await again.restore('05HANOI2')).toBe(1);
    expect(again.info()).toMatchObject({ cables: 4, withdrawn: 0 });
    expect(await again.verify()).toMatchObject({ ok: true });
    await expect(again.withdraw('05NOWHERE1', '')).rejects.toMatchObject({ code: 'no-such-cable' });
  });
});

describe('the door', () => {
  it('refuses what is no archive and harms nothing', async () => {
    const folder = await temporaryFolder();
    await expect(openArchive(join(folder, 'absent'), { program: PROGRAM })).rejects.toMatchObject({
      code: 'archive-missing',
    });
    await writeFile(join(folder, 'letter.txt'), 'GENERATED: a letter');
    const before = await contents(folder);
    for (const path of [folder, join(folder, 'letter.txt')]) {
      await expect(openArchive(path, { create: {}, program: PROGRAM })).rejects.toMatchObject({
        code: 'not-an-archive',
      });
    }
    expect(await contents(folder)).toEqual(before);
  });

  it('refuses an archive of a newer format and leaves it untouched', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    await (await openArchive(folder, { create: {}, program: PROGRAM })).close();
    await writeFile(
      join(folder, 'commit.json'),
      JSON.stringify({ format: 'valise-archive', version: 99, other: true }),
    );
    const before = await contents(folder);
    await expect(openArchive(folder, { program: PROGRAM })).rejects.toMatchObject({ code: 'archive-newer' });
    expect(await contents(folder)).toEqual(before);
  });

  it('makes an archive under a name with 200 characters, and in an empty folder', async () => {
    const folder = join(await temporaryFolder(), `Hồ sơ ${'x'.repeat(190)}`);
    await mkdir(folder);
    const archive = await opened(folder, { create: { name: 'Hồ sơ\nHà Nội' } });
    expect(archive.info().name).toBe('Hồ sơ\nHà Nội');
    expect(await archive.verify()).toMatchObject({ ok: true });
  });
});

describe('counting', () => {
  it('tells cables, sightings, dates and bytes of text, as stats and as info', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const archive = await opened(folder);
    const sources = await temporaryFolder();
    const other = {
      id: '06PARIS7',
      created: '1/2/2006 3:04',
      origin: 'Embassy Paris',
      body: 'GENERATED',
      header: '',
    };
    await archive.import([{ path: SAMPLE }]);
    await archive.import([
      { path: await writeCsv(sources, 'a.csv', [other, { ...other, id: '06PARIS8', created: '' }]) },
    ]);
    expect(archive.stats()).toMatchObject({
      cables: 3,
      records: 3,
      sightings: 3,
      packs: 3,
      undated: 1,
      partial: 1,
      textBytes: 8782 + 9 + 9,
      origins: { 'Embassy Paris': 2, 'Embassy Hanoi': 1 },
      years: { '2005': 1, '2006': 1, '': 1 },
    });
    expect(archive.info()).toMatchObject({
      firstCreated: '2005-04-11T05:42:00Z',
      lastCreated: '2006-01-02T03:04:00Z',
      generation: 2,
    });
    const bytes = Object.values(await packBytes(folder)).reduce((sum, size) => sum + size, 0);
    const report = await archive.verify();
    expect(report).toMatchObject({ ok: true, records: 3, bytes });
    await archive.close();
    expect((await opened(folder)).info().lastVerified).toBe(report.verified);
  });
});

async function packBytes(folder: string): Promise<Record<string, number>> {
  const files = await contents(folder, 'data');
  return Object.fromEntries([...files].map(([name, text]) => [name, text.length]));
}
