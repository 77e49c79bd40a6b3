/** Writes an archive of the present format as a fixture, once for each format (bundled first): `FOLDER`. Every text says GENERATED. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { nodeDisk } from '../../archive/store/disk.ts';
import { openNotes } from '../../archive/store/notes.ts';
import { shownByAll } from './shown-by-all.ts';

const [, , folder = ''] = process.argv;
const body = (number: number) =>
  `UNCLAS HANOI 00000${number}\n\nSUBJECT: GENERATED FOR A FIXTURE\n\n1. (U) GENERATED café “${number}”.\n\nMARINE`;

async function writeCsv(
  to: string,
  name: string,
  cables: readonly { id: string; created?: string; header?: string; body: string }[],
): Promise<string> {
  const path = join(to, name);
  const rows = cables.map(
    ({ id, created = '4/11/2005 5:42', header = 'GENERATED HEADER', body: text }, row) =>
      [String(row + 1), created, id, 'Embassy Hanoi', 'UNCLASSIFIED', '', header, text]
        .map(field => `"${field}"`)
        .join(','),
  );
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}

async function main(): Promise<void> {
  const path = join(folder, 'archive');
  const archive = await openArchive(path, { create: { name: 'GENERATED' }, program: 'Valise fixture' });
  const first = await writeCsv(folder, 'first.csv', [
    { id: '05HANOI1', body: body(1) },
    { id: '05HANOI1', body: body(2) },
    { id: '06HANOI3', created: '1/2/2006 3:04', body: body(3) },
    { id: '06HANOI4', created: '', header: '', body: body(4) },
  ]);
  const second = await writeCsv(folder, 'second.csv', [
    { id: '05HANOI1', body: body(1).replaceAll('\n', ' ') },
  ]);
  await archive.import([{ path: first }]);
  await archive.import([{ path: second }]);
  await archive.withdraw('06HANOI3', 'GENERATED reason');
  await writeFile(join(folder, 'shown.json'), `${JSON.stringify(await shownByAll(archive), null, 1)}\n`);
  const options = { disk: nodeDisk, folder: path, archive: archive.info().id, writable: true, fresh: false };
  const { notes } = await openNotes(options);
  await notes.change(all => {
    all.notes.push({ id: 'one', cable: '05HANOI1', text: 'GENERATED note', changed: '2026-01-01T00:00:00Z' });
  });
  await archive.close();
  await Promise.all([first, second].map(file => rm(file)));
  await rm(join(path, 'index'), { recursive: true });
}

void main();
