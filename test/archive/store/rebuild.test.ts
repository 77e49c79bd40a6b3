import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Progress } from '../../../archive/model/receipt.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
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
