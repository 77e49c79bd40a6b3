/** The reading view: the body as blocks to read. White space may change, folded debris is told, no word is lost. */
import type { CableRecord, Paragraph, Span } from '../record.ts';
import type { Block, Reading } from '../model/reading.ts';
import { frontEnd, frontSegments } from './front.ts';
import { segmentsOf } from './lines.ts';
import type { Segment } from './lines.ts';
import { headingEnd, isHeading, markBody, trimmed } from './marks.ts';
import type { MarkedBody } from './marks.ts';
import { runsOf } from './runs.ts';
import { signatureSpan } from './signature.ts';

type Lead = Pick<Paragraph, 'number' | 'mark' | 'heading'>;
interface Piece extends Span {
  role: 'front' | 'paragraph' | 'heading' | 'loose' | 'signature';
  lead: Lead;
}
const NO_LEAD: Lead = { number: null, mark: null, heading: null };

/**
 * Reads a cable for the page. Every character of the body that is no white space stands in exactly one block and one
 * of its runs; blocks and runs are in the order of the body. Never throws, whatever the spans of the record are.
 */
export function readingOf(record: CableRecord): Reading {
  const front = frontEnd(record);
  const marked = markBody(record, front);
  const changes = { joinedLines: 0, foldedDebris: 0 };
  const blocks: Block[] = [];
  for (const piece of piecesOf(record, front)) {
    let lead: Lead = piece.lead;
    for (const segment of segmentsIn(piece, marked, front)) {
      const { runs, joinedLines } = runsOf(marked, segment, segment.kind === 'table');
      const { start, end, kind } = segment;
      // the number and the mark belong to the first part of a paragraph that a table or a blank line cuts in parts
      const numbered = kind === 'paragraph' || kind === 'table';
      blocks.push({
        start,
        end,
        kind,
        number: numbered ? lead.number : null,
        mark: numbered ? lead.mark : null,
        runs: kind === 'debris' ? runs.map(run => ({ ...run, kind, target: null })) : runs,
      });
      if (numbered) lead = NO_LEAD;
      changes.joinedLines += joinedLines;
      changes.foldedDebris += kind === 'debris' ? 1 : runs.filter(run => run.kind === 'debris').length;
    }
  }
  return { blocks, changes };
}

function segmentsIn(piece: Piece, marked: MarkedBody, front: number): Segment[] {
  const { role } = piece;
  if (role === 'front') return frontSegments(marked, front);
  if (role === 'paragraph') return segmentsOf(marked, piece);
  if (role === 'loose') {
    return segmentsOf(marked, piece).map(segment =>
      segment.kind === 'paragraph' && isStamp(marked.body, segment)
        ? { ...segment, kind: 'debris' }
        : segment,
    );
  }
  const span = trimmed(marked.body, piece);
  return span === null ? [] : [{ ...span, kind: marked.isDebris(span) ? 'debris' : role }];
}

/** What ends a transmission and says nothing: `NNNN`, a lone rule. */
function isStamp(body: string, { start, end }: Span): boolean {
  return /^(?:NNNN|[^\p{L}\p{N}])+$/u.test(body.slice(start, end));
}

/** The body from its first character to its last, as front, paragraphs, headings, signature, and what lies between. */
function piecesOf(record: CableRecord, front: number): Piece[] {
  const pieces: Piece[] = [{ start: 0, end: front, role: 'front', lead: NO_LEAD }];
  const signature = signatureSpan(record);
  let at = front;
  const push = (end: number, role: Piece['role'], lead: Lead = NO_LEAD) => {
    if (end <= at) return;
    if (signature !== null && role !== 'signature' && signature.start >= at && signature.end <= end) {
      push(signature.start, role, lead);
      push(signature.end, 'signature');
      push(end, 'loose');
      return;
    }
    pieces.push({ start: at, end, role, lead });
    at = end;
  };
  const paragraphs = [...record.paragraphs].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const paragraph of paragraphs) {
    push(Math.min(paragraph.start, record.body.length), 'loose');
    const heading = isHeading(record.body, paragraph);
    const end = heading ? headingEnd(record.body, paragraph) : paragraph.end;
    push(Math.min(end, record.body.length), heading ? 'heading' : 'paragraph', paragraph);
  }
  push(record.body.length, 'loose');
  return pieces;
}
