/**
 * A page of cablebrowser-2, saved as text or as HTML, with its line breaks or without them: rows of labels, sentences on
 * redaction and completeness, then the cable. What stands around the cable is kept as published fields.
 */
import type { RawCable, RawItem } from '../model/raw.ts';
import type { Published } from '../record.ts';
import { asBuffer } from './byte-reader.ts';
import { decodeText } from './encoding.ts';
import type { Framed } from './framed.ts';
import { ownCopy } from './html.ts';
import { htmlCells } from './html-cells.ts';
import { type Cell, identifierRow, knownLabels, type ReadLabels, readLabels } from './labels.ts';
import { hasLineBreaks } from './line-breaks.ts';
import { refuse } from './refuse.ts';
import { splitTelegram } from './telegram.ts';

const rowLabels = /\b(?:Origin|Created|Classification|Tags|Redacted|Wiki[lL]eaks)(?:\s*:|(?![\w.]))/;

/** Whether a text looks like such a page: the label `Identifier` with its colon or an id, and another of its labels. */
export function looksLikeCablebrowser(text: string): boolean {
  return identifierRow.test(text) && rowLabels.test(text);
}

/** Decodes a page saved as text. */
export function decodeCablebrowserText(framed: Framed): RawItem[] {
  const decoded = decodeText(asBuffer(framed.bytes), framed.context);
  return [readPage(framed, decoded, textCells(decoded.text), 'cablebrowser-text')];
}

/** Decodes a page saved as HTML, whatever elements its rows are made of. */
export function decodeCablebrowserHtml(framed: Framed): RawItem[] {
  const decoded = decodeText(asBuffer(framed.bytes), framed.context);
  const { text, cells } = htmlCells(decoded.text);
  return [readPage(framed, { ...decoded, text }, cells, 'cablebrowser-html')];
}

function readPage(
  framed: Framed,
  page: ReturnType<typeof decodeText>,
  cells: readonly Cell[],
  format: 'cablebrowser-text' | 'cablebrowser-html',
): RawItem {
  const rows = readLabels(page.text, cells);
  if (rows === null || (rows.published.id ?? '').trim() === '') {
    const message =
      'The page looks like one of cablebrowser-2, but its row "Identifier:" has no reference id.';
    return { kind: 'refusal', refusal: refuse('no-id', message, framed.place) };
  }
  const published: Published = {};
  for (const [name, value] of Object.entries(rows.published)) published[name] = ownCopy(value);
  const disclaimer = beforeRows(page.text);
  if (disclaimer !== '') published.disclaimer = ownCopy(disclaimer);
  const { header, body } = cableOf(page.text, rows, published);
  const cable: RawCable = {
    place: framed.place,
    rendering: { format, lineBreaks: hasLineBreaks(body), encoding: page.encoding, assumed: page.assumed },
    published,
    header: ownCopy(header),
    body: ownCopy(body),
    warnings: page.warnings,
  };
  return { kind: 'cable', cable };
}

/** The words above the rows, where they are the site's disclaimer; titles and menus of a saved page are not kept. */
function beforeRows(text: string): string {
  const before = text.slice(0, text.search(identifierRow));
  const at = before.search(/\bDisclaimer\s*:/);
  if (at < 0) return '';
  const lines = before.slice(at).split('\n', 50);
  return lines
    .map(line => line.replace(/^\|/, '').trim())
    .filter(line => /\w/.test(line))
    .join(' ');
}

const ruleLine = /^[\s|:-]+(?=\n|$)/;
const redaction = /^\s*(This cable was (?:not )?redacted\b[^.\n]{0,200}\.)/;
const completeness =
  /^\s*(This record is a partial extract of the original cable\.(?:\s+The full text of the original cable is not available\.)?)/;
const sourceLine = /\s*(Latest source of this page is [^\n]{0,200}?)\s*$/;

/** What stands behind the rows: sentences into the published fields, the line on the source too, the rest is the cable. */
function cableOf(text: string, rows: ReadLabels, published: Published): { header: string; body: string } {
  let rest = text
    .slice(rows.end)
    .replace(/^[ \t]*\|/, '')
    .replace(ruleLine, '');
  for (let taken = true; taken;) {
    taken = false;
    for (const [name, sentence] of [
      ['redaction', redaction],
      ['completeness', completeness],
    ] as const) {
      const match = sentence.exec(rest);
      if (match === null) continue;
      published[name] ??= ownCopy(match[1] ?? '');
      rest = rest.slice(match[0].length).replace(/^[ \t]*\|/, '');
      taken = true;
    }
  }
  const tail = rest.slice(Math.max(0, rest.length - 2000));
  const source = /Latest source of this page is [^]*$/.exec(tail);
  if (source !== null) {
    const line = sourceLine.exec(source[0].split('\n', 1)[0] ?? '');
    published.source = ownCopy((line?.[1] ?? source[0]).trim());
    rest = rest.slice(0, rest.length - tail.length + source.index);
  }
  return splitTelegram(trimBlank(rest));
}

/** Without the blank lines around it and without white space at its end; the first line keeps its own indent. */
function trimBlank(text: string): string {
  const start = text.search(/\S/);
  if (start < 0) return '';
  return text.slice(text.includes('\n') ? text.lastIndexOf('\n', start) + 1 : start).trimEnd();
}

const nextLabel = new RegExp(
  `(?<=[\\s|])(?=(?:${knownLabels})\\s*:)|(?<=\\s)(?=This cable was |This record is a partial )`,
  'g',
);

const nextBareLabel = new RegExp(
  `(?:^|(?<=[\\s|]))(?:(${knownLabels})(?=\\s)|This cable was |This record is a partial )`,
  'g',
);

/** The labels of a page that has lost its line breaks and its colons: each once, above the first sentence. */
function bareLabels(head: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const seen = new Set<string>();
  for (const match of head.slice(0, 3000).matchAll(nextBareLabel)) {
    const label = match[1];
    if (label !== undefined && seen.has(label)) break;
    found.push(match);
    if (label === undefined) break;
    seen.add(label);
  }
  return found;
}

/** The cells of a text: lines, and within them what bars, tabs or (in a page of one line) the next label part. */
export function textCells(text: string): Cell[] {
  const cells: Cell[] = [];
  const add = (from: number, to: number) => {
    let [start, end] = [from, to];
    while (start < end && /[\s|]/.test(text[start] ?? '')) start++;
    while (end > start && /[\s|]/.test(text[end - 1] ?? '')) end--;
    if (start < end && !/^[\s|:-]+$/.test(text.slice(start, Math.min(end, start + 200)))) {
      cells.push({ start, end, address: null });
    }
  };
  let lineStart = 0;
  // Rows stand at the top: what is far behind them is the cable, where bars and tabs are its own.
  const rowsEnd = Math.min(text.length, Math.max(0, text.search(identifierRow)) + 20_000);
  while (lineStart < rowsEnd) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const cuts = [lineStart];
    for (const match of text.slice(lineStart, Math.min(lineEnd, rowsEnd)).matchAll(/[|\t]/g))
      cuts.push(lineStart + match.index);
    const head = text.slice(lineStart, Math.min(lineEnd, rowsEnd));
    if (identifierRow.test(head) && rowLabels.test(head)) {
      const labels = /\bIdentifier\s*:/.test(head) ? head.matchAll(nextLabel) : bareLabels(head);
      for (const match of labels) cuts.push(lineStart + match.index);
      cuts.sort((left, right) => left - right);
    }
    for (const [index, cut] of cuts.entries()) add(cut, cuts[index + 1] ?? lineEnd);
    lineStart = lineEnd + 1;
  }
  return cells;
}
