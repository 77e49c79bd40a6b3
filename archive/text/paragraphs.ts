/** The text as numbered paragraphs, headings, and unnumbered pieces between them, each with its place in the body. */
import type { Paragraph } from '../record.ts';
import { findHeadings } from './headings.ts';
import type { Heading } from './headings.ts';
import { findParagraphStarts } from './paragraph-starts.ts';
import type { ParagraphStart } from './paragraph-starts.ts';
import { markAt } from './portion-mark.ts';
import { isBlank, oneLine, trimmed } from './view.ts';

/**
 * Reads the text between the preamble and the signature. A heading has `number` and `mark` null and its words in `heading`;
 * a piece without a number has `number` null and `heading` null.
 */
export function readParagraphs(view: string, from: number, to: number): Paragraph[] {
  const starts = findParagraphStarts(view, from, to);
  const headings = findHeadings(
    view,
    from,
    to,
    starts.map(start => start.at),
  );
  const paragraphs: Paragraph[] = [];
  let heading: string | null = null;
  const places = inOrder(starts, headings);
  if (places[0] === undefined) return unnumbered(view, from, to, null);
  paragraphs.push(...unnumbered(view, from, places[0].at, null));
  for (const [i, place] of places.entries()) {
    const end = places[i + 1]?.at ?? to;
    if ('heading' in place) {
      const { start, end: textEnd, rule } = place.heading;
      heading = oneLine(view.slice(start, textEnd));
      paragraphs.push({ start, end: textEnd, number: null, mark: null, heading });
      paragraphs.push(...unnumbered(view, Math.min(rule, end), end, heading));
    } else {
      const { at, number, mark } = place.paragraph;
      const part = trimmed(view, at, withoutRule(view, at, end));
      paragraphs.push({ start: part.start, end: part.end, number, mark, heading });
    }
  }
  return paragraphs;
}

type Place = { at: number; heading: Heading } | { at: number; paragraph: ParagraphStart };

function inOrder(starts: readonly ParagraphStart[], headings: readonly Heading[]): Place[] {
  return [
    ...starts.map(paragraph => ({ at: paragraph.at, paragraph })),
    ...headings.map(heading => ({ at: heading.start, heading })),
  ].sort((a, b) => a.at - b.at);
}

function isBlankOrRule(unit: number): boolean {
  return isBlank(unit) || unit === 0x2d || unit === 0x3d || unit === 0x5f || unit === 0x2a;
}

/** A rule that ends a paragraph stands over the heading below it. */
function withoutRule(view: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankOrRule(view.charCodeAt(at - 1))) at--;
  return at > start && end - at > 5 && /[-=_*]{4,}/.test(view.slice(at, Math.min(end, at + 400))) ? at : end;
}

const BLANK_LINE = /\n *\n\s*/g;

/** Pieces without a number, parted by blank lines; rules and stray characters are none. */
function unnumbered(view: string, from: number, to: number, heading: string | null): Paragraph[] {
  const pieces: Paragraph[] = [];
  let start = from;
  // A pattern looks no further than what it is given.
  const part = view.slice(0, to);
  BLANK_LINE.lastIndex = from;
  while (start < to) {
    const found = BLANK_LINE.exec(part);
    const end = found === null ? to : found.index;
    const piece = trimmed(view, start, end);
    if (/[A-Za-z]{2}/.test(view.slice(piece.start, Math.min(piece.end, piece.start + 200)))) {
      const mark = markAt(view, piece.start)?.mark ?? null;
      pieces.push({
        start: piece.start,
        end: piece.end,
        number: null,
        mark,
        heading: mark === null ? null : heading,
      });
    }
    start = end === to ? to : BLANK_LINE.lastIndex;
  }
  return pieces;
}
