import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SECONDS = 15;

/** Looks at everything once; whatever it tells belongs to one commit or another. */
async function look(reader: Archive): Promise<void> {
  expect((await reader.verify()).faults).toEqual([]);
  expect((await reader.search({ query: 'mekong' })).total).toBeGreaterThan(0);
  expect((await reader.show('05HANOI1')).id).toBe('05HANOI1');
  for (const { id } of await reader.receipts()) expect((await reader.receipt(id)).id).toBe(id);
}

it(
  'a reader beside a program that commits all the time sees no fault that there is not',
  { timeout: 120_000 },
  async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const first = await opened(folder);
    const cables = [{ id: '05HANOI1', body: 'GENERATED mekong' }];
    await first.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
    await first.close();
    const program = await bundled(await temporaryFolder(), { child: 'test/support/commit-forever.ts' });
    const child = spawn(process.execPath, [program('child'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    onTestFinished(() => void child.kill('SIGKILL'));
    let generation = 0;
    child.stdout.on('data', data => (generation = Number(String(data).trim().split('\n').at(-1))));
    await once(child.stdout, 'data');
    const began = generation;
    const reader = await opened(folder, { readOnly: true });
    let looks = 0;
    for (const end = Date.now() + SECONDS * 1000; Date.now() < end; looks += 1) {
      await look(reader);
      const other = await opened(folder, { readOnly: true });
      expect(other.info().notices).toEqual([]);
      await look(other);
      await other.close();
    }
    child.kill('SIGKILL');
    await exit;
    expect(looks).toBeGreaterThan(2);
    expect(generation - began).toBeGreaterThan(20);
    await reader.close();
  },
);
