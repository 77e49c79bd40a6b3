/** What the codes of a cable mean, in a sentence each, from the tables of `../text/data`. */
import type { Explanation, Term } from '../model/explanation.ts';
import { captionMeaning, executiveOrders, precedences, tagKind, tagMeaning } from '../text/glossary.ts';

/** Explains each code that is known; the unknown are left out. Codes are taken in any case. */
export function explain(terms: readonly Term[]): Explanation[] {
  return terms.flatMap(term => {
    const meaning = meaningOf(term);
    if (meaning === null) return [];
    return [{ ...term, list: term.kind === 'tag' ? tagKind(term.code.toUpperCase()) : null, meaning }];
  });
}

function meaningOf({ kind, code: written }: Term): string | null {
  const code = written.trim().toUpperCase();
  switch (kind) {
    case 'tag':
      return tagMeaning(code);
    case 'caption':
      return captionMeaning(code);
    case 'precedence':
      return precedences.find(one => one.name === code || one.prosign === code)?.meaning ?? null;
    case 'order': {
      const order = executiveOrders.find(one => one.number === code);
      return order === undefined ? null : `${order.title} (${order.president}, ${order.issued})`;
    }
  }
}
