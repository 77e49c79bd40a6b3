/** A file that another program may remove at any moment. */
import { systemCode } from './disk.ts';
import type { Disk, DiskFile } from './disk.ts';

/** Opens a file to read; null where there is none, or no more. */
export async function openIfThere(disk: Disk, path: string): Promise<DiskFile | null> {
  try {
    return await disk.open(path, 'read');
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
