/** What is said when an archive can't be unpacked to its end. */
import type { Refusal } from '../model/raw.ts';
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
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const told = error instanceof Error ? error.message : '';
  const aboutBytes =
    code.startsWith('Z_') ||
    code === 'ERR_BUFFER_OUT_OF_BOUNDS' ||
    /tar|header|unexpected end|invalid|zip|stream/i.test(told);
  if (!aboutBytes) throw error;
  const message =
    'The archive is damaged: what could be unpacked up to there was taken. Get a whole copy of it.';
  return refuse('damaged-source', message, place);
}
