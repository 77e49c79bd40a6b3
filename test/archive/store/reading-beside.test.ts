import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { SAMPLE, opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

/** A disk that does something the first time one of these files is looked at. */
function disturbed(file: RegExp, disturb: () => Promise<unknown>): Disk {
  let done = false;
  const look = async (path: string) => {
    if (done || !file.test(path)) return;
    done = true;
    await disturb();
  };
  return {
    ...nodeDisk,
    async readFile(path) {
      await look(path);
      return nodeDisk.readFile(path);
    },
    async size(path) {
      await look(path);
      return nodeDisk.size(path);
    },
  };
}

it.each([
  ['a part of the catalogue', /catalogue-.*\.json$/],
  ['a segment of the search', /segment-/],
])('a reader opens the newer commit where %s is replaced meanwhile, and makes no index', async (_, file) => {
  const folder = join(await temporaryFolder(), 'archive');
  const temporary = await temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  const writer = await opened(folder);
  const cables = [{ id: '05HANOI1', body: 'GENERATED mekong one' }];
  await writer.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  const disk = disturbed(file, () => writer.import([{ path: SAMPLE }]));
  const reader = await opened(folder, { readOnly: true }, disk);
  expect(reader.info()).toMatchObject({ cables: 2, notices: [] });
  expect((await reader.search({ query: 'mekong' })).total).toBe(2);
  const made = (await readdir(temporary)).filter(name => name.startsWith('valise-index-'));
  expect(made).toEqual([]);
});

it('looks again where another program commits while it verifies, and tells no fault that there is not', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const writer = await opened(folder);
  const cables = [{ id: '05HANOI1', body: 'GENERATED mekong one' }];
  await writer.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  const disk = disturbed(/manifest-sha256\.txt$/, () => writer.import([{ path: SAMPLE }]));
  const reader = await opened(folder, { readOnly: true }, disk);
  // The packs were those of the commit before; a second check has all of them.
  expect(await reader.verify()).toMatchObject({ ok: true, records: 1, faults: [] });
  expect(await reader.verify()).toMatchObject({ ok: true, records: 2, faults: [] });
});
