import { join } from 'node:path';
import { expect, it } from 'vitest';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('a note on a passage comes and goes with its highlight, each as one step', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  const body = 'UNCLAS HANOI 1\n\n1. GENERATED: the delegation asked for visas.\n\nMARINE';
  const csv = await writeCsv(await temporaryFolder(), 'cables.csv', [{ id: '05HANOI1', body }]);
  await archive.import([{ path: csv }]);
  const { key } = await archive.show('05HANOI1');
  const start = body.indexOf('the delegation');
  const passage = { kind: 'add-highlight', cable: '05HANOI1', key, start, end: start + 14 } as const;
  const { made } = await archive.work.edit({ ...passage, note: 'GENERATED: who led it?' });
  const highlight = made ?? '';
  await archive.work.edit({ kind: 'add-note', cable: '05hanoi1', text: 'GENERATED second', highlight });
  const work = await archive.work.cable('05HANOI1');
  expect(work.highlights).toMatchObject([{ id: highlight, text: 'the delegation' }]);
  expect(work.notes).toMatchObject([
    { text: 'GENERATED: who led it?', highlight },
    { text: 'GENERATED second', highlight },
  ]);
  expect((await archive.search({ query: 'has:note' })).total).toBe(1);

  await archive.work.edit({ kind: 'delete-highlight', highlight });
  expect(await archive.work.cable('05HANOI1')).toMatchObject({ notes: [], highlights: [] });
  await archive.work.undo();
  expect((await archive.work.cable('05HANOI1')).notes).toHaveLength(2);
  await expect(
    archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text: 'GENERATED', highlight: 'gone' }),
  ).rejects.toMatchObject({ code: 'bad-request' });
  await archive.close();
  const again = await opened(folder);
  expect((await again.work.cable('05HANOI1')).notes).toHaveLength(2);
});
