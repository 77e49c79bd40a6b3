import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createArchive } from '../../../archive/store/create.ts';
import { readCommit, writeCommit } from '../../../archive/store/commit.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { PackWriter } from '../../../archive/store/pack-writer.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('a pack that is full is continued in another, also when the archive is opened again', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  await nodeDisk.makeFolder(folder);
  await createArchive(nodeDisk, folder, 'archive', 'test');
  const body = Buffer.from('GENERATED '.repeat(50));
  for (let round = 0; round < 3; round += 1) {
    const commit = await readCommit(nodeDisk, folder);
    if (commit === null) throw new Error('there is no commit');
    const writer = new PackWriter(nodeDisk, folder, commit, 1000);
    const { place } = await writer.append('2005-04', 'record', Buffer.from('Cable: 05HANOI1\n'), {
      bytes: body,
      headerBytes: 0,
      bodyBytes: body.length,
    });
    expect(place.pack).toBe(['2005-04', '2005-04', '2005-04.2'][round]);
    const packs = await writer.seal();
    await writeCommit(nodeDisk, folder, { ...commit, packs, sequence: writer.sequence });
  }
  const commit = await readCommit(nodeDisk, folder);
  expect(Object.keys(commit?.packs ?? {}).sort()).toEqual([
    'data/2005/2005-04.2.txt',
    'data/2005/2005-04.txt',
  ]);
});
