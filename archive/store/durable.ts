/** Files that are whole or not there: written under a unique name, synced, and then renamed into place. */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

/** Twelve random hex digits, for names. */
export function randomName(): string {
  return randomBytes(6).toString('hex');
}

/** Creates a file with these bytes and waits until they are on the medium. The name must be new. */
export async function createDurably(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'create');
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts `bytes` at `path`, atomically: after a crash there is the old file or the new one, never a half.
 * Temporary files are made in `asideFolder`, where a leftover harms nobody. With `backup` the old file stays as `.bak`.
 */
export async function replaceDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  asideFolder: string,
  backup = false,
): Promise<void> {
  await disk.makeFolder(asideFolder);
  const temporary = () => join(asideFolder, `${basename(path)}.${randomName()}.tmp`);
  if (backup) {
    const old = await disk.readFile(path);
    if (old !== null) {
      const copy = temporary();
      await createDurably(disk, copy, old);
      await disk.rename(copy, `${path}.bak`);
    }
  }
  const fresh = temporary();
  await createDurably(disk, fresh, bytes);
  await disk.rename(fresh, path);
  await disk.syncFolder(dirname(path));
}

/** Moves a file into the archive's `aside/` under a name of its own, and answers that name. */
export async function setAside(disk: Disk, path: string, asideFolder: string): Promise<string> {
  await disk.makeFolder(asideFolder);
  const name = `${basename(path)}.${randomName()}`;
  await disk.rename(path, join(asideFolder, name));
  await disk.syncFolder(asideFolder);
  await disk.syncFolder(dirname(path));
  return name;
}
