/** A mirror page saved or copied as text: the table is two lines, then header and body. */
import type { RawCable, RawItem } from '../model/raw.ts';
import type { Published } from '../record.ts';
import { asBuffer } from './byte-reader.ts';
import { decodeText } from './encoding.ts';
import type { Framed } from './framed.ts';
import { ownCopy } from './html.ts';
import { hasLineBreaks } from './line-breaks.ts';
import { mirrorFieldName, subjectOfHeading } from './mirror.ts';
import { refuse } from './refuse.ts';
import { splitTelegram } from './telegram.ts';

const labelLine = /^[ \t|]*Reference ID[ \t|]+Created[ \t|]+[^\n]*\n/m;
const heading = /^[ \t#*]*(Viewing cable [^\n]*)$/m;
const partial =
  /^\s*(This record is a partial extract of the original cable\.(?:\s+The full text of the original cable is not available\.)?)\s*/;

/** Whether a text holds the table of a mirror page. */
export function looksLikeMirrorText(text: string): boolean {
  return labelLine.test(text);
}

/** Decodes such a text; refused where the row has not as many cells as there are labels. */
export function decodeMirrorText(framed: Framed): RawItem[] {
  const { text, encoding, assumed, warnings } = decodeText(asBuffer(framed.bytes), framed.context);
  const labels = labelLine.exec(text);
  const rowStart = labels === null ? 0 : skipRule(text, labels.index + labels[0].length);
  const rowEnd = text.indexOf('\n', rowStart);
  const row = rowCells(text.slice(rowStart, rowEnd < 0 ? text.length : rowEnd));
  const names = knownLabels(labels?.[0] ?? '');
  if (names.length === 0 || row.length !== names.length) {
    const message =
      'The text looks like a mirror page, but its table can not be told apart; save the page as HTML.';
    return [{ kind: 'refusal', refusal: refuse('damaged-source', message, framed.place) }];
  }
  const published: Published = {};
  for (const [index, name] of names.entries()) published[mirrorFieldName(name)] = ownCopy(row[index] ?? '');
  const viewing = heading.exec(text.slice(0, labels?.index ?? 0))?.[1];
  const subject = viewing === undefined ? null : subjectOfHeading(viewing.trim(), published.id ?? '');
  if (subject !== null) published.subject = ownCopy(subject);
  const rest = rowEnd < 0 ? '' : text.slice(rowEnd + 1);
  const sentence = partial.exec(rest);
  const { header, body } =
    sentence === null
      ? splitTelegram(withoutBlankLines(rest))
      : { header: sentence[1] ?? '', body: withoutBlankLines(rest.slice(sentence[0].length)) };
  const cable: RawCable = {
    place: framed.place,
    rendering: { format: 'mirror', lineBreaks: hasLineBreaks(body), encoding, assumed },
    published,
    header: ownCopy(header),
    body: ownCopy(body),
    warnings,
  };
  return [{ kind: 'cable', cable }];
}

const labelNames = /Reference ID|Created|Released|Classification|Origin/g;

/** The labels of the table: whatever parts them, when all are known ones; else what stands between the cells' borders. */
function knownLabels(line: string): string[] {
  return /[A-Za-z]/.test(line.replace(labelNames, '')) ? cellsOf(line) : (line.match(labelNames) ?? []);
}

/** A row in which single spaces part the cells: the id, one or two moments, a level in capitals, the origin. */
const plainRow =
  /^\s*(\S{1,80}) +(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) +(?:(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) +)?([A-Z/]{6,40}(?: [A-Z/]{2,20}){0,4}) +([A-Z][A-Za-z].{0,80}?)\s*$/;

function rowCells(line: string): string[] {
  const cells = cellsOf(line);
  const plain = cells.length > 1 ? null : plainRow.exec(line);
  return plain === null ? cells : plain.slice(1).filter(cell => cell !== undefined);
}

/** Cells stand between bars, tabs or runs of spaces. */
function cellsOf(line: string): string[] {
  const separator = line.includes('|') ? '|' : line.includes('\t') ? '\t' : '  ';
  return line
    .split(separator)
    .map(cell => cell.trim())
    .filter(cell => cell !== '');
}

function skipRule(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end >= 0 && /^[\s|:+-]*$/.test(text.slice(from, end)) ? end + 1 : from;
}

function withoutBlankLines(text: string): string {
  const start = text.search(/\S/);
  return start < 0 ? '' : text.slice(text.lastIndexOf('\n', start) + 1).trimEnd();
}
