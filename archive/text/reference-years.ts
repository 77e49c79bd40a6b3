/** Which numbers of a reference line are years or parts of dates. */
import { fullYear } from './reference-id.ts';
import type { Token } from './reference-tokens.ts';

const MONTH =
  /^(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)$/;
/** No cable of these collections is older. */
const FIRST_YEAR = 1966;
const LAST_YEAR = 2010;
const NO_NAME = new Set('AND NO NR NUMBER TO OR THROUGH THRU OF DATED'.split(' '));

/** Whether a word is a month's name. */
export function isMonth(word: Token): boolean {
  return MONTH.test(word.text.toUpperCase());
}

/** Whether a number is the day before a month: `12 MAR`. */
export function isDay(token: Token, next: Token | undefined): boolean {
  return token.text.length < 3 && next?.kind === 'word' && isMonth(next);
}

/** Whether digits can be the year of a cable that one of the year `own` (two digits, if known) refers to. */
export function isYear(digits: string, own: string | null): boolean {
  if (digits.length === 4) return Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR;
  if (digits.length !== 2) return false;
  // A serial of two digits would not begin with a zero.
  if (digits.startsWith('0')) return true;
  const year = fullYear(Number(digits));
  return year >= FIRST_YEAR && year <= (own === null ? LAST_YEAR : fullYear(Number(own)) + 1);
}

/** Two or four digits before a post and its number: `04 HANOI 123`, `2004 LA PAZ 2974`. */
export function isYearBefore(token: Token, tokens: readonly Token[], index: number): boolean {
  if (!/^(?:\d{2}|(?:19|20)\d{2})$/.test(token.text)) return false;
  let words = 0;
  for (let i = index + 1; i < tokens.length; i++) {
    const next = tokens[i];
    if (next?.kind === 'word' && !isMonth(next) && !NO_NAME.has(next.text.toUpperCase())) words++;
    else return (next?.kind === 'number' || next?.kind === 'year') && words > 0 && words < 6;
  }
  return false;
}
