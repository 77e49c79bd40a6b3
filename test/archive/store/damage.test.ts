import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { PACK, body, ids, made, rebuilt } from '../../support/five-cables.ts';
import type { Made } from '../../support/five-cables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('a damaged pack', () => {
  it('gives back every whole record, names what is lost, and is never blessed', async () => {
    const { folder, pack, csv } = await made();
    const bytes = await readFile(pack);
    bytes.write('!', bytes.indexOf('GENERATED text 3'));
    await writeFile(pack, bytes);
    const archive = await rebuilt(folder);
    expect(await ids(archive)).toEqual(['05HANOI1', '05HANOI2', '05HANOI4', '05HANOI5']);
    const report = await archive.verify();
    expect(report.faults.map(({ code }) => code).sort()).toEqual(['frame-damaged', 'pack-changed']);
    expect(report.faults.find(({ code }) => code === 'frame-damaged')?.message).toContain('05HANOI3');
    // The same source heals the archive: the lost cable goes into a pack of its own, the damaged one stays as it is.
    await archive.import([{ path: csv }]);
    expect(await ids(archive)).toEqual(['05HANOI1', '05HANOI2', '05HANOI4', '05HANOI5', '05HANOI3']);
    expect((await archive.show('05HANOI3')).body).toBe(body(3));
    expect(await readFile(pack)).toEqual(bytes);
    expect(await readdir(join(folder, 'data/2005'))).toEqual(['2005-04.2.txt', '2005-04.txt']);
    expect((await archive.verify()).ok).toBe(false);
  });

  it('is repaired by importing the source again once verify has named it', async () => {
    const { folder, pack, csv } = await made();
    const bytes = await readFile(pack);
    bytes.write('!', bytes.indexOf('GENERATED text 3'));
    await writeFile(pack, bytes);
    const archive = await opened(folder);
    await expect(archive.show('05HANOI3')).rejects.toMatchObject({ code: 'archive-damaged' });
    expect((await archive.show('05HANOI2')).body).toBe(body(2));
    await archive.verify();
    const receipt = await archive.import([{ path: csv }]);
    expect(receipt.counts).toMatchObject({ repaired: 1, seenBefore: 4 });
    expect((await archive.show('05HANOI3')).body).toBe(body(3));
    expect(archive.info()).toMatchObject({ cables: 5, records: 5 });
  });

  it('that is cut short, or gone, is filled again by importing the source, without being asked to verify', async () => {
    for (const spoil of [(pack: string) => truncate(pack, 1000), (pack: string) => rm(pack)]) {
      const { folder, pack, csv } = await made();
      await spoil(pack);
      const archive = await opened(folder);
      expect((await archive.search({ query: 'generated', snippets: true })).total).toBe(5);
      const receipt = await archive.import([{ path: csv }]);
      expect(receipt.counts.repaired).toBeGreaterThan(2);
      for (const serial of [1, 2, 3, 4, 5])
        expect((await archive.show(`05HANOI${serial}`)).body).toBe(body(serial));
    }
  });

  it('that was continued is rebuilt with its continuation, and sightings find their texts in either', async () => {
    const { folder, pack, csv } = await made();
    const bytes = await readFile(pack);
    bytes.write('!', bytes.indexOf('GENERATED text 3'));
    await writeFile(pack, bytes);
    const archive = await opened(folder);
    await archive.verify();
    // Healed into the continuation; then another source shows texts of both packs once more.
    await archive.import([{ path: csv }]);
    const again = [2, 3].map(serial => ({ id: `05HANOI${serial}`, body: body(serial) }));
    await archive.import([{ path: await writeCsv(await temporaryFolder(), 'again.csv', again) }]);
    const before = [await archive.show('05HANOI2'), await archive.show('05HANOI3')];
    expect(before.map(({ sightings }) => sightings.length)).toEqual([2, 3]);
    await archive.close();
    const anew = await rebuilt(folder);
    expect(await anew.show('05HANOI2')).toEqual(before[0]);
    expect((await anew.show('05HANOI3')).sightings).toHaveLength(2);
    expect((await anew.verify()).faults.map(({ code }) => code).sort()).toEqual([
      'frame-damaged',
      'pack-changed',
    ]);
  });

  it('that lost some bytes gives back what stands before and behind', async () => {
    const { folder, pack } = await made();
    const bytes = await readFile(pack);
    const at = bytes.indexOf('GENERATED text 2');
    await writeFile(pack, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 7)]));
    const archive = await rebuilt(folder);
    expect(await ids(archive)).toEqual(['05HANOI1', '05HANOI3', '05HANOI4', '05HANOI5']);
    expect((await archive.show('05HANOI5')).body).toBe(body(5));
    expect((await archive.verify()).faults.map(({ code }) => code)).toContain('pack-short');
  });

  it('that is cut short, or gone, is told at once', async () => {
    const { folder, pack } = await made();
    await truncate(pack, 1000);
    const cut = await opened(folder);
    expect(cut.info().notices).toMatchObject([{ code: 'pack-damaged' }]);
    await cut.close();
    await rm(pack);
    const gone = await opened(folder);
    expect(gone.info().notices[0]?.message).toContain(`${PACK} is missing`);
    expect((await gone.verify()).faults.map(({ code }) => code)).toContain('pack-missing');
  });
});

describe('a cable that contains a whole pack', () => {
  async function withHostile(): Promise<Made & { hostile: string }> {
    const archive = await made();
    const hostile = `GENERATED: a cable with a pack in it.\n\n${await readFile(archive.pack, 'utf8')}\nend`;
    const open = await opened(archive.folder);
    await open.import([
      { path: await writeCsv(await temporaryFolder(), 'hostile.csv', [{ id: '05HANOI9', body: hostile }]) },
    ]);
    await open.close();
    return { ...archive, hostile };
  }

  it('is one cable like any other', async () => {
    const { folder, hostile } = await withHostile();
    const archive = await rebuilt(folder);
    expect(archive.info()).toMatchObject({ cables: 6, records: 6 });
    expect((await archive.show('05HANOI9')).body).toBe(hostile);
    expect((await archive.verify()).ok).toBe(true);
  });

  it.each(['head', 'text'])('gives nothing to a recovery when its own %s is damaged', async part => {
    const { folder, pack } = await withHostile();
    const bytes = await readFile(pack);
    const at = part === 'head' ? bytes.indexOf('Cable: 05HANOI9') : bytes.indexOf('GENERATED: a cable with');
    bytes.write('X', at);
    await writeFile(pack, bytes);
    const archive = await rebuilt(folder);
    expect(archive.info()).toMatchObject({ cables: 5, records: 5, sightings: 5 });
    const { faults } = await archive.verify();
    expect(faults.find(({ code }) => code === 'frame-damaged')?.message).toContain(
      '5 frames inside it are not believed',
    );
  });
});
