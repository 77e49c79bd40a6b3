import { expect, it } from 'vitest';
import { opened } from '../../support/archive-folder.ts';
import { made, withThreeCables } from '../../support/three-cables.ts';

it('keeps a remark with its cable: through moving, and away with it', async () => {
  const { archive } = await withThreeCables();
  const cables = ['05HANOI1', '05HANOI2'];
  const from = await made(archive, { kind: 'add-dossier', name: 'Visas', cables });
  const to = await made(archive, { kind: 'add-dossier', name: 'Trade' });
  const remark = (cable: string, text: string) =>
    archive.work.edit({ kind: 'remark-in-dossier', dossier: from, cable, text });
  await remark('05hanoi1', ' GENERATED why \n');
  await remark('05HANOI2', 'GENERATED and this');
  await expect(remark('05HANOI3', 'GENERATED')).rejects.toMatchObject({ code: 'bad-request' });
  await archive.work.edit({ kind: 'move-to-dossier', from, to, cables: ['05HANOI1'] });
  await archive.work.edit({ kind: 'remove-from-dossier', dossier: from, cables: ['05HANOI2'] });
  const { dossiers } = await archive.work.all();
  expect(dossiers).toMatchObject([
    { name: 'Visas', cables: [] },
    { name: 'Trade', cables: ['05HANOI1'], remarks: [{ cable: '05HANOI1', text: 'GENERATED why' }] },
  ]);
  expect(dossiers[0]).not.toHaveProperty('remarks');
});

it('takes an opened cable for read, until the person says otherwise, and finds both', async () => {
  const { archive } = await withThreeCables();
  const found = async (query: string) => (await archive.search({ query })).results.map(({ id }) => id);
  expect(await found('is:read')).toEqual([]);
  await archive.work.visit('05HANOI2');
  expect(await found('is:read')).toEqual(['05HANOI2']);
  expect((await found('is:unread')).sort()).toEqual(['05HANOI1', '05HANOI3']);
  await archive.work.edit({ kind: 'mark-read', cables: ['05HANOI2'], read: false });
  expect(await found('is:read')).toEqual([]);
});

it('keeps the chosen values with a saved search and with a past one', async () => {
  const { archive, folder } = await withThreeCables();
  const filters = { origin: ['Embassy Hanoi'] };
  await made(archive, { kind: 'save-search', name: 'Hanoi', query: '', filters });
  await archive.work.searched('visas', filters);
  await archive.work.searched('visas');
  await archive.work.searched('visas', filters);
  await archive.close();
  const { savedSearches, searches } = await (await opened(folder)).work.all();
  expect(savedSearches).toMatchObject([{ name: 'Hanoi', query: '', filters }]);
  expect(searches).toMatchObject([{ query: 'visas', filters }, { query: 'visas' }]);
});
