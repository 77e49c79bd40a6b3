/**
 * The one door to the disk: every write, fsync and rename of the archive goes through it, so that tests can make the
 * nth of them fail, and so that every failure becomes an ArchiveError that says what to do.
 */
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { open, mkdir, readdir, readFile, rename, rmdir, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ArchiveError } from '../errors.ts';

/** An open file. Positions and lengths are in bytes. */
export interface DiskFile {
  /** Writes all of `bytes` at `position`. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Reads up to `length` bytes at `position`; fewer at the end of the file. They stand in `room` where that is large enough. */
  read(position: number, length: number, room?: Buffer): Promise<Buffer>;
  /** Waits until what was written is on the medium. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** `read` must exist; `update` must exist and is written in place; `create` must not exist yet. */
export type OpenMode = 'read' | 'update' | 'create';

export interface FolderEntry {
  name: string;
  kind: 'file' | 'folder' | 'other';
}

export interface Disk {
  open(path: string, mode: OpenMode): Promise<DiskFile>;
  /** The whole file, or null where there is none. */
  readFile(path: string): Promise<Buffer | null>;
  /** Bytes of the file, or null where there is none. */
  size(path: string): Promise<number | null>;
  /** A word that changes when the file is replaced or written; null where there is none. */
  stamp(path: string): Promise<string | null>;
  /** What lies in the folder, sorted by name; null where there is no such folder. */
  list(path: string): Promise<FolderEntry[] | null>;
  makeFolder(path: string): Promise<void>;
  /** Puts a file in place of another, atomically. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes a folder that is empty. */
  removeFolder(path: string): Promise<void>;
  /** Bytes that this program may still write where the path lies; null where the system does not tell. */
  free(path: string): Promise<number | null>;
  /** Makes names in the folder durable, where the system can. */
  syncFolder(path: string): Promise<void>;
  /** Told before each change that is made at once, without a promise (those of the search's segments); what it throws is the change's failure. */
  onStep?: (what: string, path: string) => void;
}

/** The code of a failed system call (`ENOSPC`), or null for any other thrown value. */
export function systemCode(thrown: unknown): string | null {
  if (thrown instanceof ArchiveError) {
    const code = thrown.details?.['system'];
    return typeof code === 'string' ? code : null;
  }
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return null;
}

/** The error of a failed system call as one of ours. Names the file, never the folders above it. */
export function diskError(thrown: unknown, path: string): ArchiveError {
  if (thrown instanceof ArchiveError) return thrown;
  const system = systemCode(thrown);
  const name = basename(path);
  const details = { system, file: name };
  switch (system ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ArchiveError(
        'disk-full',
        `The disk is full: ${name} could not be written. Nothing that was committed is lost. Free some space and try again.`,
        details,
        thrown,
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new ArchiveError(
        'read-only',
        `${name} can't be written or read: the medium or the folder does not allow it. Check its permissions, or copy the archive to another place.`,
        details,
        thrown,
      );
    case 'ENAMETOOLONG':
      return new ArchiveError(
        'io',
        `The path to ${name} is too long for this system. Move the archive nearer to the top.`,
        details,
        thrown,
      );
    default:
      return new ArchiveError(
        'io',
        `The disk failed at ${name} (${system ?? String(thrown)}). If the archive is on a removable medium, put it back and open the archive again.`,
        details,
        thrown,
      );
  }
}

async function guard<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw diskError(thrown, path);
  }
}

async function orNull<T>(path: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    const system = systemCode(thrown);
    if (system === 'ENOENT' || system === 'ENOTDIR') return null;
    throw diskError(thrown, path);
  }
}

const modes = { read: 'r', update: 'r+', create: 'wx+' } as const;

function nodeFile(path: string, handle: FileHandle): DiskFile {
  return {
    write: (bytes, position) =>
      guard(path, async () => {
        for (let done = 0; done < bytes.length;) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
          done += bytesWritten;
        }
      }),
    read: (position, length, room) =>
      guard(path, async () => {
        const buffer = room !== undefined && room.length >= length ? room : Buffer.allocUnsafe(length);
        let done = 0;
        while (done < length) {
          const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return buffer.subarray(0, done);
      }),
    sync: () => guard(path, () => handle.sync()),
    truncate: length => guard(path, () => handle.truncate(length)),
    size: () => guard(path, async () => (await handle.stat()).size),
    close: () => guard(path, () => handle.close()),
  };
}

/** Virus scanners and indexers on Windows hold files open for moments: these failures pass. */
const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await rename(from, to);
    } catch (thrown) {
      const system = systemCode(thrown);
      if (process.platform !== 'win32' || wait > 2000 || system === null || !passing.has(system))
        throw thrown;
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }
}

/** Electron 22's Node has no statfs: there the disk tells when it is full. */
async function free(path: string): Promise<number | null> {
  if (typeof fs.statfs !== 'function') return null;
  try {
    const { bavail, bsize } = await fs.statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder; some network file systems refuse to sync one: there the system does what it can.
  if (process.platform === 'win32') return;
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (thrown) {
    const system = systemCode(thrown);
    if (system !== 'EINVAL' && system !== 'ENOTSUP') throw thrown;
  } finally {
    await handle.close();
  }
}

/** Node tells of a missing folder where a file system can't be written: each step by itself tells why. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (thrown) {
    const above = dirname(path);
    if (systemCode(thrown) !== 'ENOENT' || above === path) throw thrown;
    await makeFolder(above);
    await mkdir(path);
  }
}

/** The real disk. */
export const nodeDisk: Disk = {
  open: (path, mode) => guard(path, async () => nodeFile(path, await open(path, modes[mode]))),
  readFile: path => orNull(path, () => readFile(path)),
  size: path => orNull(path, async () => (await stat(path)).size),
  stamp: path =>
    orNull(path, async () => {
      const { ino, size, mtimeMs } = await stat(path);
      return `${ino}:${size}:${mtimeMs}`;
    }),
  list: path =>
    orNull(path, async () => {
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .map(entry => ({
          name: entry.name,
          kind: entry.isFile()
            ? ('file' as const)
            : entry.isDirectory()
              ? ('folder' as const)
              : ('other' as const),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    }),
  makeFolder: path => guard(path, () => makeFolder(path)),
  rename: (from, to) => guard(to, () => renameWithRetry(from, to)),
  remove: path => guard(path, () => unlink(path)),
  removeFolder: path => guard(path, () => rmdir(path)),
  free,
  syncFolder: path => guard(path, () => syncFolder(path)),
};
