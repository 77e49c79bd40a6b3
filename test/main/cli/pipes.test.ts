import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { writeCsv } from '../../support/archive-folder.ts';
import { builtFile, valise } from '../../support/built.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('pipes and interrupts', () => {
  it('ends quietly when its reader has read enough', async () => {
    const folder = await temporaryFolder();
    const body = 'GENERATED '.repeat(10_000);
    const cables = Array.from({ length: 30 }, (_, serial) => ({ id: `05HANOI${serial + 1}`, body }));
    const csv = await writeCsv(folder, 'cables.csv', cables);
    const child = spawn(process.execPath, [builtFile('main', 'cli.cjs'), 'parse', csv]);
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'exit');
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });

  it.skipIf(process.platform === 'win32')(
    'an interrupted import keeps what it has and ends with 130',
    async () => {
      const folder = await temporaryFolder();
      const given = join(folder, 'given');
      await mkdir(given);
      const cables = Array.from({ length: 4000 }, (_, serial) => ({
        id: `05HANOI${serial + 1}`,
        body: `GENERATED ${serial} ${'text and more text '.repeat(1000)}`,
      }));
      await writeCsv(given, 'cables.csv', cables);
      const target = join(folder, 'archive');
      const child = spawn(process.execPath, [
        builtFile('main', 'cli.cjs'),
        'import',
        target,
        given,
        '--json',
      ]);
      let answer = '';
      child.stdout.on('data', (text: Buffer) => (answer += text.toString()));
      await vi.waitUntil(() => existsSync(join(target, 'bagit.txt')), { timeout: 20_000 });
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      expect(code).toBe(130);
      expect(JSON.parse(answer).state).toBe('cancelled');
      expect((await valise(['verify', target])).code).toBe(0);
    },
  );
});
