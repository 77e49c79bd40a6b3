/** Redactions: runs of X put where names stood. What stood there is never guessed. */
import type { Span } from '../record.ts';

// Three X's may be a numeral (XXX Corps); four or more are none.
const RUN = /X{4,}|x{5,}/g;

/** The runs of X in the body. */
export function findRedactions(body: string): Span[] {
  if (!body.includes('XXXX') && !body.includes('xxxxx')) return [];
  return Array.from(body.matchAll(RUN), found => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
