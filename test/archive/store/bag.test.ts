import { execFile } from 'node:child_process';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { openNotes } from '../../../archive/store/notes.ts';
import { SAMPLE, contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { made } from '../../support/five-cables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const python = process.env['VALISE_BAGIT'] ?? 'python3';

async function hasBagit(): Promise<boolean> {
  return run(python, ['-c', 'import bagit']).then(
    () => true,
    () => false,
  );
}

const program = `
import sys, bagit
try:
    bagit.Bag(sys.argv[1]).validate()
    print('valid')
except bagit.BagError as error:
    print(error)
`;

/** What the Library of Congress's bagit says of a folder. */
async function bagit(folder: string): Promise<string> {
  const { stdout } = await run(python, ['-W', 'ignore', '-c', program, folder]);
  return stdout.trim();
}

const found = await hasBagit();
if (!found) {
  console.warn(
    'The bag is not checked by the Python package bagit, which is not installed here. To check it: ' +
      'python3 -m venv V && V/bin/pip install bagit setuptools && VALISE_BAGIT=V/bin/python npm test',
  );
}

describe('the bag', () => {
  it('has the four files of BagIt 1.0, right after each commit', async () => {
    const { folder } = await made();
    const files = await contents(folder);
    expect(files.get('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(files.get('manifest-sha256.txt')).toMatch(/^[0-9a-f]{64} {2}data\/2005\/2005-04\.txt\n$/);
    const bytes = files.get('data/2005/2005-04.txt')?.length;
    expect(files.get('bag-info.txt')).toContain(`\nPayload-Oxum: ${bytes}.1\n`);
    const listed = files.get('tagmanifest-sha256.txt')?.trim().split('\n') ?? [];
    expect(listed.map(line => line.slice(66).replace(/receipts\/.*/, 'receipts/'))).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'manifest-sha256.txt',
      'receipts/',
    ]);
  });

  it.runIf(found)(
    'is valid for the Library of Congress: new, filled, withdrawn from, noted in, rebuilt',
    async () => {
      const folder = join(await temporaryFolder(), 'Hồ sơ %41');
      const archive = await opened(folder, { create: { name: 'A name:\nwith a second line' } });
      const sources = await temporaryFolder();
      expect(await bagit(folder)).toBe('valid');
      const receipt = await archive.import([{ path: SAMPLE }]);
      const undated = [{ id: '05HANOI2', created: '', body: 'GENERATED: a cable of no date' }];
      await archive.import([{ path: await writeCsv(sources, 'cables.csv', undated) }]);
      expect(await bagit(folder)).toBe('valid');
      await archive.withdraw(receipt.id, 'GENERATED');
      expect(await bagit(folder)).toBe('valid');
      const notes = await openNotes({ disk: nodeDisk, folder, archive: '', writable: true, fresh: false });
      await notes.notes.change(all =>
        all.notes.push({ id: '1', cable: '05HANOI2', text: 'GENERATED', changed: '' }),
      );
      await archive.rebuild();
      expect(await bagit(folder)).toBe('valid');
      await archive.close();
      await appendFile(join(folder, 'data/2005/2005-04.txt'), 'Valise-Record: 1\n');
      expect(await bagit(folder)).toContain('Payload-Oxum validation failed');
      expect((await opened(folder)).info().notices).toMatchObject([{ code: 'tail-cut' }]);
      expect(await bagit(folder)).toBe('valid');
      await writeFile(join(folder, 'bag-info.txt'), 'changed');
      expect(await bagit(folder)).not.toBe('valid');
    },
  );
});
