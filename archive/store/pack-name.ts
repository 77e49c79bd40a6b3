/** Packs: a month each, `undated` for the rest. A pack that is full or damaged is continued as `2005-04.2`. */
import { NO_DATE } from '../model/columns.ts';

/** A pack ends at this many bytes: far below FAT's 4 GB, and small enough to be read and hashed in seconds. */
export const PACK_LIMIT = 512 * 1024 * 1024;

/** The month's pack for a date in minutes since 1970, or the pack of the undated. */
export function packFor(created: number): string {
  if (created === NO_DATE) return 'undated';
  const date = new Date(created * 60_000);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 1 || year > 9999) return 'undated';
  return `${String(year).padStart(4, '0')}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** The pack that takes what no longer goes into this one: `2005-04`, `2005-04.2`, `2005-04.3`. */
export function continuation(pack: string): string {
  const [base = pack, part = '1'] = pack.split('.');
  return `${base}.${Number(part) + 1}`;
}

/** The file of a pack as manifest and commit name it. */
export function packFile(pack: string): string {
  const folder = pack.startsWith('undated') ? 'undated' : pack.slice(0, 4);
  return `data/${folder}/${pack}.txt`;
}

/** The pack that a file is, or null where it is none (a foreign file). */
export function packOfFile(file: string): string | null {
  const pack =
    /^data\/(?:\d{4}|undated)\/((?:\d{4}-(?:0[1-9]|1[0-2])|undated)(?:\.[1-9]\d{0,3})?)\.txt$/.exec(
      file,
    )?.[1];
  return pack !== undefined && packFile(pack) === file ? pack : null;
}
