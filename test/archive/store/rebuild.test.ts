import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Progress } from '../../../archive/model/receipt.ts';
import { readCommit, writeCommit } from '../../../archive/store/commit.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { SAMPLE, opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('changes nothing where it is cancelled, and goes on finding words', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  const cables = Array.from({ length: 100 }, (_, number) => ({
    id: `05HANOI${number}`,
    body: 'GENERATED mekong',
  }));
  await archive.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  const { generation } = archive.info();
  const stop = new AbortController();
  const onProgress = ({ phase }: Progress) => (phase === 'indexing' ? stop.abort() : undefined);
  await expect(archive.rebuild({ signal: stop.signal, onProgress })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(archive.info()).toMatchObject({ generation, notices: [] });
  expect((await archive.search({ query: 'mekong' })).total).toBe(100);
  await archive.rebuild();
  expect(archive.info()).toMatchObject({ generation: generation + 1 });
  expect((await archive.search({ query: 'mekong' })).total).toBe(100);
  expect(await archive.verify()).toMatchObject({ ok: true });
});

it('is made at open where what the commit says of the segments can not be read', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  await archive.import([{ path: SAMPLE }]);
  await archive.close();
  const commit = await readCommit(nodeDisk, folder);
  if (commit === null) throw new Error('there is no commit');
  await writeCommit(nodeDisk, folder, { ...commit, segments: [{ name: 'of another kind' }] });
  const again = await opened(folder);
  expect((await again.search({ query: 'mekong' })).total).toBe(1);
});
