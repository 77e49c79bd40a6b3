import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { frame } from '../../../archive/formats/index.ts';
import type { Progress, ReceiptLine, Source } from '../../../archive/model/receipt.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function table(count: number): Promise<string> {
  const cables = Array.from({ length: count }, (_, number) => ({
    id: number === 7 ? 'none' : `05HANOI${number}`,
    body: `UNCLAS HANOI\n\nSUBJECT: GENERATED ${number}\n\n1. GENERATED text ${number}.`,
  }));
  return writeCsv(await temporaryFolder(), 'cables.csv', cables);
}

/** Imports in a process of its own and kills it when it works on after a commit of so many cables. */
async function killAfterCommit(folder: string, csv: string, least = 1): Promise<void> {
  const entries = { child: 'test/support/import-child.ts' };
  const program = (await bundled(await temporaryFolder(), entries))('child');
  const child = spawn(process.execPath, [program, folder, csv], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let before = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const [phase = '', done = '0'] = line.split(' ');
    expect(phase).not.toBe('done');
    if (before === 'committing' && phase === 'importing' && Number(done) >= least) child.kill('SIGKILL');
    before = phase;
  }
  await exit;
}

/** A folder of tables with one cable each, but for one that has none. */
async function manyFiles(count: number): Promise<string> {
  const folder = join(await temporaryFolder(), 'tables');
  await mkdir(folder);
  for (let number = 0; number < count; number += 1) {
    const id = number === 11 ? 'none' : `05HANOI${number}`;
    const name = `${String(number).padStart(5, '0')}.csv`;
    await writeCsv(folder, name, [{ id, body: `UNCLAS HANOI\n\nSUBJECT: GENERATED ${number}` }]);
  }
  return folder;
}

/** All files and lines of a receipt, page by page. */
async function wholeReceipt(
  archive: Archive,
  id: string,
): Promise<{ sources: Source[]; lines: ReceiptLine[] }> {
  const sources: Source[] = [];
  const lines: ReceiptLine[] = [];
  for (let total = 1; sources.length < total;) {
    const page = await archive.receiptSources({ id, offset: sources.length, limit: 700 });
    total = page.total;
    sources.push(...page.sources);
  }
  for (let total = 1; lines.length < total;) {
    const page = await archive.receiptLines({ id, offset: lines.length, limit: 700 });
    total = page.total;
    lines.push(...page.lines);
  }
  return { sources, lines };
}

describe('an import that was broken off', () => {
  it(
    'of thousands of files reads none again that was finished, and accounts for all',
    { timeout: 120_000 },
    async () => {
      const count = 4000;
      const files = await manyFiles(count);
      const folder = join(await temporaryFolder(), 'archive');
      await killAfterCommit(folder, files, 2600);
      const archive = await opened(folder, { index: false });
      expect((await archive.verify()).faults.map(({ code }) => code)).not.toContain('receipt-changed');
      const [interrupted] = await archive.receipts();
      const committed = interrupted?.counts.accepted ?? 0;
      expect(committed).toBeGreaterThan(2500);
      const before = await wholeReceipt(archive, interrupted?.id ?? '');
      const finished = before.sources.filter(({ taken }) => taken === undefined);
      // Each committed cable's file and the refused one; the last of them may be committed without its end.
      expect([committed, committed + 1]).toContain(finished.length);
      const receipt = await archive.import([{ path: files }]);
      expect(receipt.resumes).toEqual([interrupted?.id]);
      expect(receipt.counts).toEqual({
        accepted: count - committed - 1,
        seenBefore: committed,
        newVersion: 0,
        repaired: 0,
        rejected: 1,
      });
      expect(receipt).toMatchObject({
        sources: { length: 1000 },
        lines: { length: 1000 },
        more: { sources: count },
      });
      const { sources, lines } = await wholeReceipt(archive, receipt.id);
      expect(new Set(sources.map(({ file }) => file)).size).toBe(count);
      expect(sources.filter(({ resumed }) => resumed !== undefined)).toHaveLength(committed + 1);
      // What was known is counted with its file; each cable that came now, and the refusal, has its line.
      expect(lines).toHaveLength(count - committed);
      const refused = await archive.receiptLines({
        id: receipt.id,
        offset: 0,
        limit: 10,
        outcome: 'rejected',
      });
      expect(refused).toMatchObject({ total: 1, lines: [{ file: 'tables/00011.csv', code: 'no-id' }] });
      expect(archive.info()).toMatchObject({ cables: count - 1, sightings: count - 1 });
      // One file for the receipt and one beside it, for each import; what went before is gone.
      expect(await readdir(join(folder, 'receipts'))).toHaveLength(4);
      expect((await archive.verify()).faults.map(({ code }) => code)).toEqual(['index-incomplete']);
      const next = await archive.import([{ path: join(files, '00001.csv') }]);
      expect(next.resumes).toBeUndefined();
    },
  );

  it('asks for nothing of a file that is known', async () => {
    const files = await manyFiles(3);
    const kinds: string[] = [];
    for await (const { kind } of frame([{ path: files }], {}, source => source === 1)) kinds.push(kind);
    const read = ['source', 'frame', 'source-end'];
    expect(kinds).toEqual([...read, 'source', 'source-end', ...read]);
  });

  it('goes on where its last commit was, and its receipt says so', { timeout: 120_000 }, async () => {
    const count = 6000;
    const csv = await table(count);
    const folder = join(await temporaryFolder(), 'archive');
    await killAfterCommit(folder, csv);
    const archive = await opened(folder, { index: false });
    const [interrupted] = await archive.receipts();
    const committed = interrupted?.counts.accepted ?? 0;
    expect(interrupted?.state).toBe('interrupted');
    expect(committed).toBeGreaterThan(0);
    expect(archive.info().cables).toBe(committed);
    const receipt = await archive.import([{ path: csv }]);
    expect(receipt.counts).toMatchObject({
      accepted: count - committed - 1,
      seenBefore: committed,
      rejected: 1,
    });
    expect(receipt.sources[0]).toMatchObject({ resumed: interrupted?.id });
    expect(receipt.lines.filter(({ outcome }) => outcome === 'rejected')).toMatchObject([
      { file: 'cables.csv', row: 8, code: 'no-id' },
    ]);
    expect(archive.info()).toMatchObject({ cables: count - 1, sightings: count - 1 });
    // Words were left out; everything else is whole.
    expect((await archive.verify()).faults.map(({ code }) => code)).toEqual(['index-incomplete']);
  });

  it('is read from its beginning when it is another file, or was withdrawn', async () => {
    const csv = await table(3000);
    const archive = await opened(join(await temporaryFolder(), 'archive'));
    const stop = new AbortController();
    const onProgress = ({ done }: Progress) => (done > 100 ? stop.abort() : undefined);
    const cancelled = await archive.import([{ path: csv }], { signal: stop.signal, onProgress });
    expect(cancelled).toMatchObject({ state: 'cancelled', sources: [{ taken: expect.any(Number) }] });
    await archive.withdraw(cancelled.id, 'GENERATED');
    const again = await archive.import([{ path: csv }]);
    expect(again.sources[0]?.resumed).toBeUndefined();
    expect(again.counts.seenBefore).toBe(cancelled.counts.accepted);
    await archive.restore(cancelled.id);
    await appendFile(
      csv,
      '"9","1/2/2006 3:04","06HANOI9","Embassy Hanoi","UNCLASSIFIED","","","GENERATED"\n',
    );
    const other = await archive.import([{ path: csv }]);
    expect(other.sources[0]?.resumed).toBeUndefined();
    expect(other.counts).toMatchObject({ accepted: 1, rejected: 1 });
  });
});
