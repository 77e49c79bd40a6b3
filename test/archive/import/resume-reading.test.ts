import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ReceiptDraft } from '../../../archive/import/receipt-draft.ts';
import { EarlierImports } from '../../../archive/import/resume.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { load } from '../../../archive/store/load.ts';
import { LongReceipt } from '../../../archive/store/long-receipt.ts';
import { writeReceipt } from '../../../archive/store/receipts.ts';
import { Store } from '../../../archive/store/store.ts';
import { readForCatalogue } from '../../../archive/text/index.ts';
import { PROGRAM, opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const REFUSED = 12_000;

/** The real disk; tells which files beside receipts were opened. */
function watched(): { disk: Disk; opened: string[] } {
  const seen: string[] = [];
  const disk: Disk = {
    ...nodeDisk,
    async open(path, mode) {
      if (path.endsWith('.ndjson') && mode === 'read') seen.push(path.split('/').at(-1) ?? path);
      return nodeDisk.open(path, mode);
    },
  };
  return { disk, opened: seen };
}

async function storeOf(folder: string, disk: Disk): Promise<Store> {
  const means = { disk, folder, writable: true, program: PROGRAM, read: readForCatalogue };
  return new Store({ ...means, holdsLock: () => Promise.resolve() }, await load(means));
}

/** Commits the receipt of a cancelled import of some files, each at its end and with so many refusals. */
async function cancelled(store: Store, id: string, files: readonly string[], refused: number, from?: string) {
  const { disk, folder } = store.options;
  const draft = new ReceiptDraft(id, new Date().toISOString(), PROGRAM);
  const long = new LongReceipt(disk, folder, draft.id);
  for (const [number, file] of files.entries()) {
    draft.begin(number, file, 10, 'ab'.repeat(32));
    if (from !== undefined)
      draft.resume(number, { receipt: from, known: 0, format: 'csv', taken: 0, refused: [] });
    for (let row = 1; row <= refused; row += 1) {
      const place = { file, member: null, row };
      draft.refuse(number, { code: 'damaged-source', message: 'GENERATED', place });
    }
    draft.end(number, 'csv', false);
  }
  draft.close();
  await long.append(draft.take());
  const written = { receipt: draft.finish('cancelled'), first: files[0] ?? '', long, number: null };
  await store.change(async () => store.commitNow({ receipts: [await writeReceipt(disk, folder, written)] }));
}

it('reads a long receipt that was broken off only when something of its name is given', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  await (await opened(folder)).close();
  const id = '2026-01-01T000000Z-0123456789ab';
  await cancelled(await storeOf(folder, nodeDisk), id, ['mirror/one.csv', 'other.csv'], REFUSED / 2);
  const { disk, opened: seen } = watched();
  const archive = await opened(folder, {}, disk);
  const cables = [{ id: '05HANOI1', body: 'GENERATED' }];
  const { counts } = await archive.import([
    { path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) },
  ]);
  expect(counts.accepted).toBe(1);
  expect(seen).toEqual([]);
  await archive.close();
  for (const file of ['mirror/one.csv', 'other.csv']) {
    const earlier = new EarlierImports(await storeOf(folder, disk));
    expect(await earlier.find('ab'.repeat(32), 'mirrors/one.csv')).toBeNull();
    expect(seen).toEqual([]);
    const found = await earlier.find('ab'.repeat(32), file);
    expect(found?.refused).toHaveLength(REFUSED / 2);
    expect(new Set(found?.refused.map(({ row }) => row)).size).toBe(REFUSED / 2);
    expect(await earlier.find('ab'.repeat(32), 'mirror/two.csv')).toBeNull();
    expect(seen.splice(0)).toEqual([`${id}.ndjson`]);
  }
});

it('takes a receipt that went on from another after that one, whatever file comes first', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  await (await opened(folder)).close();
  const store = await storeOf(folder, nodeDisk);
  const [first, second] = ['2026-01-01T000000Z-0123456789ab', '2026-01-02T000000Z-0123456789ab'] as const;
  await cancelled(store, first, ['b.csv'], 0);
  await cancelled(store, second, ['a.csv', 'b.csv'], 0, first);
  const earlier = new EarlierImports(store);
  await earlier.find('ab'.repeat(32), 'a.csv');
  // Both are about b.csv, which the first had read to its end.
  expect(await earlier.find('ab'.repeat(32), 'b.csv')).toMatchObject({ receipt: first, taken: null });
});
