/** What stands behind a word that may be a label: by that a label is told from the same word in a title. */
import { isBlank } from './view.ts';

/** Whether a dash with a space before it follows a label: `SUBJECT - `. */
export function isDashed(view: string, at: number): boolean {
  return /^ {1,3}[-–]{1,2} /.test(view.slice(at, at + 8));
}

/** The word in capitals at this place, behind marks and parentheses; '' where none stands. */
export function wordAt(view: string, at: number): string {
  return /^[\s(]{0,4}(?:[A-Z]{1,3}\) )?([A-Z]{2,8})(?![A-Za-z])/.exec(view.slice(at, at + 24))?.[1] ?? '';
}

const REFERENCE =
  /^(?!TO |OF |FOR |AND )(?:[([]?[A-Za-z](?:[)\].:]| ?- )|[([]?\d{1,2}[.)\]]|(?:19|20)?\d{2}[ /-]?[A-Z]|[A-Z][A-Z '-]{2,24} \d{2,6}\b)/;

/** Whether a reference's own label (`A.`, `(A)`) or id follows: what tells `REF A. HANOI 12` from `REF` in a title. */
export function refersBehind(view: string, at: number): boolean {
  let from = at;
  while (isBlank(view.charCodeAt(from))) from++;
  return REFERENCE.test(view.slice(from, from + 40));
}

/** What is said of a subject in running text: `ON THE SUBJECT OF`, `SUBJECT TO APPROVAL`, `SUBJECT LINE`. */
const RUNS_ON = /^(?:OF|TO|MATTERS?|AND|OR|IS|WAS|ARE|WERE|LINE|TELEGRAMS?|CABLES?|MESSAGES?|COUNTRY)\b/;
const LEADS_UP =
  /(?:\b(?:THE|THIS|THAT|ON|OF|A|ANY|AND|SAME|ABOVE|OTHER|ITS|OUR|YOUR|FOLLOWING|BE|NOT)|[-'"(,])$/;

/**
 * Whether a SUBJECT without a colon, in a line that has lost its breaks, opens a title: two words in capitals follow,
 * the first of which leads on from no sentence, and what stands before is in capitals and leads up to none.
 */
export function opensTitle(view: string, at: number, start: number): boolean {
  if (!/^[A-Z][A-Z'-]+ [A-Z0-9]/.test(view.slice(start, start + 40))) return false;
  if (RUNS_ON.test(view.slice(start, start + 12))) return false;
  const before = view.slice(Math.max(0, at - 40), at).trimEnd();
  return !/[a-z]{3}/.test(before) && !LEADS_UP.test(before);
}
