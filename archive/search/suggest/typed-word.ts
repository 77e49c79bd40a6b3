/** What is being typed where the cursor stands. */
import { isFieldName, type FieldName } from '../query/fields.ts';

export interface TypedWord {
  /** null outside a field's value */
  readonly field: FieldName | null;
  /** what is typed of the value, without an opening quote */
  readonly text: string;
  /** the span of the query that a completion takes the place of: the field is part of it */
  readonly start: number;
  readonly end: number;
  /** where the word begins, behind the field and the quote */
  readonly wordStart: number;
}

/** The word, or the quoted or field's value, that ends at the cursor; what follows up to the next space belongs to its span. */
export function typedWord(query: string, cursor: number): TypedWord {
  const at = Math.max(0, Math.min(cursor, query.length));
  const before = query.slice(0, at);
  const quotes = before.split('"').length - 1;
  const inQuotes = quotes % 2 === 1;
  const wordStart = inQuotes ? before.lastIndexOf('"') + 1 : lastBreak(before);
  let start = inQuotes ? wordStart - 1 : wordStart;
  let text = before.slice(wordStart);
  let textStart = wordStart;
  let field: FieldName | null = null;
  const prefix = inQuotes ? (/([a-z]+):$/i.exec(before.slice(0, start))?.[1] ?? '') : '';
  const typed = /^([a-z]+):/i.exec(text)?.[1] ?? '';
  if (inQuotes && isFieldName(prefix.toLowerCase())) {
    field = toField(prefix);
    start -= prefix.length + 1;
  } else if (!inQuotes && isFieldName(typed.toLowerCase())) {
    field = toField(typed);
    text = text.slice(typed.length + 1);
    textStart += typed.length + 1;
  }
  const rest = query.slice(at);
  const end =
    at + (inQuotes ? (/^[^"]*"?/.exec(rest)?.[0].length ?? 0) : (/^[^\s()"]*/.exec(rest)?.[0].length ?? 0));
  return { field, text, start, end, wordStart: textStart };
}

function toField(name: string): FieldName | null {
  const lower = name.toLowerCase();
  return isFieldName(lower) ? lower : null;
}

/** Behind the last space or parenthesis, and behind a minus that leaves the word out. */
function lastBreak(before: string): number {
  const start = /[^\s()"]*$/.exec(before)?.index ?? before.length;
  return before.charAt(start) === '-' ? start + 1 : start;
}
