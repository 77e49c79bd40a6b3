/** Segments written through the archive's own door to the disk: its errors are ours, and tests can have each step fail. */
import { nodeSegmentDisk } from '../search/index.ts';
import type { SegmentDisk } from '../search/index.ts';
import { diskError } from '../store/disk.ts';
import type { Disk } from '../store/disk.ts';

/** The door for segments that belongs to a disk. */
export function segmentDoor({ onStep }: Pick<Disk, 'onStep'>): SegmentDisk {
  function step<T>(what: string, path: string, work: () => T): T {
    try {
      onStep?.(what, path);
      return work();
    } catch (thrown) {
      throw diskError(thrown, path);
    }
  }
  const disk = nodeSegmentDisk;
  return {
    makeFolder: path => step('folder', path, () => disk.makeFolder(path)),
    create: path => step('create', path, () => disk.create(path)),
    write: (path, handle, bytes) => step('write', path, () => disk.write(path, handle, bytes)),
    sync: (path, handle) => step('sync', path, () => disk.sync(path, handle)),
    close: handle => disk.close(handle),
    rename: (from, to) => step('rename', to, () => disk.rename(from, to)),
    remove: path => step('remove', path, () => disk.remove(path)),
    syncFolder: path => step('sync folder', path, () => disk.syncFolder(path)),
  };
}
