/** The exit codes that scripts rely on. */
import type { ErrorCode } from '../../archive/errors.ts';

export const Exit = {
  done: 0,
  /** done with refusals or faults, or no such id; also what failed on the way */
  faults: 1,
  /** wrong usage, or not built yet */
  usage: 2,
  cannotOpen: 3,
  cancelled: 130,
} as const;

/** The exit code of a command that ended with an error. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
  'bad-request': Exit.usage,
  'not-yet': Exit.usage,
  'not-an-archive': Exit.cannotOpen,
  'archive-missing': Exit.cannotOpen,
  'archive-newer': Exit.cannotOpen,
  'archive-locked': Exit.cannotOpen,
  'archive-damaged': Exit.cannotOpen,
  cancelled: Exit.cancelled,
  'read-only': Exit.faults,
  'disk-full': Exit.faults,
  io: Exit.faults,
  'no-such-cable': Exit.faults,
  'no-such-receipt': Exit.faults,
  'not-a-cable-file': Exit.faults,
  'damaged-source': Exit.faults,
  'no-browser': Exit.faults,
  'print-failed': Exit.faults,
  'engine-gone': Exit.faults,
  internal: Exit.faults,
};
