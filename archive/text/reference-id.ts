/**
 * Reference ids (message reference numbers): two-digit year, post, serial without leading zeros (`05HANOI841`). Three
 * things are kept apart: the id as published, the canonical id, and aliases under which the cable is found too.
 */
import { findPost, withoutAddress } from './posts.ts';

export interface ReadReferenceId {
  canonicalId: string;
  /** other forms of the id, the published one among them when it differs */
  aliases: string[];
  /** true where the published id was malformed, not where its post is merely spelt another known way */
  repaired: boolean;
}

export interface ReferenceIdParts {
  /** four digits: 1966 to 2065 can be told, since two digits above 10 mean 19xx */
  year: number;
  post: string;
  serial: number;
}

/** The number of a section; the letters O and I stand for digits now and then. */
const count = '(?:\\d{2}|[OI]\\d|\\d[OI](?=[O0G][FG])|\\d)';
/** What telegraphists' and publishers' machines glued into ids; `SECTION` loses and doubles letters, `OF` has zeros. */
const glue = new RegExp(
  [
    `(?:SECT|SEC|[SECTION]{5,9})${count}(?:[O0G][FG]|F|[O0][A-Z])${count}(?=[A-Z]|$)`,
    'SECTION\\d{2}OF\\d{2}(?=\\d{1,7}$)',
    'SECT?ION\\d{1,2}(?=[A-Z])',
    'SUSPECT(?:ED)?DUPLICATES?|CORRECTEDCOPY|CCOPY|EFTO|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|TOPSECRET|SECRET',
    'SENSITIVE|SIPDIS|NOFORN|LIMDIS|EXDIS|NODIS|STADIS',
  ].join('|'),
  'g',
);
/** Marks between the parts of an id; a hyphen inside a name (PORT-AU-PRINCE) belongs to its spelling. */
const separators = /[._/\\]|(?<=\d)-|-(?=\d)/g;
const wellFormed = /^(\d{2})([A-Z][A-Z-]{1,47})(\d{1,7})$/;
const shape = /^(\d{2,8})([A-Z][A-Z.'-]{1,59})(\d{1,12})$/;

/** The id of a telegram. `year` may have two or four digits; leading zeros of the serial go. */
export function formatReferenceId(year: number, post: string, serial: number | string): string {
  const digits = String(serial).replace(/^0+(?=\d)/, '');
  return `${String(year % 100).padStart(2, '0')}${post}${digits}`;
}

/** The parts of a canonical id, or null where the text is none. */
export function referenceIdParts(canonicalId: string): ReferenceIdParts | null {
  const match = wellFormed.exec(canonicalId);
  if (match === null) return null;
  const [, year = '', post = '', serial = ''] = match;
  return { year: fullYear(Number(year)), post, serial: Number(serial) };
}

/** The year that two digits mean: above 10 it is 19xx, else 20xx. */
export function fullYear(twoDigits: number): number {
  return twoDigits > 10 ? 1900 + twoDigits : 2000 + twoDigits;
}

/**
 * Reads an id as published. Malformed ones are repaired where one reading is clear (section lines, addresses, doubled or
 * four-digit years, lost letters, glued words); the rest is kept as it stands, in capitals. Never throws.
 */
export function readReferenceId(published: string): ReadReferenceId {
  const upper = published.slice(0, 200).toUpperCase().replace(/\s+/g, '');
  const fast = wellFormed.exec(upper);
  if (fast !== null && !upper.includes('-') && serialOf(fast[3] ?? '') === fast[3]) {
    const found = findPost(fast[2] ?? '');
    if (found !== null && found.code === fast[2]) return { canonicalId: upper, aliases: [], repaired: false };
  }
  const repair = repairId(upper);
  const canonicalId = repair?.id ?? upper;
  const alias = published.trim();
  return {
    canonicalId,
    aliases: alias === '' || alias === canonicalId ? [] : [alias],
    repaired: repair?.repaired ?? false,
  };
}

function repairId(upper: string): { id: string; repaired: boolean } | null {
  const unglued = upper.replace(separators, '').replace(glue, '');
  const match = shape.exec(unglued);
  if (match === null) return null;
  const [, yearDigits = '', name = '', serialDigits = ''] = match;
  const year = yearOf(yearDigits);
  const serial = serialOf(serialDigits);
  if (year === null || serial.length > 7) return null;
  const letters = name.replace(/[^A-Z]/g, '');
  const found = findPost(letters);
  const post = found?.code ?? withoutAddress(letters);
  const malformed =
    unglued !== upper ||
    yearDigits.length > 2 ||
    serial !== serialDigits ||
    found?.corrected === true ||
    withoutAddress(letters) !== letters;
  return { id: year + post + serial, repaired: malformed };
}

/** Two digits out of `05`, `2005`, `0505`, `200505` or `20052005`; null where they say no one year. */
function yearOf(digits: string): string | null {
  const two = digits.slice(-2);
  if (digits.length === 2 || digits === two + two) return two;
  const year = fullYear(Number(two));
  if (year < 1960) return null;
  const said = digits.replaceAll(String(year), '').replaceAll(two, '');
  return said === '' && digits.length % 2 === 0 ? two : null;
}

function serialOf(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
