/** Refusals: what could not be taken, where and why, in a sentence that says what to do next. */
import type { Place, Refusal } from '../model/raw.ts';

/** What a file may be, for the sentence that refuses one that is none of it. */
export const expected =
  'a page of a cable mirror or of cablebrowser-2 (HTML or text), a cables.csv, plain telegrams, ' +
  "Valise's own packs and exports, or a folder, .zip, .tar, .tar.gz or .gz of these";

/** A refusal of what stands at `place`. */
export function refuse(code: Refusal['code'], message: string, place: Place): Refusal {
  return { code, message, place };
}

/** Sizes as people read them: `16 MB`. */
export function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024)).toLocaleString('en-US')} MB`;
}
