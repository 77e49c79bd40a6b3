/** Other spellings for a search that found nothing: of the words that stand nowhere, those that resemble them. */
import { slipsBetween } from '../../text/nearest-name.ts';
import type { Snapshot } from '../answer/snapshot.ts';
import type { Pace } from '../pace.ts';
import type { FieldName } from '../query/fields.ts';
import { parseSyntax } from '../query/parser.ts';
import type { TermCursor } from '../segment/term-cursor.ts';
import type { Syntax, SyntaxTerm } from '../query/syntax.ts';
import { foldedValues } from '../answer/catalogue-tests.ts';
import { tokensOf } from '../tokens.ts';
import { countOf } from './words.ts';

const SUGGESTIONS = 3;
/** words in fewer records are more often slips themselves */
const COMMON_ENOUGH = 2;

interface Unknown {
  readonly term: SyntaxTerm;
  readonly token: string;
  readonly spellings: readonly string[];
}

/** The query with its unknown words spelt otherwise, the likeliest first; none where no word is unknown. */
export async function didYouMean(snapshot: Snapshot, query: string, pace: Pace): Promise<string[]> {
  const unknown: Unknown[] = [];
  const { syntax } = parseSyntax(query);
  for (const { term, field } of syntax === null ? [] : wantedTerms(syntax, null)) {
    for (const token of tokensOf(term.text)) {
      if (token.length < 3 || isKnown(snapshot, field, token)) continue;
      const spellings = await nearest(snapshot, field, token, pace);
      if (spellings.length > 0) unknown.push({ term, token, spellings });
    }
  }
  const most = Math.min(SUGGESTIONS, Math.max(0, ...unknown.map(({ spellings }) => spellings.length)));
  return Array.from({ length: most }, (_, choice) => respelt(query, unknown, choice));
}

/** Replaces from the end, so that the places before stay right. */
function respelt(query: string, unknown: readonly Unknown[], choice: number): string {
  let text = query;
  for (const { term, token, spellings } of [...unknown].reverse()) {
    const spelling = spellings[choice] ?? spellings[0] ?? token;
    const typed = text.slice(term.start, term.end);
    const at = typed.toLowerCase().lastIndexOf(token);
    const changed = at < 0 ? spelling : typed.slice(0, at) + spelling + typed.slice(at + token.length);
    text = text.slice(0, term.start) + changed + text.slice(term.end);
  }
  return text;
}

function wantedTerms(
  syntax: Syntax,
  field: FieldName | null,
): { term: SyntaxTerm; field: FieldName | null }[] {
  if (syntax.kind === 'term') return [{ term: syntax, field }];
  if (syntax.kind === 'not') return [];
  if (syntax.kind === 'field') return syntax.value === null ? [] : wantedTerms(syntax.value, syntax.name);
  return syntax.parts.flatMap(part => wantedTerms(part, field));
}

/** The catalogue's values for a field, or null where its words are those of the text. */
function valuesFor({ columns }: Snapshot, field: FieldName | null): readonly string[] | null | undefined {
  if (field === null || field === 'subject') return null;
  if (field === 'from' || field === 'to') return columns.origin.values;
  if (field === 'tag') return columns.tags.values;
  if (field === 'class') return columns.classification.values;
  if (field === 'caption') return columns.captions.values;
  if (field === 'signed') return columns.signers.values;
  return field === 'classifier' ? columns.classifiers.values : undefined;
}

function isKnown(snapshot: Snapshot, field: FieldName | null, token: string): boolean {
  const values = valuesFor(snapshot, field);
  if (values === undefined) return true;
  if (values === null) return countOf(snapshot, token) > 0;
  return foldedValues(values).some(value => value.includes(` ${token} `));
}

async function nearest(
  snapshot: Snapshot,
  field: FieldName | null,
  token: string,
  pace: Pace,
): Promise<string[]> {
  const limit = token.length <= 4 ? 1 : 2;
  const found = new Map<string, number>();
  const consider = (word: string, count: number) => {
    if (Math.abs(word.length - token.length) > limit) return;
    const slips = slipsBetween(token, word, limit);
    // a first letter is seldom wrong; and among equals the commoner word is meant
    if (slips <= limit) {
      const worth = -slips * 100 + Math.log2(count + 1) * 4 - (word[0] === token[0] ? 0 : 60);
      found.set(word, Math.max(worth, found.get(word) ?? -Infinity));
    }
  };
  const values = valuesFor(snapshot, field);
  if (values) {
    for (const value of foldedValues(values)) for (const word of value.trim().split(' ')) consider(word, 1);
  } else {
    const bytes = Buffer.from(token);
    for (const segment of snapshot.segments) {
      for (const cursor = segment.cursor(0, true); cursor.term < segment.terms; cursor.next()) {
        if (cursor.count < COMMON_ENOUGH || !resembles(cursor, bytes, limit)) continue;
        consider(cursor.text(), cursor.count);
      }
      if (pace.due) await pace.breathe();
    }
  }
  found.delete('');
  const words = Array.from(found).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return words.slice(0, SUGGESTIONS).map(([word]) => word);
}

/**
 * Whether a word can be within so many slips of another, judged quickly: of about its length, and with one of its first
 * two letters where it should be.
 */
function resembles({ word, length }: TermCursor, other: Uint8Array, slips: number): boolean {
  if (Math.abs(length - other.length) > slips) return false;
  const first = word[0];
  const second = word[1];
  return first === other[0] || second === other[1] || first === other[1] || second === other[0];
}
