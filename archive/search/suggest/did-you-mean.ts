/** Other spellings for a search that found nothing: of the words that stand nowhere, those that resemble them. */
import { slipsBetween } from '../../text/nearest-name.ts';
import type { Snapshot } from '../answer/snapshot.ts';
import type { Pace } from '../pace.ts';
import type { FieldName } from '../query/fields.ts';
import { parseSyntax } from '../query/parser.ts';
import type { Syntax, SyntaxTerm } from '../query/syntax.ts';
import { textAt } from '../packed-texts.ts';
import { foldedValues } from '../answer/catalogue-tests.ts';
import { tokensOf } from '../tokens.ts';
import { SlipCounter } from './slips.ts';
import { lettersOf, vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { countOf } from './words.ts';

const SUGGESTIONS = 3;

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
  const consider = (word: string, slips: number, count: number) => {
    if (slips > limit) return;
    // a first letter is seldom wrong; and among equals the commoner word is meant
    const worth = -slips * 100 + Math.log2(count + 1) * 4 - (word[0] === token[0] ? 0 : 60);
    found.set(word, Math.max(worth, found.get(word) ?? -Infinity));
  };
  const values = valuesFor(snapshot, field);
  if (values) {
    for (const value of foldedValues(values)) {
      for (const word of value.trim().split(' ')) {
        if (Math.abs(word.length - token.length) <= limit) {
          consider(word, slipsBetween(token, word, limit), 1);
        }
      }
      if (pace.due) await pace.breathe();
    }
  } else {
    const vocabulary = await vocabularyOf(snapshot);
    pace.check();
    eachLike(vocabulary, Buffer.from(token), limit, consider);
  }
  found.delete('');
  const words = Array.from(found).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return words.slice(0, SUGGESTIONS).map(([word]) => word);
}

/** The words within so many slips. Letters that only one of two words has tell most of them apart. */
function eachLike(
  { words: { texts, counts }, letters }: Vocabulary,
  token: Uint8Array,
  limit: number,
  visit: (word: string, slips: number, count: number) => void,
): void {
  const { bytes, starts } = texts;
  const own = lettersOf(token, 0, token.length);
  const counter = new SlipCounter(token);
  for (let index = 0; index < counts.length; index++) {
    let apart = own ^ (letters[index] ?? 0);
    let count = 0;
    for (; apart !== 0 && count <= 2 * limit; count++) apart &= apart - 1;
    if (count > 2 * limit) continue;
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    if (Math.abs(end - start - token.length) > limit || !resembles(bytes, start, token)) continue;
    const slips = counter.between(bytes, start, end, limit);
    if (slips <= limit) visit(textAt(texts, index), slips, counts[index] ?? 0);
  }
}

/** Whether one of its first two letters is where it should be, or changed its place with the other. */
function resembles(bytes: Uint8Array, start: number, other: Uint8Array): boolean {
  const first = bytes[start];
  const second = bytes[start + 1];
  return first === other[0] || second === other[1] || first === other[1] || second === other[0];
}
