/** A reference line as words, numbers, labels and breaks, each with its place. */

import { findDebris } from './debris.ts';

export interface Token {
  /** `year` stands in parentheses behind a number; `break` is a comma, semicolon, slash or new line */
  kind: 'word' | 'number' | 'label' | 'year' | 'break';
  /** a label without its punctuation, a year as two digits */
  text: string;
  start: number;
  end: number;
}

const TOKEN = new RegExp(
  [
    "\\( {0,2}'?((?:19|20)?\\d{2}) {0,2}\\)", // 1 (2003)
    '\\( {0,2}([A-Za-z]|\\d{1,2}) {0,2}[).]', // 2 (A)
    '(?<![A-Za-z0-9])([A-Za-z]|\\d{1,2})\\)', // 3 A) 1)
    '(?<![A-Za-z0-9.])([A-Z])(?:\\.|:| ?-(?= ))(?![A-Z]\\.)', // 4 A. A: A -
    '(?<![A-Za-z0-9])(\\d{6}Z[A-Z0-9 ]{0,8}|[A-Z]-\\d{1,5})', // 5 a date-time group, an airgram
    '(\\d{1,4}[/.-]\\d{1,2}(?:[/.-]\\d{1,4})?)(?![A-Za-z0-9])', // 6 a date
    '(\\d+)', // 7
    "([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.]*(?:-[A-Za-z]{2,})*)", // 8
    '([,;/&]|\\n)', // 9
  ].join('|'),
  'g',
);
// Marks of classification in parentheses; they label only where the alphabet has come to them.
const MARKS = 'UCS';

/** Cuts a reference line into tokens. What is neither word, number nor label (dates, groups) becomes a break. */
export function tokenize(view: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let expected = 0;
  const debris = findDebris(view.slice(0, end), start);
  TOKEN.lastIndex = start;
  for (let found = TOKEN.exec(view); found !== null && found.index < end; found = TOKEN.exec(view)) {
    const [, year, bracketed, closed, stopped, group, date, number, word, mark] = found;
    const at = { start: found.index, end: Math.min(end, TOKEN.lastIndex) };
    if (debris.some(span => span.start <= at.start && at.start < span.end)) continue;
    const label = bracketed ?? closed ?? stopped;
    if (year !== undefined && !(year.length === 2 && Number(year) < 40 && tokens.at(-1)?.kind !== 'number')) {
      tokens.push({ kind: 'year', text: year.slice(-2), ...at });
    } else if (label !== undefined) {
      const place = label.toUpperCase().charCodeAt(0) - 64;
      if (bracketed !== undefined && MARKS.includes(label) && place !== expected + 1) continue;
      expected = place;
      tokens.push({ kind: 'label', text: label, ...at });
    } else if (year !== undefined) {
      tokens.push({ kind: 'label', text: year, ...at });
    } else if (group !== undefined || date !== undefined) {
      tokens.push({ kind: 'break', text: ';', ...at });
    } else if (number !== undefined) {
      // 1. HANOI 12 2. STATE 34
      const counts =
        number.length < 3 &&
        tokens.at(-1)?.kind !== 'word' &&
        /^\. ?[A-Z(]/.test(view.slice(at.end, at.end + 3));
      tokens.push({ kind: counts ? 'label' : 'number', text: number, ...at });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word, ...at });
    } else if (mark === '\n') {
      // A name may be broken over two lines, a list of entries too: the words decide.
      continue;
    } else if (mark !== undefined) tokens.push({ kind: 'break', text: mark === '&' ? ',' : mark, ...at });
  }
  return tokens;
}
