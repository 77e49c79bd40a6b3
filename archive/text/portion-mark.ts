/**
 * Portion marks: `(U)`, `(SBU)`, `(C/NF)`, `(S//REL TO USA, GBR)`, `(C - ENTIRE TEXT)`. Executive orders since 12065 ask
 * for one at every paragraph; absence never means unclassified.
 */

const LEVEL = 'UNCLASSIFIED|UNCLAS|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE|SBU|LOU|FOUO|TS|U|C|S';
const REST = '(?: ?(?://|[/,–-]) ?[A-Z][A-Z /,.-]{0,38}| (?:NF|NOFORN|SBU|ENTIRE TEXT))?';

/** The source of a pattern for a mark with its parentheses; its one group is what stands inside. */
export const MARK_PATTERN = `[([] {0,2}((?:${LEVEL})${REST}|ENTIRE TEXT(?: IS| ?-|:|,)? {0,2}(?:${LEVEL})) {0,2}[)\\]]`;

const AT_PLACE = new RegExp(MARK_PATTERN, 'iy');
/** `1. C - ENTIRE TEXT.`: the only mark that is one without its parentheses; with the level in words it is a sentence. */
const BARE = /((?:SBU|LOU|TS|U|C|S) ?[-–]{1,2} ?ENTIRE TEXT)(?![A-Za-z])/y;
const LEADING = new RegExp(`^(?:${MARK_PATTERN})\\s*`, 'i');
const TRAILING = new RegExp(`\\s*(?:${MARK_PATTERN})$`, 'i');

/** The mark at this place, in capitals and without spaces around its slashes, and where it ends; null where none is. */
export function markAt(view: string, at: number): { mark: string; end: number } | null {
  AT_PLACE.lastIndex = at;
  const found = AT_PLACE.exec(view);
  if (found !== null) return { mark: tidyMark(found[1] ?? ''), end: AT_PLACE.lastIndex };
  BARE.lastIndex = at;
  const bare = BARE.exec(view);
  return bare === null ? null : { mark: tidyMark(bare[1] ?? ''), end: BARE.lastIndex };
}

const BEFORE = new RegExp(`${MARK_PATTERN} {0,2}$`);

/** The mark in front of this place, as in `(C) 1. Text`, where it begins a line or follows a sentence; else null. */
export function markBefore(view: string, from: number, at: number): { mark: string; start: number } | null {
  if (!/[)\]] {0,2}$/.test(view.slice(Math.max(from, at - 3), at))) return null;
  const near = view.slice(Math.max(from, at - 50), at);
  const found = BEFORE.exec(near);
  if (found === null) return null;
  const start = at - near.length + found.index;
  const before = view.slice(Math.max(from, start - 3), start);
  return start === from || /[\n.!?:")\]-]\s*$/.test(before)
    ? { mark: tidyMark(found[1] ?? ''), start }
    : null;
}

/** A title without the mark that stands before or behind it. */
export function withoutMarks(title: string): string {
  // Behind a title's own mark may stand that of the line below it.
  return title.replace(LEADING, '').replace(TRAILING, '').replace(TRAILING, '').trim();
}

function tidyMark(inside: string): string {
  if (inside.length < 4 && !inside.includes(' ')) return inside.toUpperCase();
  return inside
    .toUpperCase()
    .replace(/ ?(\/\/|\/) ?/g, '$1')
    .trim();
}
