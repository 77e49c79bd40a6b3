/** The folder that a copy goes into: new or empty, with room enough, and left as it was when the copy is not finished. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import { ArchiveError } from '../errors.ts';
import type { Disk } from '../store/disk.ts';
import { createDurably } from '../store/durable.ts';
import { Names, within } from '../store/layout.ts';
import { takeLock } from '../store/lock.ts';
import type { HeldLock } from '../store/lock.ts';
import { filesBelow } from '../store/recover.ts';

/** What systems put into every folder. */
const harmless = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);
/** Whoever finds the folder after a crash in the midst of a copy reads this. */
const marker = 'UNFINISHED COPY.txt';
const markerText =
  'This folder is a copy of a Valise archive that was broken off before it was finished and checked.\n' +
  'It is not the whole archive. Delete it and copy again.\n';

/** Room that a disk must have beside what is copied: names, checksums, folders. */
const SPARE = 4 * 1024 * 1024;

export interface TargetOptions {
  disk: Disk;
  folder: string;
  /** the archive's own folder */
  from: string;
  program: string;
  /** what will be written, in bytes */
  bytes: number;
}

export interface Target {
  folder: string;
  /** The copy is whole and checked: nothing says otherwise any more, and it may be opened. */
  finish(): Promise<void>;
  /** Takes everything away that was written; what makes it look like an archive first. Never throws. */
  abandon(): Promise<void>;
}

/**
 * Prepares the folder and locks it. Throws `bad-request` where it has something in it, is a file, or lies inside the
 * archive; `disk-full` where there is too little room; `read-only` and `io`.
 */
export async function openTarget(options: TargetOptions): Promise<Target> {
  const { disk, folder, program, bytes } = options;
  await checkPlace(options);
  const fresh = (await disk.list(folder)) === null;
  await disk.makeFolder(folder);
  let lock: HeldLock | null = null;
  const abandon = async (): Promise<void> => {
    // Without the lock what lies there is another program's copy.
    if (lock !== null) await clear(disk, folder);
    await lock?.release().catch(() => undefined);
    if (fresh) await disk.removeFolder(folder).catch(() => undefined);
  };
  try {
    await checkRoom(disk, folder, bytes);
    const taken = await takeLock({ disk, folder, program, takeOver: false });
    if (taken.held === null)
      throw new ArchiveError('archive-locked', 'Another program is copying into this folder.');
    lock = taken.held;
    await createDurably(disk, join(folder, marker), Buffer.from(markerText));
  } catch (thrown) {
    await abandon();
    throw thrown;
  }
  return {
    folder,
    async finish() {
      await disk.remove(join(folder, marker));
      await disk.syncFolder(folder);
      await lock?.release();
    },
    abandon,
  };
}

async function checkPlace({ disk, folder, from }: TargetOptions): Promise<void> {
  const name = basename(folder);
  const entries = await disk.list(folder);
  if (entries === null && (await disk.size(folder)) !== null)
    throw new ArchiveError('bad-request', `${name} is a file. Choose a folder that is new or empty.`);
  if (entries?.some(entry => !harmless.has(entry.name)) === true)
    throw new ArchiveError(
      'bad-request',
      `${name} has files in it already, which are left alone. Choose a folder that is new or empty.`,
    );
  const inside = relative(await realPlace(from), await realPlace(folder));
  if (inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside))
    throw new ArchiveError(
      'bad-request',
      'A copy inside the archive itself would spoil it. Choose a place outside.',
    );
}

/** The path without links, for as much of it as is there. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  const found = await realpath(whole).catch(() => null);
  if (found !== null) return found;
  return dirname(whole) === whole ? whole : join(await realPlace(dirname(whole)), basename(whole));
}

async function checkRoom(disk: Disk, folder: string, bytes: number): Promise<void> {
  const free = await disk.free(folder);
  if (free === null || free >= bytes + SPARE) return;
  throw new ArchiveError(
    'disk-full',
    `There is too little room: the copy needs ${megabytes(bytes + SPARE)}, and ${megabytes(free)} are free there. Free some space or choose another place.`,
    { needed: bytes + SPARE, free },
  );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en-US')} MB`;
}

/** Removes what a copy is made of: the folder had none of it before. */
async function clear(disk: Disk, folder: string): Promise<void> {
  const remove = (name: string) => disk.remove(within(folder, name)).catch(() => undefined);
  // First what others would know an archive or a bag by.
  const files = [Names.commit, Names.bagInfo, Names.bagit, Names.manifest, Names.tagManifest];
  for (const name of [...files, Names.notes, `${Names.notes}.bak`, Names.readMe]) await remove(name);
  for (const name of [Names.data, Names.receipts, Names.index, Names.aside]) {
    for (const file of await filesBelow(disk, folder, name).catch(() => [])) await remove(file.name);
    await removeFolders(disk, within(folder, name));
  }
  await remove(marker);
}

async function removeFolders(disk: Disk, path: string): Promise<void> {
  for (const { name, kind } of (await disk.list(path).catch(() => null)) ?? [])
    if (kind === 'folder') await removeFolders(disk, join(path, name));
  await disk.removeFolder(path).catch(() => undefined);
}
