/**
 * The posts that send telegrams: embassies, consulates, missions, and the few departments and agencies that cables refer
 * to. A post has one canonical spelling (its code); the many others found in ids and reference lines lead to it.
 */
import { z } from 'zod';
import rows from './data/posts.json';
import { nearestName } from './nearest-name.ts';

const RowSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number(),
  z.string(),
  z.string(),
]);

/** A post. `country` is ISO 3166-1 alpha-2 (XK for Kosovo); coordinates are degrees, north and east positive. */
export interface Post {
  code: string;
  /** as the origin of a cable names it: `Embassy Hanoi` */
  name: string;
  city: string;
  country: string;
  latitude: number;
  longitude: number;
  /** embassy, consulate, mission, office, institute, interests section, delegation, department or agency */
  kind: string;
}

export interface FoundPost {
  code: string;
  /** true where the name is no known spelling and was taken for the one post that it clearly resembles */
  corrected: boolean;
}

const byCode = new Map<string, Post>();
const bySpelling = new Map<string, string>();
for (const row of z.array(RowSchema).parse(rows)) {
  const [code, name, city, country, latitude, longitude, kind, spellings] = row;
  byCode.set(code, { code, name, city, country, latitude, longitude, kind });
  for (const spelling of spellings.split(' ')) if (spelling !== '') bySpelling.set(spelling, code);
}
for (const code of byCode.keys()) bySpelling.set(code, code);

/** Every post, by its code. */
export const posts: ReadonlyMap<string, Post> = byCode;

// What stands before a post's name in an address. Longer words first: AMCONSUL is not AMCON + SUL.
const address =
  /^(?:(?:AM(?:ERICAN)?|US)?EM+B(?:A?S+Y|AS{0,2})?|AMBASSY|AM(?:ERICAN)?CON(?:S?UL(?:ATE)?|GEN)?|USCON(?:SUL(?:ATE)?|GEN)|CONSUL(?:ATE)?(?:GEN(?:ERAL)?)?|USMISSION|USINT|USLO|USOFFICE|MISSION)(?=[A-Z]{3})/;

// What may stand behind it: places that the address spells out.
const behind = /(?:IMMEDIATE|PRIORITY|ROUTINE|WASHDC|WASHINGTONDC|WASHINGTON)$/;

// Words of reference lines that look like a post's name with a typo in it.
const notPosts = new Set(
  (
    'AND THE NOTAL SEPTEL REFTEL REFTELS PREVIOUS EMAIL EMAILS MEMO MEMCON TELCON MARCH APRIL MAY JUNE JULY AUGUST ' +
    'JANUARY FEBRUARY SEPTEMBER OCTOBER NOVEMBER DECEMBER SECTION SECRET CABLE TELEGRAM MESSAGE LETTER REPORT ' +
    'PARTS PARIAH MANUAL LETTERS COMMENT SUMMARY MALE FEMALE MEDIA ALGERIA EMBTEL EMBTELS CONTEL CONTELS STATES STATED STATUS SUBJECT CLASSIFIED'
  ).split(' '),
);

/** A name as the tables spell it: capitals without accents, spaces and punctuation. */
function lettersOf(name: string): string {
  if (/^[A-Z]+$/.test(name)) return name;
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}

const longestName = 48;
const cacheLimit = 5000;
const corrections = new Map<string, string | null>();

/**
 * The post that a name stands for, in any of its spellings (`RIO`, `Port-au-Prince`, `AMEMBASSY TEL AVIV`), or null.
 * A typo is corrected only when one known post is clearly nearest, and `corrected` then says so.
 */
export function findPost(name: string): FoundPost | null {
  const letters = lettersOf(name.length > longestName * 2 ? name.slice(0, longestName * 2) : name);
  if (letters.length < 2 || letters.length > longestName) return null;
  const known = knownPost(letters);
  if (known !== null) return { code: known, corrected: false };
  if (notPosts.has(letters)) return null;
  let nearest = corrections.get(letters);
  if (nearest === undefined) {
    nearest = correctedPost(letters);
    // Hostile input may hold any number of names: the memory of corrections starts again when it is full.
    if (corrections.size >= cacheLimit) corrections.clear();
    corrections.set(letters, nearest);
  }
  return nearest === null ? null : { code: nearest, corrected: true };
}

/** The post with this code, or null. */
export function postOf(code: string): Post | null {
  return byCode.get(code) ?? null;
}

/** The code of a name in a known spelling, with or without the words of an address around it; null when unknown. */
export function knownPost(letters: string): string | null {
  const direct = bySpelling.get(letters);
  if (direct !== undefined) return direct;
  const bare = withoutAddress(letters);
  const found = bySpelling.get(bare) ?? bySpelling.get(bare.replace(behind, ''));
  return found ?? null;
}

/** A name without the words of an address before it: `AMEMBASSYHANOI` is HANOI. */
export function withoutAddress(letters: string): string {
  return letters.replace(address, '');
}

function correctedPost(letters: string): string | null {
  const bare = withoutAddress(letters);
  const spelling = nearestName(bare, bySpelling.keys(), other => bySpelling.get(other) ?? other);
  return spelling === null ? null : (bySpelling.get(spelling) ?? null);
}
