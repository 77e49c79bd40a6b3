import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTarget } from '../../../archive/export/target-folder.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { PROGRAM, SAMPLE, opened } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const place = async () => join(await temporaryFolder(), 'copy');

it('takes nothing away from another program that began to copy there at the same moment', async () => {
  const to = await place();
  const means = { folder: to, from: await temporaryFolder(), program: PROGRAM, bytes: 1 };
  const slower: Disk = {
    ...nodeDisk,
    // between looking whether the folder is empty and locking it
    async makeFolder(path) {
      await nodeDisk.makeFolder(path);
      if (path !== to) return;
      await openTarget({ ...means, disk: nodeDisk });
      await mkdir(join(to, 'data'));
      await writeFile(join(to, 'data', 'pack.txt'), 'GENERATED');
    },
  };
  await expect(openTarget({ ...means, disk: slower })).rejects.toMatchObject({ code: 'archive-locked' });
  expect((await readdir(to)).sort()).toEqual(['UNFINISHED COPY.txt', 'data', 'lock.json']);
  expect(await readFile(join(to, 'data', 'pack.txt'), 'utf8')).toBe('GENERATED');
});

it.each(['gone', 'damaged'])('takes along the backup of notes that are %s', async how => {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  await archive.import([{ path: SAMPLE }]);
  for (const text of ['GENERATED first', 'GENERATED last'])
    await archive.work.edit({ kind: 'add-note', cable: '05HANOI841', text });
  await archive.close();
  if (how === 'gone') await rm(join(folder, 'notes.json'));
  else await writeFile(join(folder, 'notes.json'), '{"format":');
  const reader = await opened(folder, { readOnly: true });
  const to = await place();
  await reader.copyTo(to, { notes: true });
  const { notes } = await (await opened(to)).work.all();
  expect(notes.map(({ text }) => text)).toEqual(['GENERATED first']);
});
