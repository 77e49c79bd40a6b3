/** Headings: lines in capitals or underlined by hyphens, also where the line breaks have been lost. */
import { MARK_PATTERN } from './portion-mark.ts';
import { isBlank, trimmed } from './view.ts';
import type { Part } from './view.ts';

const LONGEST = 160;
const NUMBERED = new RegExp(
  `^\\s*(?:${MARK_PATTERN}\\s{0,3})?\\d{1,4}[A-Za-z]? {0,3}(?:[.)]|\\([A-Z]{1,4}[/)])`,
);
/** A point of a list: `B. ANOTHER ONE.`, `(1) ANOTHER;`, `-- ANOTHER`. */
const POINT = /^(?:\(?(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})[.)] .*[.;]$|[-–•]{1,2} .*[^-–]$)/;
/** Stamps stand alone in capitals too, wherever a page ended. */
const STAMP =
  /^(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|FOR OFFICIAL USE ONLY|SENSITIVE BUT UNCLASSIFIED|SENSITIVE|NOT FOR INTERNET DISTRIBUTION|SBU|FOUO|LOU|NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS)(?![A-Za-z])\W*)+$/;
// Section lines and captions stand alone in capitals too.
const MARKING =
  /SECTION \d|\d OF \d|^PAGE \d|^(?:REF(?:TEL|ERENCE)?S?|SUBJ(?:ECT)?|TAGS|E\.?O\.? ?1\d{4}) ?:|^(?:UNCLAS|CONFIDENTIAL|SECRET|(?:[A-Z] ){4,})|^(?:(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|NNNN)\W*)+$/;
const RULES = /[-=_*](?:[-=_*]{3,}|(?: [-=_*]){3,} ?)/g;

const ENDS = /\bEND (?:COMMENT|SUMMARY|TEXT|NOTE)$/i;

/** A heading: the part of its text. `rule` is the end of the hyphens under it, or the end of the text. */
export interface Heading extends Part {
  rule: number;
}

/** The headings between two places of the view. `starts` are where numbered paragraphs begin, in order. */
export function findHeadings(view: string, from: number, to: number, starts: readonly number[]): Heading[] {
  const underlined = underlinedHeadings(view, from, to, starts);
  const taken = new Set(underlined.map(heading => heading.start));
  const alone = starts
    .map((start, i) => aboveParagraph(view, starts[i - 1] ?? from, start))
    .filter(heading => heading !== null)
    .filter(
      heading =>
        !taken.has(heading.start) &&
        !underlined.some(other => other.start <= heading.start && heading.start < other.rule),
    );
  return [...underlined, ...alone].sort((a, b) => a.start - b.start);
}

function underlinedHeadings(view: string, from: number, to: number, starts: readonly number[]): Heading[] {
  const headings: Heading[] = [];
  let floor = from;
  let next = 0;
  RULES.lastIndex = from;
  for (let rule = RULES.exec(view); rule !== null && rule.index < to; rule = RULES.exec(view)) {
    while (next < starts.length && (starts[next] ?? 0) <= rule.index) next++;
    const paragraph = starts[next - 1] ?? from;
    const lowest = Math.max(floor, paragraph);
    const heading = startsAfterBreak(view, rule.index)
      ? lineAboveRule(view, lowest, rule.index, RULES.lastIndex)
      : textBeforeRule(view, lowest, rule.index, rule[0].trimEnd().length);
    floor = RULES.lastIndex;
    if (heading !== null) headings.push({ start: heading.start, end: heading.end, rule: RULES.lastIndex });
  }
  return headings;
}

/** The end of the text before a place: only what lies between is looked at. */
function inkEnd(view: string, floor: number, at: number): number {
  let end = at;
  while (end > floor && isBlank(view.charCodeAt(end - 1))) end--;
  return end;
}

/** The start of the line that ends here, looked for no further back than `floor`. */
function startOfLine(view: string, floor: number, end: number): number {
  let at = end;
  while (at > floor && view.charCodeAt(at - 1) !== 0x0a) at--;
  return at;
}

function startsAfterBreak(view: string, at: number): boolean {
  let back = at - 1;
  while (back >= 0 && view.charCodeAt(back) === 0x20) back--;
  return back >= 0 && view.charCodeAt(back) === 0x0a;
}

/** The line (or wrapped lines) directly above a rule on a line of its own, unless it is a table's head or a paragraph. */
function lineAboveRule(view: string, floor: number, rule: number, ruleEnd: number): Part | null {
  const lineEnd = startOfLine(view, floor, rule) - 1;
  if (!/^ *(?:\n|$)/.test(view.slice(ruleEnd, ruleEnd + LONGEST))) return null;
  if (lineEnd <= floor) return null;
  let start = lineEnd;
  for (let lines = 0; lines < 3; lines++) {
    const above = startOfLine(view, Math.max(0, start - 2 * LONGEST), start);
    const line = view.slice(Math.max(above, floor), start);
    if (above < floor || !/\S/.test(line) || /[-=_]{4,}/.test(line)) break;
    start = above;
    if (NUMBERED.test(line)) return null;
    if (above === 0) break;
    start = above - 1;
  }
  const part = trimmed(view, Math.max(floor, start), lineEnd);
  const text = view.slice(part.start, part.end);
  if (
    text === '' ||
    text.length > LONGEST ||
    /\S {3,}\S/.test(text) ||
    NUMBERED.test(text) ||
    /^\(?END\b/i.test(text)
  )
    return null;
  // Three lines of sentences above a rule are the end of a paragraph.
  if (text.includes('\n') && /[a-z]/.test(text) && /[.]\s*$/.test(text)) return null;
  return part;
}

/** In a flowed text a rule is about as long as the heading before it; words in capitals tell the rest. */
function textBeforeRule(view: string, floor: number, rule: number, length: number): Part | null {
  const end = inkEnd(view, floor, rule);
  if (end <= floor) return null;
  const lowest = Math.max(floor, end - LONGEST);
  let best: number | null = null;
  for (let start = end - 1; start >= lowest; start--) {
    if (start > lowest && !isBlank(view.charCodeAt(start - 1))) continue;
    if (start > floor && !endsSentence(view, floor, start)) continue;
    const text = view.slice(start, end);
    const capitals = !/[a-z]/.test(text);
    const distance = Math.abs(text.length - length);
    if (distance <= 3 && (capitals || distance <= 1)) best = start;
    else if (best === null && capitals && text.length >= 4 && length >= text.length - 3) best = start;
    if (text.length > length + 3) break;
  }
  if (best === null) return null;
  const text = view.slice(best, end);
  return /[A-Za-z]{2}/.test(text) && !NUMBERED.test(text) && !/^(?:END |-)/.test(text)
    ? { start: trimmed(view, best, end).start, end }
    : null;
}

function endsSentence(view: string, floor: number, at: number): boolean {
  const before = inkEnd(view, floor, at) - 1;
  if (before < floor || /[.!?:;"')\]*-]/.test(view.charAt(before))) return true;
  return ENDS.test(view.slice(Math.max(floor, before - 20), before + 1));
}

/** A line that stands alone above a numbered paragraph: in capitals, or a short title; flowed, a run of capitals. */
function aboveParagraph(view: string, from: number, start: number): Heading | null {
  const end = inkEnd(view, from, start);
  if (end <= from) return null;
  const lineStart = startOfLine(view, Math.max(from, end - LONGEST), end);
  const flowed = !view.slice(end, start).includes('\n');
  if (flowed) return capitalsBefore(view, Math.max(from, end - LONGEST), end);
  const line = view.slice(lineStart, end).trim();
  const { start: first } = trimmed(view, lineStart, end);
  const above = view.slice(Math.max(from, lineStart - 200), lineStart);
  const standsAlone = lineStart === from || /\n *\n *$/.test(above) || /[-=_]{4,} *\n *$/.test(above);
  if (!standsAlone || line.length > 90 || NUMBERED.test(line) || !/[A-Za-z]{3}/.test(line)) return null;
  if (/^\(?END\b|\S {3,}\S|\bEND(?:S| (?:OF )?[A-Z]{4,10})\W*$/i.test(line) || /[,;]$/.test(line))
    return null;
  if (MARKING.test(line) || STAMP.test(line) || POINT.test(line)) return null;
  const capitals = !/[a-z]/.test(line);
  if (capitals ? /[^.]\.$/.test(line) && line.length > 60 : !isTitle(line)) return null;
  return { start: first, end, rule: end };
}

function isTitle(line: string): boolean {
  if (/[.!)"]$/.test(line) || /^[(a-z]|^Dear /.test(line)) return false;
  const words = line.split(/\s+/).filter(word => word.length > 3);
  return (
    words.length > 0 &&
    words.length < 9 &&
    words.filter(word => /^["'(]?[A-Z0-9]/.test(word)).length > words.length * 0.6
  );
}

function capitalsBefore(view: string, floor: number, end: number): Heading | null {
  let start = end;
  for (let at = end - 1; at >= floor; at--) {
    const unit = view.charAt(at);
    if (unit >= 'a' && unit <= 'z') break;
    const wordStart = at === floor || isBlank(view.charCodeAt(at - 1));
    if (!wordStart || isBlank(view.charCodeAt(at))) continue;
    // END SUMMARY. belongs to the paragraph before.
    if (view.startsWith('END ', at)) break;
    if (endsSentence(view, floor, at)) start = at;
  }
  const text = view.slice(start, end);
  if (
    start === end ||
    start === floor ||
    text.replace(/[^A-Z]/g, '').length < 5 ||
    /^END\b|^\W|\.$/.test(text)
  )
    return null;
  if (STAMP.test(text)) return null;
  if (/^(?:[A-Z]\.)|\d{5,}|^(?:[A-Z]{1,3}\W*)$/.test(text) || text.length > 90) return null;
  return { start, end, rule: end };
}
