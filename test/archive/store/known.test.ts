import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { PROGRAM, writeCsv } from '../../support/archive-folder.ts';
import { body, made } from '../../support/five-cables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

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

it('tells which of them cite each other, the ones that the archive lacks too, when that is asked for', async () => {
  const folder = await temporaryFolder();
  const refers = (serial: number, to: string) =>
    `${body(serial).split('\n\n1.')[0]}\n\nREF: ${to}\n\n1. GENERATED.`;
  const csv = await writeCsv(await temporaryFolder(), 'cables.csv', [
    { id: '05HANOI1', body: refers(1, 'A. 04HANOI77 B. 05HANOI2') },
    { id: '05HANOI2', body: refers(2, '04HANOI78') },
    { id: '05HANOI3', body: body(3) },
  ]);
  const archive = await openArchive(join(folder, 'archive'), { create: {}, program: PROGRAM });
  await archive.import([{ path: csv }]);
  const asked = ['05hanoi1', '05 HANOI 2', '05HANOI3', '04HANOI77'];
  const known = await archive.known(asked, true);
  const plain = await archive.known(asked);
  await archive.close();
  expect(known['05hanoi1']?.cites).toEqual(['04HANOI77', '05 HANOI 2']);
  expect([known['05 HANOI 2']?.cites, known['05HANOI3']?.cites]).toEqual([[], []]);
  expect(known['04HANOI77']).toBeNull();
  expect(plain['05hanoi1']).not.toHaveProperty('cites');
});
