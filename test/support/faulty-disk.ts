/** The real disk with one fault: the nth change (write, sync, rename...) fails, and with `lasting` all after it. */
import { diskError, nodeDisk } from '../../archive/store/disk.ts';
import type { Disk, DiskFile } from '../../archive/store/disk.ts';

export interface Fault {
  /** counts changes from 1 */
  at: number;
  code: 'EIO' | 'ENOSPC';
  /** every later change fails as well, as on a full disk or a stick that was pulled out */
  lasting: boolean;
  /** called at the moment of the fault, when a torn write is on disk */
  onFault?: () => void;
}

export interface FaultyDisk extends Disk {
  /** changes so far */
  readonly changes: number;
  /** what the changes were, for a failing test's message */
  readonly log: readonly string[];
}

/** A disk on which a fault happens; without one it only counts. */
export function faultyDisk(fault: Fault | null = null): FaultyDisk {
  const log: string[] = [];
  const isFault = (what: string, path: string): boolean => {
    log.push(`${what} ${path.split('/').slice(-2).join('/')}`);
    return fault !== null && log.length >= fault.at && (log.length === fault.at || fault.lasting);
  };
  const change = async (what: string, path: string, torn: () => Promise<void> = () => Promise.resolve()) => {
    if (!isFault(what, path) || fault === null) return;
    await torn();
    fault.onFault?.();
    throw diskError(Object.assign(new Error(fault.code), { code: fault.code }), path);
  };
  const file = (path: string, real: DiskFile): DiskFile => ({
    ...real,
    async write(bytes, position) {
      // A write that fails may have written a part.
      await change('write', path, () => real.write(bytes.subarray(0, bytes.length >> 1), position));
      return real.write(bytes, position);
    },
    async sync() {
      await change('sync', path);
      return real.sync();
    },
    async truncate(length) {
      await change('truncate', path);
      return real.truncate(length);
    },
  });
  return {
    ...nodeDisk,
    log,
    // The search writes without waiting, so its torn writes are those of a file that no commit names.
    onStep(what, path) {
      if (!isFault(what, path)) return;
      fault?.onFault?.();
      throw Object.assign(new Error(fault?.code), { code: fault?.code });
    },
    get changes() {
      return log.length;
    },
    async open(path, mode) {
      if (mode === 'create') await change('create', path);
      return file(path, await nodeDisk.open(path, mode));
    },
    async rename(from, to) {
      await change('rename', to);
      return nodeDisk.rename(from, to);
    },
    async remove(path) {
      await change('remove', path);
      return nodeDisk.remove(path);
    },
    async makeFolder(path) {
      await change('folder', path);
      return nodeDisk.makeFolder(path);
    },
    async syncFolder(path) {
      await change('sync folder', path);
      return nodeDisk.syncFolder(path);
    },
  };
}
