/** What the parser makes of a query: its form, not yet its meaning. Offsets are into the query. */
import type { QueryProblem } from '../../model/search.ts';
import type { Span } from '../../record.ts';
import type { FieldName } from './fields.ts';

/** A word or a phrase as typed; `text` is without the quotes. */
export interface SyntaxTerm extends Span {
  readonly kind: 'term';
  readonly text: string;
  readonly quoted: boolean;
}

export interface SyntaxField extends Span {
  readonly kind: 'field';
  readonly name: FieldName;
  /** null where nothing follows the colon */
  readonly value: Syntax | null;
}

export interface SyntaxList extends Span {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Syntax[];
}

export interface SyntaxNot extends Span {
  readonly kind: 'not';
  readonly part: Syntax;
}

export type Syntax = SyntaxTerm | SyntaxField | SyntaxList | SyntaxNot;

/** A mistake, and how to write it instead. */
export function problem(
  code: string,
  message: string,
  { start, end }: Span,
  suggestion: string | null = null,
): QueryProblem {
  return { code, message, start, end, suggestion };
}
