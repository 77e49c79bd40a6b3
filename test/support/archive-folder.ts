/** Archives and sources for tests of the store. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive, OpenOptions } from '../../archive/archive.ts';
import { openArchive } from '../../archive/open.ts';
import type { Disk } from '../../archive/store/disk.ts';
import { inRepository } from './repository.ts';

export const SAMPLE = inRepository('archive/sample/05HANOI841.cablebrowser.txt');
export const PROGRAM = 'Valise test';

/** Opens an archive (making it where it is absent) and closes it when the test is over. */
export async function opened(
  folder: string,
  options: Partial<OpenOptions> = {},
  disk?: Disk,
): Promise<Archive> {
  const archive = await openArchive(folder, { create: {}, program: PROGRAM, ...options }, disk);
  onTestFinished(() => archive.close().catch(() => undefined));
  return archive;
}

export interface CsvCable {
  id: string;
  created?: string;
  origin?: string;
  classification?: string;
  header?: string;
  body: string;
}

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Writes a `cables.csv` of these cables and answers its path. */
export async function writeCsv(folder: string, name: string, cables: readonly CsvCable[]): Promise<string> {
  const rows = cables.map((cable, row) =>
    [
      String(row + 1),
      cable.created ?? '4/11/2005 5:42',
      cable.id,
      cable.origin ?? 'Embassy Hanoi',
      cable.classification ?? 'UNCLASSIFIED',
      '',
      cable.header ?? 'GENERATED HEADER',
      cable.body,
    ]
      .map(quoted)
      .join(','),
  );
  const path = join(folder, name);
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}

/** Every file below a folder with its content, by path with `/`; for seeing that nothing changed. */
export async function contents(folder: string, below = ''): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) for (const [name, text] of await contents(folder, path)) files.set(name, text);
    else files.set(path, await readFile(join(folder, path), 'latin1'));
  }
  return files;
}
