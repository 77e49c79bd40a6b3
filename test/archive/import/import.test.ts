import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import type { Progress } from '../../../archive/model/receipt.ts';
import { SAMPLE, contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { writeCablesCsv } from '../../support/cables-csv.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const COUNT = 1500;

let worker: string;
let csv: string;

beforeAll(async () => {
  const folder = await keptFolder();
  worker = (await bundled(folder, { worker: 'archive/import/worker-entry.ts' }))('worker');
  csv = join(folder, 'cables.csv');
  await writeCablesCsv(csv, COUNT, { medianLength: 1500 });
}, 60_000);

/** Everything an archive shows, but for what is of one import only: its time and its receipt. */
async function everything(archive: Archive): Promise<string[]> {
  const shown: string[] = [];
  for await (const { id } of archive.list()) {
    const cable = await archive.show(id);
    const sightings = cable.sightings.map(sighting => ({ ...sighting, receipt: '', imported: '' }));
    shown.push(JSON.stringify({ ...cable, sightings }));
  }
  return shown;
}

describe('an import on several threads', () => {
  it('makes the same archive as one on a single thread', { timeout: 300_000 }, async () => {
    const folder = await temporaryFolder();
    const single = await opened(join(folder, 'single'));
    // commits are written beside the reading all the time
    const options = { workers: { file: worker, count: 3 }, commitMilliseconds: 20 };
    const several = await opened(join(folder, 'several'), options);
    const receipts = [await single.import([{ path: csv }]), await several.import([{ path: csv }])];
    expect(receipts.map(({ counts }) => counts.accepted)).toEqual([COUNT, COUNT]);
    expect(await everything(several)).toEqual(await everything(single));
    for (const query of ['government', '"the government"', 'tag:PREL', 'from:embassy minister', 'gov*']) {
      const totals = await Promise.all([single, several].map(archive => archive.search({ query })));
      expect(totals[0]?.total, query).toBe(totals[1]?.total);
    }
    expect((await several.search({ query: 'generated' })).total).toBe(COUNT);
    expect((await several.verify()).faults).toEqual([]);
    const before = await everything(several);
    await several.rebuild();
    expect(await everything(several)).toEqual(before);
  });

  it('tells when its threads can not be started, and the archive is as before', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const archive = await opened(folder, { workers: { file: join(folder, 'nothing.cjs') } });
    await expect(archive.import([{ path: csv }])).rejects.toMatchObject({ code: 'engine-gone' });
    expect(archive.info()).toMatchObject({ cables: 0, readOnly: false });
    expect((await archive.verify()).faults).toEqual([]);
    expect((await archive.import([{ path: SAMPLE }])).counts.accepted).toBe(1);
  });
});

describe('cancelling', () => {
  it(
    'keeps what was read, says so, and the same source goes on from there',
    { timeout: 60_000 },
    async () => {
      const folder = join(await temporaryFolder(), 'archive');
      const archive = await opened(folder);
      const stop = new AbortController();
      const onProgress = ({ done }: Progress) => {
        if (done > 100) stop.abort();
      };
      const cancelled = await archive.import([{ path: csv }], { signal: stop.signal, onProgress });
      expect(cancelled.state).toBe('cancelled');
      const kept = cancelled.counts.accepted;
      expect(kept).toBeGreaterThan(100);
      expect(kept).toBeLessThan(COUNT);
      expect(archive.info().cables).toBe(kept);
      expect((await archive.verify()).faults).toEqual([]);
      const rest = await archive.import([{ path: csv }]);
      expect(rest.counts).toMatchObject({ accepted: COUNT - kept, seenBefore: kept });
      expect(archive.info()).toMatchObject({ cables: COUNT, records: COUNT, sightings: COUNT });
      expect((await archive.receipts()).map(({ state }) => state)).toEqual(['done', 'cancelled']);
    },
  );
});

describe('progress', () => {
  it('tells count, rate, time left and the file', async () => {
    const archive = await opened(join(await temporaryFolder(), 'archive'));
    const told: Progress[] = [];
    await archive.import([{ path: csv }], { onProgress: progress => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ done: COUNT, file: 'cables.csv', unit: 'cables' });
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
    expect(told.map(({ phase }) => phase)).toContain('committing');
    for (const { secondsLeft } of told) expect(secondsLeft ?? 0).toBeGreaterThanOrEqual(0);
  });
});

describe('the receipt', () => {
  it('accounts for every file: accepted, known, another version, refused and why', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const given = join(await temporaryFolder(), 'dossier');
    await mkdir(join(given, 'sub'), { recursive: true });
    await writeCsv(given, 'a.csv', [
      { id: '05HANOI1', body: 'GENERATED first' },
      { id: '05HANOI1', body: 'GENERATED second' },
      { id: '05HANOI2', body: 'GENERATED third' },
    ]);
    await writeFile(join(given, 'sub', 'photo.png'), Buffer.from('\x89PNG GENERATED', 'latin1'));
    await writeFile(join(given, 'sub', 'copy.txt'), await readFile(SAMPLE));
    const archive = await opened(folder);
    await archive.import([{ path: SAMPLE }]);
    const receipt = await archive.import([{ path: given }]);
    expect(receipt.counts).toEqual({
      accepted: 2,
      seenBefore: 0 + 1,
      newVersion: 1,
      repaired: 0,
      rejected: 1,
    });
    const lines = receipt.lines.map(({ file, row, outcome, id }) => [file, row, outcome, id]);
    expect(lines).toEqual([
      ['dossier/a.csv', 1, 'accepted', '05HANOI1'],
      ['dossier/a.csv', 2, 'new-version', '05HANOI1'],
      ['dossier/a.csv', 3, 'accepted', '05HANOI2'],
      ['dossier/sub/copy.txt', null, 'seen-before', '05HANOI841'],
      ['dossier/sub/photo.png', null, 'rejected', null],
    ]);
    expect(receipt.lines.at(-1)?.message).toContain('a picture');
    expect(await archive.receipt(receipt.id)).toEqual(receipt);
    // The same bytes under another name are no new sighting.
    expect((await archive.show('05HANOI841')).sightings).toHaveLength(1);
  });

  it('sums up what was accepted of a large table', async () => {
    const archive = await opened(join(await temporaryFolder(), 'archive'));
    const receipt = await archive.import([{ path: csv }]);
    expect(receipt.lines).toEqual([]);
    expect(receipt.sources).toMatchObject([
      { file: 'cables.csv', format: 'csv', counts: { accepted: COUNT } },
    ]);
  });

  it('and the packs name no folder above what was given', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const secret = join(await temporaryFolder(), 'home of somebody');
    await mkdir(secret);
    const archive = await opened(folder);
    await archive.import([
      { path: await writeCsv(secret, 'a.csv', [{ id: '05HANOI1', body: 'GENERATED' }]) },
    ]);
    for (const [name, text] of await contents(folder)) expect(text, name).not.toContain('somebody');
  });
});
