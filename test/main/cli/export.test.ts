import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE } from '../../support/archive-folder.ts';
import { valise } from '../../support/built.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const ID = '05HANOI841';
let archive = '';

beforeAll(async () => {
  archive = join(await keptFolder(), 'archive');
  await valise(['import', archive, SAMPLE]);
});

describe('valise export', () => {
  it('writes text and JSON, and never over a file that is there unless told to', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'cable.json');
    const args = ['export', archive, ID, '--format', 'json', '--out', out];
    expect((await valise(args)).code).toBe(0);
    expect(JSON.parse(await readFile(out, 'utf8')).id).toBe(ID);
    await writeFile(out, 'precious');
    expect((await valise(args)).code).toBe(2);
    expect(await readFile(out, 'utf8')).toBe('precious');
    expect((await valise([...args, '--force'])).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain(ID);
  });

  it('writes nothing for an id that there is none of', async () => {
    const out = join(await temporaryFolder(), 'cable.txt');
    const args = ['export', archive, ID, '99NOWHERE1', '--format', 'text', '--out', out];
    expect((await valise(args)).code).toBe(1);
    await expect(readFile(out)).rejects.toThrow();
  });
});
