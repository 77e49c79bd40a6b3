import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCommit } from '../../../archive/store/commit.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { scanPack } from '../../../archive/store/pack-scan.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const COUNT = 700;
const TEXT = 'GENERATED words that fill a page.\n'.repeat(500);

/** The real disk; says how many bytes were read from files. */
function counted(): { disk: Disk; bytes: () => number } {
  let bytes = 0;
  const disk: Disk = {
    ...nodeDisk,
    async open(path, mode) {
      const file = await nodeDisk.open(path, mode);
      return {
        ...file,
        async read(position, length, room) {
          const read = await file.read(position, length, room);
          bytes += read.length;
          return read;
        },
      };
    },
  };
  return { disk, bytes: () => bytes };
}

it('reads a pack of many megabytes once, and not anew for each cable', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder, { index: false });
  const cables = Array.from({ length: COUNT }, (_, number) => ({
    id: `05HANOI${number}`,
    body: TEXT + number,
  }));
  await archive.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  await archive.close();
  const commit = await readCommit(nodeDisk, folder);
  if (commit === null) throw new Error('there is no commit');
  const bytes = commit.packs['data/2005/2005-04.txt']?.bytes ?? 0;
  const { disk, bytes: read } = counted();
  const path = join(folder, 'data/2005/2005-04.txt');
  const found: number[] = [];
  for await (const item of scanPack(disk, path, { pack: '2005-04', token: commit.token, bytes }))
    found.push(item.kind === 'frame' ? item.body.length : -1);
  expect(found).toHaveLength(COUNT);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(TEXT.length);
  expect(bytes).toBeGreaterThan(10e6);
  // A frame that lies across the edge of what is in memory is read with the next part.
  expect(read()).toBeLessThan(bytes * 1.1);
});
