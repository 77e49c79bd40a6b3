import { expect, it } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { PROGRAM } from '../../support/archive-folder.ts';
import { made } from '../../support/five-cables.ts';

it('tells which of many reference ids the archive holds, however they are written', async () => {
  const { folder } = await made();
  const archive = await openArchive(folder, { program: PROGRAM });
  await archive.withdraw('05HANOI3', 'a test');
  const asked = ['05HANOI1', '05hanoi2', '05 HANOI 00003', '05HANOI900', '__proto__', 'no id at all', ''];
  const known = await archive.known(asked);
  await archive.close();
  expect(known['05HANOI1']).toMatchObject({ id: '05HANOI1', origin: 'Embassy Hanoi', withdrawn: false });
  expect(known['05hanoi2']).toMatchObject({ id: '05HANOI2', withdrawn: false });
  expect(known['05 HANOI 00003']).toMatchObject({ id: '05HANOI3', withdrawn: true });
  for (const id of ['05HANOI900', '__proto__', 'no id at all', '']) {
    expect(Object.entries(known)).toContainEqual([id, null]);
  }
  expect(Object.keys(known)).toHaveLength(asked.length);
});
