/** Tests a row against values of the catalogue. */
import type { CodedColumn, Columns, ListColumn } from '../../model/columns.ts';
import type { IdQuery, ValueQuery } from '../query/query.ts';
import type { SequenceWord } from '../segment/sequence.ts';
import { textsLike } from '../packed-texts.ts';
import { foldedText } from '../tokens.ts';
import type { Snapshot } from './snapshot.ts';

/** Values of a column, folded; kept as long as the column's list of values is. */
const folded = new WeakMap<readonly string[], string[]>();

/** The values of a column with their words only, each word between spaces. */
export function foldedValues(values: readonly string[]): string[] {
  let known = folded.get(values);
  if (known?.length !== values.length) {
    known = values.map(value => ` ${foldedText(value)} `);
    folded.set(values, known);
  }
  return known;
}

/** The codes of the values in which the words follow each other. */
function codesWith(values: readonly string[], words: readonly SequenceWord[]): Uint8Array {
  const pattern = ` ${words.map(word => (word.prefix ? `${word.token}\0` : `${word.token} `)).join('')}`;
  const test = words.some(word => word.prefix) ? wildTest(words) : (value: string) => value.includes(pattern);
  const codes = new Uint8Array(values.length);
  for (const [code, value] of foldedValues(values).entries()) codes[code] = code > 0 && test(value) ? 1 : 0;
  return codes;
}

function wildTest(words: readonly SequenceWord[]): (value: string) => boolean {
  // tokens are letters and digits: nothing in them means anything to a regular expression
  const pattern = new RegExp(
    ` ${words.map(({ token, prefix }) => (prefix ? `${token}[^ ]* ` : `${token} `)).join('')}`,
  );
  return value => pattern.test(value);
}

const COLUMN_OF = {
  tag: 'tags',
  caption: 'captions',
  signed: 'signers',
  classifier: 'classifiers',
} as const;

/** Whether a row's value has the words searched for. */
export function valueTest(columns: Columns, { field, words }: ValueQuery): (row: number) => boolean {
  if (field === 'origin') return codeTest(columns.origin, words);
  if (field === 'class') return codeTest(columns.classification, words);
  const column = columns[COLUMN_OF[field]];
  return listTest(column, codesWith(column.values, words));
}

function codeTest({ codes, values }: CodedColumn, words: readonly SequenceWord[]): (row: number) => boolean {
  const wanted = codesWith(values, words);
  return row => wanted[codes[row] ?? 0] === 1;
}

function listTest({ starts, codes }: ListColumn, wanted: Uint8Array): (row: number) => boolean {
  return row => {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) if (wanted[codes[at] ?? 0] === 1) return true;
    return false;
  };
}

/** Whether a row is of the cable with this id, or refers to it. */
export function referenceTest(
  { columns }: Snapshot,
  { kind, id, prefix }: IdQuery,
): (row: number) => boolean {
  const named = prefix ? null : columns.findCable(id);
  if (kind === 'id') {
    if (!prefix) return row => columns.cable[row] === named;
    const cables = textsLike(columns.ids, id, true);
    return row => cables[columns.cable[row] ?? 0] === 1;
  }
  const { references } = columns;
  const wanted = textsLike(references.texts, id, prefix);
  if (named !== null) {
    // whoever refers to it calls it by its canonical id, whatever name was typed
    const canonical = textsLike(references.texts, columns.cableId(named).toUpperCase(), false);
    for (let code = 0; code < wanted.length; code++)
      wanted[code] = (wanted[code] ?? 0) | (canonical[code] ?? 0);
  }
  wanted[0] = 0;
  return listTest(references, wanted);
}
