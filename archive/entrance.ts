/** Before an archive is opened: whether there is one, or one may be made, and who may write it. */
import { ArchiveError } from './errors.ts';
import type { OpenOptions } from './archive.ts';
import type { Notice } from './model/archive.ts';
import { standingOf } from './store/create.ts';
import type { Disk } from './store/disk.ts';
import { takeLock } from './store/lock.ts';
import type { HeldLock } from './store/lock.ts';

interface Entered {
  lock: HeldLock | null;
  notices: Notice[];
}

/** Takes the lock where the archive may be written; without it the archive is opened for reading. */
export async function enter(disk: Disk, folder: string, options: OpenOptions): Promise<Entered> {
  if (options.readOnly === true) return { lock: null, notices: [] };
  try {
    const { program, takeOver = false } = options;
    const { held, notices } = await takeLock({ disk, folder, program, takeOver });
    return { lock: held, notices };
  } catch (thrown) {
    return { lock: null, notices: [onlyReading(thrown)] };
  }
}

/** What is told where an archive can't be written and is read instead. Throws what was thrown for any other reason. */
export function onlyReading(thrown: unknown): Notice {
  if (!(thrown instanceof ArchiveError) || (thrown.code !== 'read-only' && thrown.code !== 'disk-full'))
    throw thrown;
  const message = `This archive can't be written where it is (${thrown.message}) It is opened for reading.`;
  return { code: 'read-only', message };
}

/** Makes the archive where that is asked for and there is none. Throws `archive-missing` or `not-an-archive`. */
export async function prepareFolder(disk: Disk, folder: string, options: OpenOptions): Promise<boolean> {
  const standing = await standingOf(disk, folder);
  if (standing === 'archive') return false;
  if (standing === 'other') {
    throw new ArchiveError(
      'not-an-archive',
      'This folder has files in it but is no Valise archive. Choose an empty folder or an archive.',
    );
  }
  if (options.create === undefined) {
    const what = standing === 'absent' ? 'There is no such folder.' : 'This folder is empty, no archive.';
    throw new ArchiveError(
      standing === 'absent' ? 'archive-missing' : 'not-an-archive',
      `${what} Choose the folder of an archive, or make one by importing.`,
    );
  }
  if (options.readOnly === true)
    throw new ArchiveError('read-only', 'A new archive can be made only where writing is allowed.');
  await disk.makeFolder(folder);
  return true;
}
