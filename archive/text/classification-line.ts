/**
 * The first line of a telegram's text: classification (often spaced: `C O N F I D E N T I A L`), section, post and
 * serial, and captions behind them, in changing order.
 */
import { nearestName } from './nearest-name.ts';
import { findPost } from './posts.ts';

const spaced = (word: string): string => word.replace(/ /g, '').split('').join(' {0,2}');
// The longer forms first. A spaced word may have more space between its words than between its letters.
const LEVELS: readonly [string, string][] = [
  [`${spaced('TOP')} {1,4}${spaced('SECRET')}`, 'TOP SECRET'],
  [`${spaced('LIMITED')} {1,4}${spaced('OFFICIAL')} {1,4}${spaced('USE')}`, 'LIMITED OFFICIAL USE'],
  [spaced('UNCLASSIFIED'), 'UNCLASSIFIED'],
  [spaced('UNCLAS'), 'UNCLAS'],
  [spaced('CONFIDENTIAL'), 'CONFIDENTIAL'],
  [spaced('SECRET'), 'SECRET'],
];
const HANDLING = '(?: {0,2}//? {0,2}(?:FOR OFFICIAL USE ONLY|[A-Z][A-Z0-9]{1,11})){0,3}';
const LEVEL_PATTERN = `(?:${LEVELS.map(([pattern]) => `(${pattern})`).join('|')})(${HANDLING})(?![A-Za-z0-9])`;
const CORRECTED = `(?:${spaced('CORRECTED')} {1,4}${spaced('COPY')}\\s{1,4})?`;
const AT_START = new RegExp(`^[\\s"'*.-]*${CORRECTED}${LEVEL_PATTERN}`);
const AT_LINE = new RegExp(`(?:^|\\n) {0,40}${LEVEL_PATTERN}(?! ?[.,:;])`);
const LEVEL = new RegExp(`(?<=\\s)${LEVEL_PATTERN}(?! ?[.,:;])`, 'g');
const HERE = new RegExp(`${LEVEL_PATTERN}(?! ?[.,:;])`, 'y');
/** Levels begin with T, L, U, C or S, and no small letter follows: most lines are passed by on that. */
const FIRST_LETTERS: ReadonlySet<number> = new Set(Array.from('TLUCS', letter => letter.charCodeAt(0)));
const mayBegin = (view: string, at: number): boolean =>
  view.charCodeAt(at + 1) < 0x61 && FIRST_LETTERS.has(view.charCodeAt(at));
const SMALL =
  /^\s*(unclas(?:sified)?|confidential|secret|limited official use|top secret)(?=\s*(?:\n|$)|\s[a-z .]{0,30}\d{3})/i;
// Single letters, or pairs that lost the space between them.
const LETTERS = /^\s*((?:[A-Z]{1,2} {1,2}){5,16}[A-Z]{1,2})(?![A-Za-z])/;
const ONE_WORD = /^\s*([A-Z]{6,14})(?![A-Za-z])/;
/** What stands above no classification line: labelled lines and numbered paragraphs. */
const TEXT_ABOVE = /(?:^|\n) *(?:\d{1,2} ?[.)] ?[(A-Z]|TAGS ?:|SUBJ(?:ECT)? ?:)/;
const SECTION = /S ?E ?C ?T ?I ?O ?N\s{1,3}(\d{1,3})\s{0,2}O[F0]\s{0,2}(\d{1,3})/;
// Between the classification and the serial stand the post and perhaps captions, all in capitals.
const TELEGRAM = /^((?:[\s/]*[A-Z][A-Z.'-]*(?![A-Z.'-])){0,9}?)[\s#]+(\d{2,8})(?![\d/:])/;
const CAPTION_WORDS =
  /\b(?:NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|SENSITIVE|STADIS|FOR OFFICIAL USE ONLY|SECTION|CORRECTED COPY|C O R R E C T E D {1,2}C O P Y|EFTO|NOCONTRACT)\b/g;

export interface ClassificationLine {
  /** the level as the text writes it, without its spacing: `UNCLAS`, `SECRET//NOFORN` */
  level: string;
  start: number;
  /** behind the level, and behind section, post and serial where they follow */
  end: number;
  section: { number: number; of: number } | null;
  /** the telegram's own number, where it follows */
  telegram: { post: string; serial: string } | null;
}

/** Reads the classification line that the view begins with or, failing that, the first one of its first lines. */
export function readClassificationLine(view: string): ClassificationLine | null {
  const first = AT_START.exec(view);
  const line = first === null ? null : lineOf(view, first, first[0].length);
  if (line !== null && (line.telegram !== null || line.section !== null)) return line;
  const numbered = behindHeader(view);
  if (numbered !== null || line !== null) return numbered ?? line;
  const head = view.slice(0, 6000);
  const later = AT_LINE.exec(head);
  if (later !== null && !TEXT_ABOVE.test(head.slice(0, later.index)))
    return lineOf(view, later, later.index + later[0].length);
  return smallLine(view, head) ?? misspeltLine(view, head);
}

/** The numbered line below a header that stands in the body, under a stamp perhaps, its line breaks lost perhaps. */
function behindHeader(view: string): ClassificationLine | null {
  const head = view.slice(0, 8000);
  const from = /(?:^|\s)FM [A-Z]/.exec(head)?.index;
  if (from === undefined) return null;
  LEVEL.lastIndex = from;
  for (let found = LEVEL.exec(head); found !== null; found = LEVEL.exec(head)) {
    const line = lineOf(view, found, LEVEL.lastIndex);
    if (line.telegram === null && line.section === null) continue;
    return TEXT_ABOVE.test(head.slice(from, found.index)) ? null : line;
  }
  return null;
}

/** A line in small letters: only where no sentence goes on behind it. */
function smallLine(view: string, head: string): ClassificationLine | null {
  const found = SMALL.exec(head);
  const level = found?.[1]?.toUpperCase();
  return found === null || level === undefined
    ? null
    : lineAt(view, level, found[0].search(/\S/), found[0].length);
}

/** A line with a slip in its letters, by the level that they are nearest to; a word of its own needs a number behind it. */
function misspeltLine(view: string, head: string): ClassificationLine | null {
  const spaced = LETTERS.exec(head);
  const found = spaced ?? ONE_WORD.exec(head);
  if (found === null) return null;
  const names = LEVELS.map(([, level]) => level);
  const level = nearestName((found[1] ?? '').replace(/ /g, ''), names, name => name);
  if (level === null) return null;
  const line = lineAt(view, level, found[0].search(/\S/), found[0].length);
  return spaced === null && line.telegram === null ? null : line;
}

/** Reads a classification line out of a match of the pattern of levels, whose match ends at `end`. */
function lineOf(view: string, found: RegExpExecArray, end: number): ClassificationLine {
  const place = found.findIndex((group, i) => i > 0 && group !== undefined);
  const level = LEVELS[place - 1]?.[1] ?? '';
  const handling = (found[LEVELS.length + 1] ?? '').replace(/ *\/\/? */g, '//').slice(2);
  const whole = handling === '' ? level : `${level}//${handling}`;
  return lineAt(view, whole, found.index + found[0].search(/\S/), end);
}

/** The line whose level stands between two places, with the section, post and serial behind it. */
function lineAt(view: string, level: string, start: number, end: number): ClassificationLine {
  const behind = view.slice(end, end + 160);
  const section = SECTION.exec(behind.slice(0, 60));
  const from = section === null ? 0 : section.index + section[0].length;
  const telegram = TELEGRAM.exec(behind.slice(from));
  const post = telegram === null ? null : postOf(telegram[1] ?? '');
  const known = telegram !== null && post !== null;
  return {
    level,
    start,
    end: end + from + (known ? telegram[0].length : 0),
    section: section === null ? null : { number: Number(section[1]), of: Number(section[2]) },
    telegram: known ? { post, serial: (telegram[2] ?? '').replace(/^0+(?=\d)/, '') } : null,
  };
}

function postOf(words: string): string | null {
  const name = words.replace(CAPTION_WORDS, ' ').trim();
  return name === '' ? null : (findPost(name)?.code ?? null);
}

/** Every further classification line that names a telegram, behind `from`; for records spliced together. */
export function laterClassificationLines(view: string, from: number): ClassificationLine[] {
  const lines: ClassificationLine[] = [];
  for (let at = view.indexOf('\n', from); at !== -1 && lines.length < 50; at = view.indexOf('\n', at + 1)) {
    let start = at + 1;
    while (start - at <= 40 && view.charCodeAt(start) === 0x20) start++;
    if (!mayBegin(view, start)) continue;
    HERE.lastIndex = start;
    const found = HERE.exec(view);
    if (found === null) continue;
    const line = lineOf(view, found, found.index + found[0].length);
    if (line.telegram !== null) lines.push(line);
  }
  return lines;
}
