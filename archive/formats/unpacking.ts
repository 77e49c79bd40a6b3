/** What is said when an archive can't be unpacked to its end. */
import type { Refusal } from '../model/raw.ts';
import { ArchiveError } from '../errors.ts';
import type { Content } from './content.ts';
import { BombError } from './gauge.ts';
import { refuse } from './refuse.ts';

/** The refusal for an archive that can't be unpacked to its end. Errors that are not about its bytes are thrown on. */
export function unpackingFailed(error: unknown, { place }: Content): Refusal {
  if (error instanceof BombError) {
    const message =
      'The archive unpacks to far more than its size, as a bomb does; unpack it yourself if you trust it.';
    return refuse('too-large', message, place);
  }
  // The libraries tell damage by plain errors with many texts. Ours, the system's and JavaScript's own are of other kinds.
  const aboutBytes =
    error instanceof Error &&
    !(error instanceof ArchiveError || error instanceof TypeError || error instanceof RangeError) &&
    !('syscall' in error);
  if (!aboutBytes) throw error;
  const message =
    'The archive is damaged: what could be unpacked up to there was taken. Get a whole copy of it.';
  return refuse('damaged-source', message, place);
}
