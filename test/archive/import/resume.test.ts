import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../archive/model/receipt.ts';
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

/** Imports in a process of its own and kills it when it works on after its first commit. */
async function killAfterCommit(folder: string, csv: string): Promise<void> {
  const entries = { child: 'test/support/import-child.ts' };
  const program = (await bundled(await temporaryFolder(), entries))('child');
  const child = spawn(process.execPath, [program, folder, csv], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let before = '';
  for await (const phase of createInterface({ input: child.stdout })) {
    expect(phase).not.toBe('done');
    if (before === 'committing' && phase === 'importing') child.kill('SIGKILL');
    before = phase;
  }
  await exit;
}

describe('an import that was broken off', () => {
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
