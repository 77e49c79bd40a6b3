/**
 * The body as the parsers see it: the same length as the body, so that every offset holds, but with what stands for
 * white space (line-feed entities, the publisher's ¶, tabs, carriage returns) turned into spaces and line feeds.
 */

const BLANKS = /&#(?:x0*[ad]|0*1[03]);|&nbsp;|\r\n?|[\t\f\v\u00a0\u00b6\u200b\ufeff]/gi;

/** The body with spaces for ¶, tabs and the like, and line feeds for their entities; as long as the body. */
export function viewOf(body: string): string {
  if (!mayDiffer(body)) return body;
  return body.replace(BLANKS, found => {
    if (found === '\r\n') return ' \n';
    if (found === '\r') return '\n';
    if (found.charAt(1) === '#') return `${' '.repeat(found.length - 1)}\n`;
    return ' '.repeat(found.length);
  });
}

// Most bodies hold none of these, and looking for single characters is ten times faster than a pattern.
const SIGNS = ['\r', '\t', '\u00b6', '\u00a0', '&#', '&nbsp;', '\f', '\v', '\u200b', '\ufeff'];

function mayDiffer(body: string): boolean {
  return SIGNS.some(sign => body.includes(sign));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const ENTITY = /&(amp|lt|gt|quot|apos);/g;

/** `COUNTER- TERRORISM`, `U.S.- VIETNAM`: where line breaks have been lost, a first part that is no word of its own. */
const OPEN_PREFIX =
  /(?<![A-Za-z-])(ANTI|BI|CO|COUNTER|EURO|EX|INTER|INTRA|MULTI|NON|POST|PRE|PRO|QUASI|RE|SELF|SEMI|SINO|SUB|TRANS|TRI|U\.S\.|VICE)- (?=[A-Z])(?!(?:AND|OR|TO|VERSUS|BUT) )/gi;

/**
 * A piece of the view as one line to show: runs of white space become one space, words that were broken at their
 * hyphen are joined again, the five entities of XML are read.
 */
export function oneLine(piece: string): string {
  let text = piece;
  if (text.includes('-\n') || text.includes('- ')) {
    text = text.replace(/(?<=[A-Za-z0-9]\.?)- {0,20}\n\s*(?=[A-Za-z0-9])/g, '-').replace(OPEN_PREFIX, '$1-');
  }
  if (text.includes('&')) text = text.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? '');
  return text.replace(/ ?[\n\r\t\f\v\u00a0\u2028\u2029]\s*| {2,}\s*/g, ' ').trim();
}

/** A part of the view. */
export interface Part {
  start: number;
  end: number;
}

/** The part without white space at its ends. */
export function trimmed(view: string, start: number, end: number): Part {
  let from = start;
  let to = end;
  while (from < to && isBlank(view.charCodeAt(from))) from++;
  while (to > from && isBlank(view.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

const BLANK_LINE = /\n *\n/g;

/** Where the line ends behind which the first blank line below some text stands; null where none does before `to`. */
export function blankLineBehind(view: string, from: number, to: number): number | null {
  BLANK_LINE.lastIndex = trimmed(view, from, to).start;
  const found = BLANK_LINE.exec(view);
  return found === null || found.index >= to ? null : found.index;
}

/** Whether a UTF-16 unit is a space or a line feed: all the white space that a view has. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a;
}

/** Whether only spaces stand between the start of the line and this place. */
export function startsLine(view: string, at: number): boolean {
  let back = at - 1;
  while (back >= 0 && view.charCodeAt(back) === 0x20) back--;
  return back < 0 || view.charCodeAt(back) === 0x0a;
}
