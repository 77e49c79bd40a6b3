/** The lines of a stretch of text, and which of them belong together: wrapped lines, tables, debris between pages. */
import type { Span } from '../record.ts';
import { trimmed } from './marks.ts';
import type { MarkedBody } from './marks.ts';

export interface Segment extends Span {
  kind: 'marking' | 'preamble' | 'heading' | 'paragraph' | 'table' | 'signature' | 'debris';
}

export interface Line extends Span {
  text: string;
  kind: 'blank' | 'debris' | 'text' | 'row' | 'rule';
}

/** A break between columns: three spaces or a tab inside a line. Two spaces only end a sentence. */
const COLUMNS = /\S(?: {3,}|[ ]*\t\s*)\S/;
/** The part of the longest line's length under which a line is plainly short. */
const SHORT_LINE = 0.7;
const RULE = /^\s*(?:[-=_+|*]\s*){3,}$/;
const BULLET = /^\s*(?:-{1,2}|[*•·])\s*\S|^\s*\(?(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4})[.)]\s+\S/;
const SENTENCE_END = /[.:;?!]["'”’)\]]*\s*$/;

/** Cuts a stretch into its lines; every character but the line breaks belongs to one. */
export function linesOf(marked: MarkedBody, span: Span): Line[] {
  const lines: Line[] = [];
  const stretch = marked.body.slice(span.start, span.end);
  for (const match of stretch.matchAll(/[^\n\r\f\v\u2028\u2029]+/g)) {
    const between = lines.at(-1)?.end ?? span.start;
    const start = span.start + match.index;
    const breaks = marked.body.slice(between, start).replace(/\r\n/g, '\n').length;
    if (lines.length > 0 && breaks > 1) lines.push({ start: between, end: between, text: '', kind: 'blank' });
    const text = match[0];
    lines.push({ start, end: start + text.length, text, kind: kindOf(marked, text, start) });
  }
  return lines;
}

function kindOf(marked: MarkedBody, text: string, start: number): Line['kind'] {
  if (text.trim() === '') return 'blank';
  if (marked.isDebris({ start, end: start + text.length })) return 'debris';
  if (RULE.test(text)) return 'rule';
  return COLUMNS.test(text) ? 'row' : 'text';
}

/** Groups a stretch of running text into paragraphs, tables and folded debris, in order. */
export function segmentsOf(marked: MarkedBody, span: Span): Segment[] {
  const lines = linesOf(marked, span);
  const width = Math.max(0, ...lines.filter(line => line.kind === 'text').map(line => line.text.length));
  const segments: Segment[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const table = tableEnd(lines, at);
    const end = table > at ? table : flowEnd(lines, at, width);
    const last = lines[end - 1] ?? line;
    const kind = table > at ? 'table' : line.kind === 'debris' ? 'debris' : 'paragraph';
    const whole = { start: line.start, end: last.end };
    const shown = trimmed(marked.body, whole);
    // a table keeps the indentation of its first line, or its columns would no longer stand under each other
    if (shown !== null) segments.push({ ...(kind === 'table' ? { ...whole, end: shown.end } : shown), kind });
    at = end;
  }
  return segments;
}

/** The end of the table that begins at `from`; `from` itself where none does. */
function tableEnd(lines: readonly Line[], from: number): number {
  let end = from;
  let rows = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line?.kind === 'row') rows++;
    else if (line?.kind === 'blank' || line?.kind === 'rule') {
      if (at === from && line.kind === 'blank') return from;
      continue;
    } else break;
    end = at + 1;
  }
  if (rows < 2) return from;
  return lines[end]?.kind === 'rule' ? end + 1 : end;
}

/** The end of the paragraph (or debris) that begins at `from`. */
function flowEnd(lines: readonly Line[], from: number, width: number): number {
  let last = lines[from];
  let at = from + 1;
  if (last === undefined || last.kind === 'blank') return at;
  if (last.kind === 'debris') {
    while (lines[at]?.kind === 'debris') at++;
    return at;
  }
  for (; at < lines.length; at++) {
    if (tableEnd(lines, at) > at) break;
    const resumed = resumeAfter(lines, at);
    const next = lines[resumed];
    if (next === undefined || !goesOn(last, next, resumed - at, lines.slice(at, resumed), width)) break;
    last = next;
    at = resumed;
  }
  return at;
}

/** The next line of text at or after `at`. */
function resumeAfter(lines: readonly Line[], at: number): number {
  let next = at;
  while (lines[next]?.kind === 'blank' || lines[next]?.kind === 'debris') next++;
  return next;
}

function goesOn(last: Line, next: Line, skipped: number, between: readonly Line[], width: number): boolean {
  const ended = SENTENCE_END.test(last.text);
  if (skipped > 0) {
    // a page's debris cuts sentences in two; a blank line alone is the writer's
    return between.some(line => line.kind === 'debris') && (!ended || /^\s*\p{Ll}/u.test(next.text));
  }
  const firstWord = /^\s*(\S*)/.exec(next.text)?.[1] ?? '';
  const length = last.text.trimEnd().length;
  // telegrams are wrapped by hand as often as by machine: only a line that is plainly short was ended on purpose
  const roomLeft = length < SHORT_LINE * width && length + firstWord.length + 1 < width - 8;
  if (BULLET.test(next.text) && (ended || roomLeft)) return false;
  return !(ended && roomLeft);
}
