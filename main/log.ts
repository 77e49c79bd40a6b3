/** The log: one file, for faults that a person may be asked about. It holds codes and messages, never a cable's text. */
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { Logger } from 'pino';
import { VERSION } from './program.ts';

/** A log larger than this is put aside at the next start, in the place of the one before (bytes). */
const LARGEST = 1_000_000;

/** Opens the log of a folder; written at once, so that the last line before a crash is there. */
export function openLog(folder: string, host: string): Logger {
  const file = join(folder, 'valise.log');
  try {
    mkdirSync(folder, { recursive: true });
    putAside(file);
    return pino({ base: { host, version: VERSION } }, destination({ dest: file, sync: true }));
  } catch {
    // A read-only medium has no place for a log; that must not keep anyone from reading.
    return pino({ enabled: false });
  }
}

function putAside(file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat !== undefined && stat.size > LARGEST) renameSync(file, `${file}.old`);
}

export type { Logger } from 'pino';
