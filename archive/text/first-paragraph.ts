/** Where the text proper begins, below the labelled lines. */
import { MARK_PATTERN, markAt, markBefore } from './portion-mark.ts';
import { startsLine } from './view.ts';

// Number one, or a heading that often stands above it, or a rule.
const BEGINNINGS =
  /(?<![A-Za-z0-9.(/-])(?:(1)(?: {0,3}[.)](?=\s{0,6}[^\s\d])| {1,3}(?=\([A-Z]{1,4}(?:\/[A-Z]{1,9})?\))| ?[:,] {0,3}(?=\((?:U|C|S|TS|SBU|LOU)[)/]))|((?:EXECUTIVE |BEGIN )?SUMMARY|INTRODUCTION|KEY POINTS|ACTION REQUEST)(?=[ \n]{0,3}(?:AND [A-Z ]{3,24}[\n:.-]|[:.\n]|-{2,}))|((?:Begin )?Summary(?: and [A-Z][a-z]+)?(?= ?:| {1,2}-{4,})|(?<=\n)(?:Executive )?Summary(?: and [A-Z][a-z]+)?(?= *\n))|(-{5,}|={5,}|_{5,}))/g;
// `1. HANOI 123` and `1) 05 STATE 4455` are entries of a list of references.
const REFERENCE = /^\s{0,6}(?:\d{2,4} )?[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,3} \d{2,7}\b/;

/** `REF:` with nothing behind it but this number: a list of references begins. */
const REFERENCES_BEFORE = /(?:^|\s)REF(?:S|TELS?|ERENCES?|\(S\))? {0,3}[:.] {0,3}\n?\s{0,9}$/i;

/** The first place in this part where paragraph 1, a heading over it, or a rule begins; null where none does. */
export function firstParagraphStart(view: string, from: number, to: number): number | null {
  let fallback: number | null = null;
  let perhaps: number | null = null;
  const head = view.slice(0, to);
  BEGINNINGS.lastIndex = from;
  for (let found = BEGINNINGS.exec(head); found !== null; found = BEGINNINGS.exec(head)) {
    const at = found.index;
    if (found[1] === undefined) {
      // A heading counts only when it stands at its line's start, or where line breaks have been lost.
      if (fallback === null && (startsLine(view, at) || found[4] === undefined)) {
        fallback =
          found[4] === undefined
            ? (markBefore(view, from, at)?.start ??
              ruleBefore(view, from, at) ??
              numeralBefore(view, from, at))
            : headingAbove(view, from, at);
      }
      continue;
    }
    const strength = beginsParagraph(view, at, BEGINNINGS.lastIndex);
    const start = fallback ?? markBefore(view, from, at)?.start ?? at;
    if (strength === 'surely') return start;
    // PART 1. OVERVIEW: believed only where nothing better follows.
    if (strength === 'perhaps') perhaps ??= start;
  }
  return perhaps ?? fallback ?? markedNumber(view, head, from);
}

const MARKED_NUMBER = new RegExp(
  `(?<![A-Za-z0-9.,(/-])(?!(?:19|20)\\d\\d)\\d{1,4} {0,2}[.)]\\s{0,3}(?=(${MARK_PATTERN}\\s))`,
  'g',
);

/** A part of a cable may begin with another number than one; its mark tells it. */
function markedNumber(view: string, head: string, from: number): number | null {
  MARKED_NUMBER.lastIndex = from;
  for (let found = MARKED_NUMBER.exec(head); found !== null; found = MARKED_NUMBER.exec(head)) {
    const behind = MARKED_NUMBER.lastIndex + (found[1] ?? '').length;
    if (!REFERENCE.test(view.slice(behind, behind + 60))) return found.index;
  }
  return null;
}

function beginsParagraph(view: string, at: number, behind: number): 'surely' | 'perhaps' | 'no' {
  const near = view.slice(behind, behind + 60);
  if (REFERENCE.test(near) || REFERENCES_BEFORE.test(view.slice(Math.max(0, at - 40), at))) return 'no';
  if (startsLine(view, at)) return 'surely';
  if (markAt(view, behind + near.search(/\S/)) !== null) return 'surely';
  return /^\s{0,4}(?:["'(]?[A-Z]|\.\.\.)/.test(near) ? 'perhaps' : 'no';
}

/** Where the rule over a heading begins, in a text that has lost its line breaks; null where none stands there. */
function ruleBefore(view: string, from: number, at: number): number | null {
  const before = view.slice(Math.max(from, at - 100), at);
  const rule = /[-=_*]{4,90} {1,9}$/.exec(before);
  return rule === null ? null : at - before.length + rule.index;
}

/** Where the numeral of a heading begins: `I. INTRODUCTION`; the heading itself where its line begins with none. */
function numeralBefore(view: string, from: number, at: number): number {
  const near = view.slice(Math.max(from, at - 12), at);
  const numeral = /(?:^|\n) {0,3}([IVX]{1,4}\. {1,3})$/.exec(near)?.[1];
  return at - (numeral?.length ?? 0);
}

/** A rule, a line and a rule again: the heading is in the box, not above it. */
const BOX = /^[-=_ ]*\n[^\n]{1,90}\n *[-=_]{4,}/;

/** The start of the line above a rule when that line is in capitals, else the rule itself. */
function headingAbove(view: string, from: number, rule: number): number {
  const lineEnd = view.lastIndexOf('\n', rule);
  if (lineEnd <= from || BOX.test(view.slice(rule, rule + 300))) return rule;
  const lineStart = view.lastIndexOf('\n', lineEnd - 1) + 1;
  const line = view.slice(lineStart, lineEnd).trim();
  const alone = lineStart === 0 || /\n *\n$/.test(view.slice(Math.max(from, lineStart - 80), lineStart));
  const heading =
    line.length < 80 && /[A-Z]/.test(line) && (alone ? !/[.:;,]$/.test(line) : !/[a-z:]/.test(line));
  return heading && (lineStart > from || from === 0) ? lineStart : rule;
}
