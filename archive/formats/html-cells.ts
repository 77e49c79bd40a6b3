/** A web page as plain text with its cells: what stands between the borders of block elements. */
import { Parser } from 'htmlparser2';
import type { Cell } from './labels.ts';

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
// Elements whose content is no text of the page, and that the parser ends by itself.
const skipped = new Set(['script', 'style', 'title']);

/**
 * The text of a page: entities decoded, `<br>` and borders of blocks as line breaks, the page's own line breaks as they
 * are. Scripts, styles and the title are left out.
 */
export function htmlCells(html: string): { text: string; cells: Cell[] } {
  const pieces: string[] = [];
  const cells: Cell[] = [];
  let length = 0;
  let cellStart = 0;
  let address: string | null = null;
  let skipping = 0;
  const write = (data: string) => {
    pieces.push(data);
    length += data.length;
  };
  const border = () => {
    if (length > cellStart) {
      cells.push({ start: cellStart, end: length, address });
      write('\n');
    }
    cellStart = length;
    address = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (skipped.has(name)) skipping++;
        if (name === 'br') write('\n');
        else if (blocks.has(name)) border();
        else if (name === 'a' && /^https?:\/\//i.test(attributes.href ?? ''))
          address ??= attributes.href ?? null;
      },
      ontext(data) {
        if (skipping === 0) write(data);
      },
      onclosetag(name) {
        if (skipped.has(name)) skipping = Math.max(0, skipping - 1);
        if (blocks.has(name)) border();
      },
    },
    { decodeEntities: true },
  );
  // HTML knows one kind of line break.
  parser.end(html.replaceAll('\r\n', '\n'));
  border();
  const text = pieces.join('');
  return { text, cells: cells.flatMap(cell => lines(text, cell)) };
}

/** The lines of a cell, white space around them left out; rows made with `<br>` are a line each. */
function lines(text: string, cell: Cell): Cell[] {
  const found: Cell[] = [];
  let start = cell.start;
  for (const line of text.slice(cell.start, cell.end).split('\n')) {
    const blank = line.length - line.trimStart().length;
    const words = line.trim();
    if (words !== '')
      found.push({ start: start + blank, end: start + blank + words.length, address: cell.address });
    start += line.length + 1;
  }
  return found;
}
