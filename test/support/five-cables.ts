/** A closed archive with five cables in one pack, for tests of what happens to it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../../archive/archive.ts';
import { openArchive } from '../../archive/open.ts';
import { PROGRAM, opened, writeCsv } from './archive-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const PACK = 'data/2005/2005-04.txt';
/** The body of a cable by its serial. */
export const body = (serial: number) =>
  `UNCLAS HANOI 00000${serial}\n\nSUBJECT: GENERATED ${serial}\n\n1. GENERATED text ${serial}.\n\nMARINE`;

export interface Made {
  folder: string;
  pack: string;
  csv: string;
}

/** A closed archive with five cables in one pack. */
export async function made(): Promise<Made> {
  const folder = join(await temporaryFolder(), 'archive');
  const csv = await writeCsv(
    await temporaryFolder(),
    'cables.csv',
    [1, 2, 3, 4, 5].map(serial => ({ id: `05HANOI${serial}`, body: body(serial) })),
  );
  const archive = await openArchive(folder, { create: {}, program: PROGRAM });
  await archive.import([{ path: csv }]);
  await archive.close();
  return { folder, pack: join(folder, PACK), csv };
}

export async function rebuilt(folder: string): Promise<Archive> {
  await rm(join(folder, 'index'), { recursive: true });
  return opened(folder);
}

export async function ids(archive: Archive): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of archive.list()) found.push(id);
  return found;
}
