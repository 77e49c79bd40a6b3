/** Questions that ask for less than one that found nothing. Pure. */

export interface Looser {
  /** any of the words, or words that begin so */
  kind: 'any' | 'beginning';
  query: string;
}

/** A word of its own, without a field, a sign or a star. */
const plainWord = /^[\p{L}\p{N}]{3,}$/u;
const operators = new Set(['AND', 'OR', 'NOT']);

/** What could be asked instead of a query of plain words; nothing for others, which their writer knows best. */
export function looserQueries(query: string): Looser[] {
  const words = query.split(/\s+/).filter(word => word !== '');
  if (words.some(word => operators.has(word) || !plainWord.test(word))) return [];
  const [only] = words;
  if (only === undefined) return [];
  if (words.length === 1)
    return only.length < 5 ? [] : [{ kind: 'beginning', query: `${only.slice(0, -1)}*` }];
  return [
    { kind: 'any', query: words.join(' OR ') },
    { kind: 'beginning', query: words.map(word => (word.length < 4 ? word : `${word}*`)).join(' ') },
  ];
}
