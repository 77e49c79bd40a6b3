/** The stretch of time that a query asks for with `date:`, read out of it and put into it. Pure. */

/** Both ends included, as the query language writes them: `2005`, `2005-03`, `2005-03-31`; '' where an end is open. */
export interface DateSpan {
  from: string;
  to: string;
}

interface Term {
  text: string;
  start: number;
  end: number;
}

/** The terms of a query that stand outside parentheses; a phrase and a whole parenthesis are one term each. */
function termsOf(query: string): Term[] {
  const terms: Term[] = [];
  let start = -1;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at <= query.length; at += 1) {
    const sign = query.charAt(at);
    const ends = at === query.length || (!quoted && depth === 0 && /\s/.test(sign));
    if (ends) {
      if (start !== -1) terms.push({ text: query.slice(start, at), start, end: at });
      start = -1;
      continue;
    }
    if (start === -1) start = at;
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '(') depth += 1;
    else if (!quoted && sign === ')') depth = Math.max(0, depth - 1);
  }
  return terms;
}

const written = /^date:"?(\d{4}(?:-\d\d){0,2})?(\.\.)?(\d{4}(?:-\d\d){0,2})?"?$/i;

function spanOf(text: string): DateSpan | null {
  const match = written.exec(text);
  if (match === null) return null;
  const [, from = '', dots, to = ''] = match;
  if (from === '' && to === '') return null;
  return dots === undefined ? { from, to: from } : { from, to };
}

/** Where the one `date:` of a query stands, if it holds for the whole query: not denied, not one of several, not in an alternative. */
function findDate(terms: readonly Term[]): number | null {
  if (terms.some(term => term.text === 'OR')) return null;
  const at = terms.flatMap(({ text }, index) => (/^date:/i.test(text) ? [index] : []));
  const [only] = at;
  if (only === undefined || at.length > 1 || terms[only - 1]?.text === 'NOT') return null;
  return only;
}

/** The stretch of time that the whole query is narrowed to; null where there is none, or more than one. */
export function dateSpanOf(query: string): DateSpan | null {
  const terms = termsOf(query);
  const at = findDate(terms);
  return at === null ? null : spanOf(terms[at]?.text ?? '');
}

/** What stands open in a query that is still being typed is closed, so that something can follow it. */
function closed(query: string): string {
  const quoted = (query.match(/"/g) ?? []).length % 2 === 1;
  const plain = `${query}${quoted ? '"' : ''}`.replaceAll(/"[^"]*"/g, '');
  const open = (plain.match(/\(/g) ?? []).length - (plain.match(/\)/g) ?? []).length;
  return `${query}${quoted ? '"' : ''}${')'.repeat(Math.max(0, open))}`;
}

/** The query narrowed to another stretch of time, or to none (null). The rest of it stays as it was typed. */
export function withDateSpan(query: string, span: DateSpan | null): string {
  const terms = termsOf(query);
  const at = findDate(terms);
  const before = at === null ? undefined : terms[at - 1];
  const after = at === null ? undefined : terms[at + 1];
  const gone = new Set<Term | undefined>(at === null ? [] : [terms[at]]);
  // An AND that joined it to its neighbour goes with it.
  if (before?.text === 'AND') gone.add(before);
  else if (after?.text === 'AND') gone.add(after);
  const rest =
    gone.size === 0
      ? query.trim()
      : terms
          .filter(term => !gone.has(term))
          .map(term => term.text)
          .join(' ');
  if (span === null) return rest;
  const date = `date:${span.from === span.to ? span.from : `${span.from}..${span.to}`}`;
  if (rest === '') return date;
  const whole = closed(rest);
  // OR binds more loosely than what is written beside it.
  return terms.some(term => term.text === 'OR') ? `(${whole}) ${date}` : `${whole} ${date}`;
}
