import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Refusal } from '../../../archive/model/raw.ts';
import type { Progress } from '../../../archive/model/receipt.ts';
import { PassedOver } from '../../../archive/import/passed-over.ts';
import { ReceiptDraft } from '../../../archive/import/receipt-draft.ts';
import { EarlierImports } from '../../../archive/import/resume.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { load } from '../../../archive/store/load.ts';
import { LongReceipt } from '../../../archive/store/long-receipt.ts';
import { writeReceipt } from '../../../archive/store/receipts.ts';
import { Store } from '../../../archive/store/store.ts';
import { readForCatalogue } from '../../../archive/text/index.ts';
import { PROGRAM, opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const file = 'cables.csv';
const place = { file, member: null, row: null };

/** An archive whose only receipt is of an import that was cancelled when a file was at its end, with this refusal. */
async function refusedAtItsEnd(code: Refusal['code'], sha256: string): Promise<Store> {
  const folder = join(await temporaryFolder(), 'archive');
  await (await opened(folder)).close();
  const means = { disk: nodeDisk, folder, writable: true, program: PROGRAM, read: readForCatalogue };
  const options = { ...means, holdsLock: () => Promise.resolve() };
  const store = new Store(options, await load(options));
  const draft = new ReceiptDraft('2026-01-01T000000Z-0123456789ab', new Date().toISOString(), PROGRAM);
  draft.begin(0, file, 10, sha256);
  draft.refuse(0, { code, message: 'GENERATED', place });
  draft.end(0, 'csv', false);
  const written = {
    receipt: draft.finish('cancelled'),
    first: file,
    long: new LongReceipt(nodeDisk, folder, draft.id),
    number: null,
  };
  await store.change(async () =>
    store.commitNow({ receipts: [await writeReceipt(nodeDisk, folder, written)] }),
  );
  return store;
}

it.each<[Refusal['code'], boolean]>([
  ['damaged-source', true],
  // The medium failed, or we did: what lay behind was never read, and may be read now.
  ['unreadable', false],
  ['internal', false],
])('a file that ended in the refusal %s counts as read to its end: %s', async (code, known) => {
  const sha256 = 'ab'.repeat(32);
  const earlier = new EarlierImports(await refusedAtItsEnd(code, sha256));
  expect((await earlier.find(sha256, file)) !== null).toBe(known);
});

it('passes over what is committed, and no failure of the medium, nor anything behind the end of the file', () => {
  const passed = new PassedOver();
  const refusal = (code: Refusal['code'], source = 0) => ({
    kind: 'refusal' as const,
    source,
    refusal: { code, message: 'GENERATED', place },
  });
  passed.begin(3);
  expect(passed.has(refusal('no-id'))).toBe(true);
  // The stick was pulled out in the midst of what was passed over.
  expect(passed.has(refusal('unreadable'))).toBe(false);
  expect(passed.has({ kind: 'source-end', source: 0, format: 'csv', changed: false })).toBe(false);
  expect(passed.has(refusal('unsafe-path', 1))).toBe(false);
});

it('reads everything again where another version of the program had begun it', async () => {
  const cables = Array.from({ length: 3000 }, (_, number) => ({
    id: `05HANOI${number}`,
    body: `UNCLAS HANOI\n\nSUBJECT: GENERATED ${number}`,
  }));
  const csv = await writeCsv(await temporaryFolder(), file, cables);
  const folder = join(await temporaryFolder(), 'archive');
  const older = await opened(folder, { program: 'Valise older', index: false });
  const stop = new AbortController();
  const onProgress = ({ done }: Progress) => (done > 100 ? stop.abort() : undefined);
  const cancelled = await older.import([{ path: csv }], { signal: stop.signal, onProgress });
  expect(cancelled).toMatchObject({ state: 'cancelled', sources: [{ taken: expect.any(Number) }] });
  await older.close();
  const archive = await opened(folder, { index: false });
  const receipt = await archive.import([{ path: csv }]);
  expect(receipt.sources[0]?.resumed).toBeUndefined();
  expect(receipt.counts).toMatchObject({
    accepted: cables.length - cancelled.counts.accepted,
    seenBefore: cancelled.counts.accepted,
  });
});
