/** The runs of a block: its text with wrapped lines joined, cut where a mark begins or ends. */
import type { Span } from '../record.ts';
import type { Run } from '../model/reading.ts';
import { isSpace } from './marks.ts';
import type { MarkedBody } from './marks.ts';

export interface RunsOfBlock {
  runs: Run[];
  /** line breaks that became a space, or nothing behind a hyphen */
  joinedLines: number;
}

/**
 * Cuts a block into runs that cover it whole. `kept` leaves white space as it is (tables); else wrapped lines are
 * joined and spaces collapsed. Characters other than white space are never touched.
 */
export function runsOf(marked: MarkedBody, block: Span, kept: boolean): RunsOfBlock {
  const runs: Run[] = [];
  let joinedLines = 0;
  for (let start = block.start; start < block.end;) {
    const mark = marked.markAt(start);
    let end = marked.nextChange(start, block.end);
    // folded debris takes the white space behind it along, or two spaces would stand where it was
    if (mark?.kind === 'debris') while (end < block.end && isSpace(marked.body.charAt(end))) end++;
    const flowed = kept ? null : flow(marked.body, { start, end }, block);
    if (mark?.kind !== 'debris') joinedLines += flowed?.joined ?? 0;
    const text = flowed?.text ?? marked.body.slice(start, end).replace(/\r\n?|[\f\v\u2028\u2029]/g, '\n');
    runs.push({ start, end, kind: mark?.kind ?? 'text', text, target: mark?.target ?? null });
    start = end;
  }
  return { runs, joinedLines };
}

function flow(body: string, piece: Span, block: Span): { text: string; joined: number } {
  let text = '';
  let joined = 0;
  for (const match of body.slice(piece.start, piece.end).matchAll(/\s+|\S+/g)) {
    if (!isSpace(match[0].charAt(0))) {
      text += match[0];
      continue;
    }
    const start = piece.start + match.index;
    // a gap that began in the run before was answered there
    if (start > block.start && isSpace(body.charAt(start - 1))) continue;
    let end = start;
    while (end < block.end && isSpace(body.charAt(end))) end++;
    const wrapped = /[\n\r\f\v\u2028\u2029]/.test(body.slice(start, end));
    if (wrapped) joined++;
    if (!(wrapped && splitsCompound(body, start, end))) text += ' ';
  }
  return { text, joined };
}

/** Whether a line ended inside `anti-trafficking`: the hyphen is the word's own, and no space belongs behind it. */
function splitsCompound(body: string, start: number, end: number): boolean {
  const suspended = /^(?:and|or|to)(?![\p{L}\p{N}])/iu;
  return (
    /[\p{L}\p{N}]-$/u.test(body.slice(Math.max(0, start - 3), start)) &&
    /^[\p{L}\p{N}]/u.test(body.slice(end, end + 2)) &&
    !suspended.test(body.slice(end, end + 5))
  );
}
