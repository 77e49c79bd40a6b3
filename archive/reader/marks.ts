/** What the record found inside the body - redactions, references, tags, captions, debris - laid over its characters. */
import type { CableRecord, Paragraph, Span } from '../record.ts';
import type { Run } from '../model/reading.ts';

export interface Mark extends Span {
  kind: Exclude<Run['kind'], 'text'>;
  target: string | null;
}

/** A body's characters with at most one mark each; where marks overlap, the one that hides most has precedence. */
export interface MarkedBody {
  readonly body: string;
  /** the mark at an offset, or undefined for plain text */
  markAt(offset: number): Mark | undefined;
  /** the first offset after `offset`, up to `end`, where another mark (or none) holds */
  nextChange(offset: number, end: number): number;
  /** whether a span shows something and everything it shows is debris */
  isDebris(span: Span): boolean;
}

/** Lays the record's spans over its body. Spans that don't fit the body are cut to it or left out. */
export function markBody(record: CableRecord, frontEnd: number): MarkedBody {
  const { body } = record;
  const marks: Mark[] = [
    ...wordsIn(body, { start: 0, end: frontEnd }, record.captions, 'caption'),
    ...wordsIn(body, tagsSpan(record), record.tags, 'tag'),
    ...record.references.map((reference): Mark => ({
      kind: 'reference',
      start: reference.start,
      end: reference.end,
      target: reference.kind === 'cable' ? reference.id : null,
    })),
    ...record.redactions.map((span): Mark => ({
      start: span.start,
      end: span.end,
      kind: 'redaction',
      target: null,
    })),
    ...[...record.debris, ...underlines(record), ...publishersMarks(body)].map((span): Mark => ({
      start: span.start,
      end: span.end,
      kind: 'debris',
      target: null,
    })),
  ];
  const painted = new Int32Array(body.length);
  for (const [index, mark] of marks.entries()) {
    painted.fill(index + 1, Math.min(mark.start, body.length), Math.min(mark.end, body.length));
  }
  const markAt = (offset: number) => marks[(painted[offset] ?? 0) - 1];
  return {
    body,
    markAt,
    nextChange(offset, end) {
      let next = offset + 1;
      while (next < end && painted[next] === painted[offset]) next++;
      return Math.min(next, end);
    },
    isDebris({ start, end }) {
      let shown = 0;
      for (let at = start; at < end; at++) {
        if (isSpace(body.charAt(at))) continue;
        if (markAt(at)?.kind !== 'debris') return false;
        shown++;
      }
      return shown > 0;
    },
  };
}

/** Whether a character is white space: what the reading view may change, and nothing else. */
export function isSpace(character: string): boolean {
  return /^\s$/.test(character);
}

/** A span without the white space at its ends; null where nothing is left. */
export function trimmed(body: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(body.charAt(from))) from++;
  while (to > from && isSpace(body.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

/** Whether a paragraph of the record is a heading that stands alone: its text, perhaps underlined. */
export function isHeading(body: string, { number, mark, heading, start, end }: Paragraph): boolean {
  if (number !== null || mark !== null || heading === null) return false;
  return bare(body.slice(start, end)).startsWith(bare(heading)) && end - start < 2 * heading.length + 200;
}

function bare(text: string): string {
  return text.replace(/[\s¶]+/g, '');
}

/** Where a heading ends: behind the hyphens under it, which are its own whether its span has them or not. */
export function headingEnd(body: string, { end }: Span): number {
  const rule = /^\s*(?:[-=_~*]\s*){3,}(?=\s|$)/.exec(body.slice(end, end + 200));
  return rule === null ? end : end + rule[0].length;
}

/** The hyphens under a heading: the page sets headings apart by type instead. */
function underlines({ body, paragraphs }: CableRecord): Span[] {
  return paragraphs.flatMap(paragraph => {
    if (!isHeading(body, paragraph)) return [];
    const end = headingEnd(body, paragraph);
    const rule = /(?:[-=_~*]\s*){3,}$/.exec(body.slice(paragraph.start, end));
    return rule === null ? [] : [{ start: paragraph.start + rule.index, end }];
  });
}

/** The `¶` that the publisher set before paragraphs, which the cables never had. */
function publishersMarks(body: string): Span[] {
  return [...body.matchAll(/¶/g)].map(({ index }) => ({ start: index, end: index + 1 }));
}

function tagsSpan(record: CableRecord): Span {
  const line = record.tagsLine?.trim() ?? '';
  const start = line === '' ? -1 : record.body.indexOf(line);
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + line.length };
}

function wordsIn(body: string, span: Span, words: readonly string[], kind: 'tag' | 'caption'): Mark[] {
  const text = body.slice(span.start, span.end);
  const byLength = [...new Set(words)].filter(word => word !== '').sort((a, b) => a.length - b.length);
  return byLength.flatMap(word =>
    [...text.matchAll(standing(word))].map(({ index }): Mark => ({
      kind,
      start: span.start + index,
      end: span.start + index + word.length,
      target: word,
    })),
  );
}

/** A word that stands alone, in any case. */
function standing(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}
