/** One run of the command line: its terminal, its cancel, and the archive that it opens. */
import { availableParallelism } from 'node:os';
import type { Archive, Job, OpenOptions } from '../../archive/archive.ts';
import { ArchiveError } from '../../archive/errors.ts';
import type { Notice } from '../../archive/model/archive.ts';
import { openArchive } from '../../archive/open.ts';
import { builtMain } from '../built.ts';
import { PROGRAM } from '../program.ts';
import type { Terminal } from './terminal.ts';

/** How an archive is wanted: reading leaves it untouched and takes no lock. */
export interface OpenWishes {
  readOnly: boolean;
  takeOver: boolean;
  /** make the archive where the folder is absent or empty */
  make?: boolean;
  /** the work is nothing without writing: an archive that can only be read is refused */
  mustWrite?: boolean;
}

export interface Session {
  readonly terminal: Terminal;
  readonly job: Job & { signal: AbortSignal };
  /** Opens an archive, says what was found while opening, runs the work, closes it whatever happens. */
  readonly withArchive: <T>(
    folder: string,
    wishes: OpenWishes,
    work: (archive: Archive) => Promise<T>,
  ) => Promise<T>;
}

/** A session whose work stops when the signal is aborted. */
export function createSession(terminal: Terminal, signal: AbortSignal): Session {
  return {
    terminal,
    job: { signal, onProgress: terminal.progress },
    withArchive: async (folder, wishes, work) => {
      const archive = await openArchive(folder, openOptions(wishes));
      try {
        const { notices, readOnly } = archive.info();
        if (readOnly && wishes.mustWrite === true) throw refusedToWrite(notices);
        for (const notice of notices) terminal.say(notice.message);
        return await work(archive);
      } finally {
        await archive.close();
        terminal.done();
      }
    },
  };
}

function openOptions({ readOnly, takeOver, make }: OpenWishes): OpenOptions {
  return {
    program: PROGRAM,
    readOnly,
    takeOver,
    workers: { file: builtMain('import-worker.cjs'), count: Math.max(1, availableParallelism() - 1) },
    ...(make === true ? { create: {} } : {}),
  };
}

/** Why an archive is open for reading only, out of what was found while opening. */
function refusedToWrite(notices: readonly Notice[]): ArchiveError {
  const locked = notices.find(notice => notice.code.startsWith('locked'));
  if (locked !== undefined) return new ArchiveError('archive-locked', locked.message);
  const message = notices.find(notice => notice.code === 'read-only')?.message;
  return new ArchiveError('read-only', message ?? 'This archive is open for reading only.');
}
