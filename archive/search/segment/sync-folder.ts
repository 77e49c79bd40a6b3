/** Makes renames in a folder survive a power cut, where the system can (Windows can't, and needs not). */
import { closeSync, fsyncSync, openSync } from 'node:fs';

export function syncFolder(folder: string): void {
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
