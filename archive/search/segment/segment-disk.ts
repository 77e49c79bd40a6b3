/**
 * The door through which segments are written, without waiting in between: the words of a segment are written by the
 * thread that inverts them. Whoever hands in another one can have each step fail, or tell its errors in better words.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

export interface SegmentDisk {
  makeFolder(path: string): void;
  /** Opens a new file, or empties the one that is there; answers its handle. */
  create(path: string): number;
  /** Writes all of `bytes` at the end. */
  write(path: string, handle: number, bytes: Uint8Array): void;
  sync(path: string, handle: number): void;
  close(handle: number): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Makes renames in a folder survive a power cut, where the system can (Windows can't, and needs not). */
  syncFolder(path: string): void;
}

function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // some file systems refuse to sync a folder; the files themselves are synced
  } finally {
    closeSync(handle);
  }
}

/** Virus scanners on Windows hold a new file open for moments; this thread has nothing to do but wait for them. */
function renamePatiently(from: string, to: string): void {
  for (let wait = 10; ; wait *= 2) {
    try {
      return renameSync(from, to);
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
      const passes = code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
      if (process.platform !== 'win32' || !passes || wait > 2000) throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}

/** The real disk. Throws the system's errors. */
export const nodeSegmentDisk: SegmentDisk = {
  makeFolder: path => void mkdirSync(path, { recursive: true }),
  create: path => openSync(path, 'w'),
  write(_, handle, bytes) {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
  },
  sync: (_, handle) => fsyncSync(handle),
  close: handle => closeSync(handle),
  rename: renamePatiently,
  remove: path => rmSync(path, { force: true }),
  syncFolder,
};
