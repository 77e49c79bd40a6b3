import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../archive/model/receipt.ts';
import { receiptJson } from '../../../main/cli/text/whole-receipt.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FILES = 2600;

/** A closed archive with a receipt of so many files, most of which hold no cable. */
async function withLongReceipt(): Promise<{ folder: string; receipt: Receipt; given: string }> {
  const given = join(await temporaryFolder(), 'given');
  await mkdir(given);
  await writeCsv(given, '00000.csv', [{ id: '05HANOI1', body: 'GENERATED' }]);
  for (let number = 1; number < FILES; number += 1)
    await writeFile(join(given, `${String(number).padStart(5, '0')}.txt`), `GENERATED ${number}`);
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  const receipt = await archive.import([{ path: given }]);
  await archive.close();
  return { folder, receipt, given };
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
});
