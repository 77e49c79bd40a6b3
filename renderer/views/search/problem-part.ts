/** The part of a query that a problem is about, with a little of what stands around it. Pure. */
import type { QueryProblem } from '../../../preload/contract/index.ts';

export interface ProblemPart {
  before: string;
  wrong: string;
  after: string;
}

/** So many characters are shown at either side. */
const around = 16;

/** Null where the problem has no place of its own: it is about the whole query, or the query changed meanwhile. */
export function problemPart(query: string, { start, end }: QueryProblem): ProblemPart | null {
  if (start === null || end === null) return null;
  if (start < 0 || end > query.length || end < start || (start === 0 && end === query.length)) return null;
  const from = Math.max(0, start - around);
  const to = Math.min(query.length, end + around);
  const wrong = query.slice(start, end);
  return {
    before: `${from > 0 ? '…' : ''}${query.slice(from, start)}`,
    // Something is missing here.
    wrong: wrong.trim() === '' ? ' ' : wrong,
    after: `${query.slice(end, to)}${to < query.length ? '…' : ''}`,
  };
}

/** Problems whose suggestion can stand in the place of what is wrong; the other suggestions are examples and advice. */
const corrected = new Set(['unknown-field', 'unknown-value', 'star-inside']);

/** The query with the suggestion in its place; null where it is no correction. */
export function correctedQuery(query: string, { code, start, end, suggestion }: QueryProblem): string | null {
  if (suggestion === null || start === null || end === null || !corrected.has(code)) return null;
  // The field before a value is not part of what is wrong, and several values may share it: is:(partal read).
  const value = code === 'unknown-value' && !query.slice(start, end).includes(':');
  const better = value ? suggestion.replace(/^[a-z]+:/, '') : suggestion;
  return `${query.slice(0, start)}${better}${query.slice(end)}`;
}
