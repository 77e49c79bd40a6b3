/** What stands before the first paragraph: the marking, the captions and addressees, and the labelled lines. */
import type { CableRecord, Span } from '../record.ts';
import { linesOf } from './lines.ts';
import type { Segment } from './lines.ts';
import { trimmed } from './marks.ts';
import type { MarkedBody } from './marks.ts';

/** Labels that begin a line of their own, also in bodies that lost their line breaks. */
const LABEL =
  /(?<![\p{L}\p{N}])(?:E\.?\s?O\.?\s?\d{5}\s*:?|TAGS?\s*:|SUBJ(?:ECT)?\s*:|REF(?:S|\(S\))?\s*:|CLASSIFIED\s+BY\s*:?|REASONS?\s*:|DECL(?:ASSIFY)?\s+ON\s*:)/giu;
/** The classification, spelled or spaced, then the section, the post and its zero-padded serial. */
const MARKING =
  /^\s*(?:U\s*N\s*C\s*L\s*A\s*S(?:\s*S\s*I\s*F\s*I\s*E\s*D)?|C\s*O\s*N\s*F\s*I\s*D\s*E\s*N\s*T\s*I\s*A\s*L|(?:T\s*O\s*P\s+)?S\s*E\s*C\s*R\s*E\t*\s*T|L\s*I\s*M\s*I\s*T\s*E\s*D\s+O\s*F\s*F\s*I\s*C\s*I\s*A\s*L\s+U\s*S\s*E)(?![A-Za-z])(?:\s*\/\/?\s*[A-Z ]+?(?=\s{2}|[\r\n]|$|\s+SECTION\b))?/i;
const MARKING_REST =
  /^[^\S\r\n]*(?:(?:FINAL\s+)?SECTION\s+\d+\s+OF\s+\d+[^\S\r\n]*)?(?:[A-Z][A-Z .'-]{2,30}?\s+\d{4,7}(?!\d))?/i;

/** Where the text before the first paragraph ends. */
export function frontEnd(record: CableRecord): number {
  const { body } = record;
  const starts = record.paragraphs.map(paragraph => paragraph.start).filter(start => start < body.length);
  if (starts.length > 0) return Math.min(...starts);
  // no paragraphs were found: the front is what the labels tell, and the rest is text
  const labels = [...body.matchAll(LABEL)].filter(label => label.index < 6000);
  const last = labels.at(-1);
  if (last === undefined) return markingEnd(body);
  const subject = record.subject === null ? -1 : body.indexOf(record.subject, last.index);
  if (subject >= 0) return subject + (record.subject?.length ?? 0);
  const blank = /\r?\n[^\S\r\n]*\r?\n/.exec(body.slice(last.index));
  return blank === null ? last.index : last.index + blank.index;
}

/** Cuts the front into the marking, one block a label or line, and debris. */
export function frontSegments(marked: MarkedBody, end: number): Segment[] {
  const { body } = marked;
  const marking = trimmed(body, { start: 0, end: Math.min(markingEnd(body), end) });
  const from = marking?.end ?? 0;
  const rest: Span = { start: from, end };
  const segments: Segment[] = marking === null ? [] : [{ ...marking, kind: 'marking' }];
  const labels = [...body.slice(from, end).matchAll(LABEL)].map(label => from + label.index);
  const cuts = new Set(labels);
  let previous: { text: string; end: number } | null = null;
  let labelled = false;
  for (const line of linesOf(marked, rest)) {
    if (line.kind !== 'blank') {
      const starts = !labelled || previous === null || labels.some(at => at >= line.start && at < line.end);
      // an unlabelled line (a caption, an addressee) stands alone unless the one before it ran to its end
      if ((starts && (previous?.text.length ?? 0) < 50) || line.kind === 'debris') cuts.add(line.start);
      labelled = labels.some(at => at < line.end) && (labelled || labels.some(at => at >= line.start));
    }
    previous = line.kind === 'blank' ? null : line;
  }
  const edges = [...cuts, from, end].filter(at => at >= from && at <= end).sort((a, b) => a - b);
  for (const [index, start] of edges.entries()) {
    const span = trimmed(body, { start, end: edges[index + 1] ?? end });
    if (span !== null) segments.push({ ...span, kind: marked.isDebris(span) ? 'debris' : 'preamble' });
  }
  return segments;
}

function markingEnd(body: string): number {
  const marking = MARKING.exec(body);
  if (marking === null) return 0;
  const rest = MARKING_REST.exec(body.slice(marking[0].length));
  return marking[0].length + (rest?.[0].length ?? 0);
}
