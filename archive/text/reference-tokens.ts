/** A reference line as words, numbers, labels and breaks, each with its place. */

import { findDebris } from './debris.ts';

export interface Token {
  /** `year` stands in brackets; `break` is a comma, semicolon, slash or dash between entries, or a date */
  kind: 'word' | 'number' | 'label' | 'year' | 'break';
  /** a label without its punctuation, a year as two digits, a break's mark (`date` for one) */
  text: string;
  start: number;
  end: number;
}

const TOKEN = new RegExp(
  [
    "[([] {0,2}'?((?:19|20)?\\d{2}) {0,2}[)\\]]", // 1 (2003)
    '[([<] {0,2}([A-Za-z]|\\d{1,2}) {0,2}[)\\]>.]', // 2 (A)
    '(?<![A-Za-z0-9])([A-Za-z]|\\d{1,2})[)\\]]', // 3 A) 1)
    '(?<![A-Za-z0-9.])([A-Za-z])(?:\\.|:|[ \\n]?-(?=[ \\n])|-(?=[A-Z]{3})(?!MAIL)|(?: ?[,/.])? (?=[A-Z0-9]{2}))(?![A-Z]\\.)', // 4 A. A: A - A- A
    '(?<![A-Za-z0-9])(\\d{6}Z(?: ?[A-Z]{3} ?(?:\\d{4}|\\d{2})?(?![A-Z0-9]))?|[A-Z]-\\d{1,5}(?![A-Za-z]))', // 5 a group, an airgram
    '(?<![A-Za-z0-9])(\\d{1,4}([/.-])\\d{1,2}\\7\\d{1,4})(?![A-Za-z0-9])', // 6 a date
    '(\\d{1,2},\\d{3}(?![\\d,])|\\d+)', // 8
    "([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.]*(?:-[A-Za-z]{2,})*)", // 9
    '([,;/&–-]|\\n)', // 10
  ].join('|'),
  'g',
);
// Marks of classification in parentheses; they label only where the alphabet has come to them.
const MARKS = 'UCS';

/** `2. 06 HANOI 12`, `3. 06/HANOI/12`: what stands before a year counts the list, where the list has come to it. */
const YEAR_BEHIND = /^\.\s{0,2}(?:19|20)?\d{2}[ /-]?[A-Z]/;

/** Cuts a reference line into tokens. What is neither word, number nor label (dates, groups) becomes a break. */
export function tokenize(view: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let expected = 0;
  let letters = false;
  const debris = findDebris(view.slice(0, end), start);
  TOKEN.lastIndex = start;
  for (let found = TOKEN.exec(view); found !== null && found.index < end; found = TOKEN.exec(view)) {
    const [, year, bracketed, closed, stopped, group, date, , number, word, mark] = found;
    const at = { start: found.index, end: Math.min(end, TOKEN.lastIndex) };
    const left = debris.find(span => span.start <= at.start && at.start < span.end);
    if (left !== undefined) {
      TOKEN.lastIndex = left.end;
      continue;
    }
    const label = bracketed ?? closed ?? stopped;
    if (year !== undefined) {
      // (2) is a label where the list has come to it, (04) is a year.
      const counts = tokens.at(-1)?.kind !== 'number' && !letters && Number(year) === expected + 1;
      if (counts) expected++;
      tokens.push({ kind: counts ? 'label' : 'year', text: counts ? year : year.slice(-2), ...at });
    } else if (label !== undefined) {
      const place = /\d/.test(label) ? Number(label) : label.toUpperCase().charCodeAt(0) - 64;
      // A letter alone, or a small one with a stop, or one glued to a name by a dash could be many things.
      const doubtful =
        stopped !== undefined && (/[a-z]/.test(label) || /-$|^.(?: ?[,/]| ?\.)? $/.test(found[0]));
      const behindWord = tokens.at(-1)?.kind === 'word' && /^.(?: ?[,/])? $/.test(found[0]);
      const marks = bracketed !== undefined && MARKS.includes(label);
      if (behindWord || (place !== expected + 1 && (marks || doubtful))) {
        if (marks) continue;
        TOKEN.lastIndex = at.start + 1;
        tokens.push({ kind: 'word', text: label, start: at.start, end: at.start + 1 });
        continue;
      }
      expected = place;
      letters = /[A-Za-z]/.test(label);
      tokens.push({ kind: 'label', text: label, ...at });
    } else if (group !== undefined || date !== undefined) {
      tokens.push({ kind: 'break', text: 'date', ...at });
    } else if (number !== undefined) {
      // 1. HANOI 12 2. STATE 34
      const counts =
        number.length < 3 &&
        tokens.at(-1)?.kind !== 'word' &&
        (/^\. ?[A-Z(]/.test(view.slice(at.end, at.end + 3)) ||
          (Number(number) === expected + 1 && YEAR_BEHIND.test(view.slice(at.end, at.end + 10))));
      if (counts) expected = Number(number);
      tokens.push({ kind: counts ? 'label' : 'number', text: number.replace(',', ''), ...at });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word, ...at });
    } else if (mark !== undefined && mark !== '\n' && !joins(view, at)) {
      // A name may be broken over two lines, a list of entries too: the words decide, not the line's end.
      tokens.push({ kind: 'break', text: MEANT[mark] ?? mark, ...at });
    }
  }
  return tokens;
}

const MEANT: Readonly<Record<string, string>> = { '&': ',', '–': '-' };

/** Whether a slash or dash only joins a post to its year or number, as in `06/PARIS/44` and `08-KABUL-123`. */
function joins(view: string, { start, end }: { start: number; end: number }): boolean {
  return /^(?:\d[/-][A-Z]|[A-Z][/-]\d)$/i.test(view.slice(start - 1, end + 1));
}
