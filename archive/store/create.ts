/** Making an archive, and knowing one. */
import { randomBytes, randomUUID } from 'node:crypto';
import { ArchiveError } from '../errors.ts';
import { readBagInfo, writeBag } from './bag.ts';
import { writeCommit } from './commit.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { FORMAT_VERSION, Names, within } from './layout.ts';

/** What lies at a place: an archive, a folder in which one can be made, nothing, or something else. */
export type Standing = 'archive' | 'blank' | 'absent' | 'other';

/** What a crash in the midst of making an archive can leave, and what a system puts into every folder. */
const harmless = new Set<string>([
  Names.lock,
  Names.aside,
  Names.data,
  '.DS_Store',
  'desktop.ini',
  'Thumbs.db',
]);

/** Looks at a folder. Throws `not-an-archive` where the path is a file. */
export async function standingOf(disk: Disk, folder: string): Promise<Standing> {
  const entries = await disk.list(folder);
  if (entries === null) {
    if ((await disk.size(folder)) === null) return 'absent';
    throw new ArchiveError(
      'not-an-archive',
      'This path is a file, not an archive folder. Give the folder of an archive.',
    );
  }
  const names = new Set(entries.map(({ name }) => name));
  if (names.has(Names.commit)) return 'archive';
  if (names.has(Names.bagInfo) && (await readBagInfo(disk, folder)).has('Valise-Id')) return 'archive';
  return entries.every(({ name }) => harmless.has(name)) ? 'blank' : 'other';
}

/** Makes an archive in a blank folder whose lock is held. */
export async function createArchive(
  disk: Disk,
  folder: string,
  name: string,
  program: string,
): Promise<void> {
  const now = new Date().toISOString();
  const commit: Commit = {
    format: 'valise-archive',
    version: FORMAT_VERSION,
    id: randomUUID(),
    token: randomBytes(16).toString('hex'),
    name,
    made: now,
    generation: 0,
    committed: now,
    program,
    sequence: 1,
    packs: {},
    receipts: [],
    catalogue: [],
    segments: [],
    indexedRows: 0,
  };
  await disk.makeFolder(within(folder, Names.data));
  await writeCommit(disk, folder, commit);
  await writeBag(disk, folder, commit);
}
