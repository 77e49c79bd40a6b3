/** One row of `cables.csv` to a raw cable. */
import type { RawItem, RawCable } from '../model/raw.ts';
import type { Published, Warning } from '../record.ts';
import { asBuffer } from './byte-reader.ts';
import { decodeText } from './encoding.ts';
import type { Framed } from './framed.ts';
import { hasLineBreaks } from './line-breaks.ts';
import { refuse } from './refuse.ts';

const columnNames = ['number', 'created', 'id', 'origin', 'classification', 'references'] as const;

/** Decodes a row: the first six columns are published fields, the last two header and body. */
export function decodeCsvRow(framed: Framed): RawItem[] {
  const bytes = asBuffer(framed.bytes);
  const warnings = new Map<string, Warning>();
  let encoding = 'utf-8';
  let assumed = false;
  // Field by field, so that no short string keeps its whole row in memory.
  const fields = fieldsOf(bytes).map(field => {
    const decoded = decodeText(field, framed.context);
    if (decoded.encoding !== 'utf-8') encoding = decoded.encoding;
    assumed ||= decoded.assumed;
    for (const warning of decoded.warnings) warnings.set(warning.code, warning);
    return unescape(decoded.text);
  });
  const published: Published = {};
  for (const [index, name] of columnNames.entries()) {
    const value = fields[index] ?? '';
    if (value !== '') published[name] = value;
  }
  const id = (published.id ?? '').trim();
  if (!/\d/.test(id) || !/[a-z]/i.test(id)) {
    const message = `The row has no reference id in its third column ("${id.slice(0, 40)}") and was left out.`;
    return [{ kind: 'refusal', refusal: refuse('no-id', message, framed.place) }];
  }
  const body = fields[7] ?? '';
  const cable: RawCable = {
    place: framed.place,
    rendering: { format: 'csv', lineBreaks: hasLineBreaks(body), encoding, assumed },
    published,
    header: fields[6] ?? '',
    body,
    warnings: [...warnings.values()],
  };
  return [{ kind: 'cable', cable }];
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/** The bytes between the quotes of each field, escapes still in them. */
export function fieldsOf(row: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  let at = 0;
  while (at <= row.length) {
    if (row[at] !== quote) {
      const found = row.indexOf(comma, at);
      const end = found < 0 ? row.length : found;
      fields.push(row.subarray(at, end));
      at = end + 1;
      continue;
    }
    const start = at + 1;
    const end = closingQuote(row, start);
    fields.push(row.subarray(start, end));
    at = end + 2;
  }
  return fields;
}

/** The same rules as the scanner's: escaped by a backslash or doubled, and a closing quote has a comma or the end behind it. */
function closingQuote(row: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const found = row.indexOf(quote, at);
    if (found < 0) return row.length;
    let before = found - 1;
    while (before >= start && row[before] === backslash) before--;
    if ((found - 1 - before) % 2 === 1) at = found + 1;
    else if (row[found + 1] === quote) at = found + 2;
    else if (found + 1 === row.length || row[found + 1] === comma) return found;
    else at = found + 1;
  }
}

function unescape(field: string): string {
  if (!field.includes('\\') && !field.includes('"')) return field;
  // Nearly always the only escapes are quotes behind a backslash; without a function called for each, it takes a fifth.
  if (!field.includes('\\\\') && !field.includes('""')) return field.replace(/\\"/g, '"');
  return field.replace(/\\([\\"])|""/g, (_, escaped: string | undefined) => escaped ?? '"');
}
