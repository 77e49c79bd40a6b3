/** A web page as plain text with its cells: what stands between the borders of block elements. */
import { readHtml } from './html-events.ts';
import type { Cell } from './labels.ts';

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
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
  // HTML knows one kind of line break.
  readHtml(html.replaceAll('\r\n', '\n'), {
    open(name, attributes) {
      const href = attributes.get('href') ?? '';
      if (name === 'br') write('\n');
      else if (blocks.has(name)) border();
      else if (name === 'a' && /^https?:\/\//i.test(href)) address ??= href;
    },
    text: write,
    close(name) {
      if (blocks.has(name)) border();
    },
  });
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
