import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../../archive/model/receipt.ts';
import { receiptJson } from '../../../main/cli/text/whole-receipt.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const FILES = 2600;

/** A folder of so many files, of which one holds a cable. */
let given: string;

beforeAll(async () => {
  given = join(await keptFolder(), 'given');
  await mkdir(given);
  await writeCsv(given, '00000.csv', [{ id: '05HANOI1', body: 'GENERATED' }]);
  for (let number = 1; number < FILES; number += 1)
    await writeFile(join(given, `${String(number).padStart(5, '0')}.txt`), `GENERATED ${number}`);
});

/** A closed archive with the receipt of them. */
async function withLongReceipt(): Promise<{ folder: string; receipt: Receipt }> {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  const receipt = await archive.import([{ path: given }]);
  await archive.close();
  return { folder, receipt };
}

const beside = (folder: string, { id }: Receipt) => join(folder, 'receipts', `${id}.ndjson`);

describe('a receipt of thousands of files', () => {
  it('is shown by its beginning, and to its end page by page', async () => {
    const { folder, receipt } = await withLongReceipt();
    expect(receipt).toMatchObject({
      counts: { accepted: 1, rejected: FILES - 1 },
      more: { sources: FILES, lines: FILES },
    });
    expect(receipt.sources).toHaveLength(1000);
    const archive = await opened(folder, { readOnly: true });
    expect(await archive.receipt(receipt.id)).toEqual(receipt);
    expect((await archive.receipts())[0]).toMatchObject({ files: FILES, name: 'given/00000.csv' });
    const last = await archive.receiptLines({
      id: receipt.id,
      offset: FILES - 2,
      limit: 10,
      outcome: 'rejected',
    });
    expect(last).toMatchObject({ total: FILES - 1, lines: [{ file: `given/0${FILES - 1}.txt` }] });
    const text: string[] = [];
    for await (const line of receiptJson(archive, receipt)) text.push(line);
    const whole: Receipt = JSON.parse(text.join('\n'));
    expect(whole.sources.map(({ file }) => file.slice(6, 11)).map(Number)).toEqual(
      whole.sources.map((_, at) => at),
    );
    expect([whole.sources.length, whole.lines.length, whole.more]).toEqual([FILES, FILES, undefined]);
  });

  it('can be read with nothing but an editor, one JSON object a line', async () => {
    const { folder, receipt } = await withLongReceipt();
    const lines = (await readFile(beside(folder, receipt), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(FILES * 2);
    for (const line of lines) JSON.parse(line);
    expect(await readFile(join(folder, 'tagmanifest-sha256.txt'), 'utf8')).toContain(
      `receipts/${receipt.id}.ndjson`,
    );
  });

  it('is cut to what was committed, made anew from its files, and its damage is named', async () => {
    const { folder, receipt } = await withLongReceipt();
    await appendFile(beside(folder, receipt), '{"kind":"line","torn');
    const first = await opened(folder);
    expect(first.info().notices).toMatchObject([{ code: 'tail-cut' }]);
    expect((await first.verify()).faults).toEqual([]);
    await first.close();
    await rm(join(folder, 'commit.json'));
    const second = await opened(folder);
    expect(await second.receipt(receipt.id)).toEqual(receipt);
    expect((await second.verify()).faults).toEqual([]);
    await second.close();
    const text = await readFile(beside(folder, receipt), 'utf8');
    await writeFile(
      beside(folder, receipt),
      text.replace('GENERATED', 'generated').replace('rejected', 'accepted'),
    );
    const third = await opened(folder);
    expect((await third.verify()).faults).toMatchObject([{ code: 'receipt-changed' }]);
    await expect(third.receipt(receipt.id)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it(
    'harms nothing where the disk fails while it is written, and is whole the next time',
    { timeout: 120_000 },
    async () => {
      const rows = Array.from({ length: 6000 }, (_, row) => ({ id: 'none', body: `GENERATED ${row}` }));
      const table = await writeCsv(await temporaryFolder(), 'cables.csv', rows);
      const counting = faultyDisk();
      const folder = join(await temporaryFolder(), 'archive');
      const first = await opened(folder, {}, counting);
      const before = counting.changes;
      await first.import([{ path: table }]);
      await first.close();
      const about = counting.log.flatMap((what, at) =>
        at >= before && /receipts/.test(what) ? [at + 1] : [],
      );
      expect(about.length).toBeGreaterThan(5);
      for (const at of about) {
        const what = `change ${at}, ${counting.log[at - 1]}`;
        const other = join(await temporaryFolder(), 'archive');
        const failing = await opened(other, {}, faultyDisk({ at, code: 'ENOSPC', lasting: true }));
        await expect(failing.import([{ path: table }]), what).rejects.toMatchObject({ code: 'disk-full' });
        await failing.close();
        const archive = await opened(other);
        expect((await archive.verify()).faults, what).toEqual([]);
        expect(await archive.receipts(), what).toEqual([]);
        if (at === about.at(-1))
          expect((await archive.import([{ path: table }])).more).toEqual({ sources: 1, lines: 6000 });
        await archive.close();
      }
    },
  );
});
