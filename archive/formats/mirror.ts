/**
 * Pages of the mirrors: some 190 KB of navigation around one cable. The cable's part is cut out of the bytes by looking for
 * the table that begins with "Reference ID"; no document is built of the rest.
 */
import type { RawCable, RawItem } from '../model/raw.ts';
import type { Published } from '../record.ts';
import { asBuffer } from './byte-reader.ts';
import { decodeText } from './encoding.ts';
import type { Framed } from './framed.ts';
import { ownCopy, plainText } from './html.ts';
import { readHtml } from './html-events.ts';
import { hasLineBreaks } from './line-breaks.ts';
import { refuse } from './refuse.ts';

/** The part of a page that holds the cable: the heading above the table, the table, the text. Null where there is none. */
export function cutMirrorPage(page: Buffer): Uint8Array | null {
  const place = cableTable(page);
  if (place === null) return null;
  const { table, label } = place;
  const lastPre = lastTag(page, '</pre');
  // A block that nothing closes was torn off: its text goes to the end of the page.
  const closed = lastPre > label && nextTag(page, '<pre', lastPre) < 0;
  const end = closed ? lastPre + '</pre>'.length : page.length;
  const viewing = page.lastIndexOf('Viewing cable', table);
  const heading = viewing < 0 ? -1 : lastTag(page, '<h', viewing);
  const headingEnd = heading < 0 ? -1 : nextTag(page, '</h', viewing);
  const pieces = [page.subarray(table, end)];
  if (headingEnd > 0 && headingEnd < table)
    pieces.unshift(page.subarray(heading, headingEnd), Buffer.from('</h3>'));
  return new Uint8Array(Buffer.concat(pieces));
}

const tableLabels = ['Reference ID', 'Reference&nbsp;ID', 'Reference id', 'reference id'];
/** A page that explains itself may name the label before the table; more often than this it does not. */
const mostLabels = 20;

/** Where the cable's table and its label stand: the first of the labels that is inside a table. */
function cableTable(page: Buffer): { table: number; label: number } | null {
  for (const word of tableLabels) {
    let label = page.indexOf(word);
    for (let count = 0; label >= 0 && count < mostLabels; count++) {
      const table = lastTag(page, '<table', label);
      if (table >= 0 && nextTag(page, '</table', table) > label) return { table, label };
      label = page.indexOf(word, label + 1);
    }
  }
  return null;
}

/** The next place of a tag, in small letters or, as old browsers saved pages, in capitals; -1 where none follows. */
function nextTag(page: Buffer, tag: string, from: number): number {
  const small = page.indexOf(tag, from);
  return small < 0 ? page.indexOf(tag.toUpperCase(), from) : small;
}

/** The last place of a tag up to `to`, in small letters or in capitals; -1 where none stands there. */
function lastTag(page: Buffer, tag: string, to = page.length): number {
  const small = page.lastIndexOf(tag, to);
  return small < 0 ? page.lastIndexOf(tag.toUpperCase(), to) : small;
}

const fieldNames: ReadonlyMap<string, string> = new Map([
  ['reference id', 'id'],
  ['created', 'created'],
  ['released', 'released'],
  ['classification', 'classification'],
  ['origin', 'origin'],
]);

/** The name of a published field for a label of the table; one that is not known keeps its own words. */
export function mirrorFieldName(label: string): string {
  return fieldNames.get(label.toLowerCase()) ?? label;
}

/** Decodes a cut page: the table's cells are published fields; one text block is the body, two are header and body. */
export function decodeMirrorPage(framed: Framed): RawItem[] {
  const { text: page, encoding, assumed, warnings } = decodeText(asBuffer(framed.bytes), framed.context);
  const tableEnd = page.search(/<\/table/i);
  const front = readFront(page.slice(0, tableEnd < 0 ? page.length : tableEnd));
  const published: Published = {};
  for (const [index, label] of front.labels.entries()) {
    const value = front.cells[index];
    if (value !== undefined && value !== '') published[mirrorFieldName(label)] = value;
  }
  const subject = subjectOfHeading(front.heading, published.id ?? '');
  if (subject !== null) published.subject = subject;
  if (front.address !== null) published.address = front.address;
  if ((published.id ?? '').trim() === '') {
    const message =
      'The page has a table of a cable, but no reference id in it; open it in a browser to see what it is.';
    return [{ kind: 'refusal', refusal: refuse('no-id', message, framed.place) }];
  }
  const { blocks, torn } = textBlocks(page, Math.max(tableEnd, 0));
  if (torn) {
    const message = 'The page breaks off inside the text of the cable; another copy may be whole.';
    warnings.push({ code: 'page-torn', message, start: null, end: null });
  }
  const header = blocks.length > 1 ? (blocks[0] ?? '') : '';
  const body = blocks.length > 1 ? blocks.slice(1).join('\n') : (blocks[0] ?? '');
  const cable: RawCable = {
    place: framed.place,
    rendering: { format: 'mirror', lineBreaks: hasLineBreaks(body), encoding, assumed },
    published,
    header,
    body,
    warnings,
  };
  return [{ kind: 'cable', cable }];
}

interface Front {
  heading: string;
  labels: string[];
  cells: string[];
  /** where the id leads, when the page gives a whole address */
  address: string | null;
}

/** The heading and the table. Only text counts: the `title` of the classification's link is wrong on many pages. */
function readFront(html: string): Front {
  const front: Front = { heading: '', labels: [], cells: [], address: null };
  let into: 'heading' | 'label' | 'cell' | null = null;
  let text = '';
  const finish = () => {
    const value = ownCopy(text.replace(/\s+/g, ' ').trim());
    if (into === 'heading' && front.heading === '') front.heading = value;
    else if (into === 'label') front.labels.push(value);
    else if (into === 'cell') front.cells.push(value);
    into = null;
    text = '';
  };
  readHtml(html, {
    open(name, attributes) {
      if (name === 'a' && into === 'cell' && front.cells.length === 0) {
        front.address = wholeAddress(attributes.get('href'));
      }
      const starts = /^h[1-6]$/.test(name)
        ? 'heading'
        : name === 'th'
          ? 'label'
          : name === 'td'
            ? 'cell'
            : null;
      if (starts === null) return;
      into = starts;
      text = '';
    },
    text(data) {
      if (into !== null) text += data;
    },
    close(name) {
      if (name === 'th' || name === 'td' || /^h[1-6]$/.test(name)) finish();
    },
  });
  // Tables without header cells give their labels in the first row, or one at the head of each row.
  if (front.labels.length === 0 && front.cells.length >= 2) {
    const inRows = !fieldNames.has(front.cells[1]?.toLowerCase() ?? '');
    const { cells } = front;
    front.labels = inRows
      ? cells.filter((_, i) => i % 2 === 0)
      : cells.slice(0, Math.floor(cells.length / 2));
    front.cells = inRows ? cells.filter((_, i) => i % 2 === 1) : cells.slice(front.labels.length);
  }
  return front;
}

/** The link as it stands when it is a whole address; a path within the site leads nowhere without it. */
function wholeAddress(href: string | undefined): string | null {
  return href !== undefined && /^https?:\/\//i.test(href) ? href : null;
}

/** `Viewing cable 05HANOI841, SUBJECT` -> the subject; null where the heading has none. */
export function subjectOfHeading(heading: string, id: string): string | null {
  const rest = heading.replace(/^Viewing cable\s*/i, '');
  if (rest === heading) return null;
  const withoutId =
    id !== '' && rest.startsWith(id) ? rest.slice(id.length) : rest.replace(/^\S+?(?=,|$)/, '');
  const subject = withoutId.replace(/^\s*,\s*/, '').trim();
  return subject === '' ? null : subject;
}

/** The texts of the `<pre>` blocks behind the table; `torn` where the last one is not closed. */
function textBlocks(page: string, from: number): { blocks: string[]; torn: boolean } {
  const blocks: string[] = [];
  const opening = /<pre/gi;
  const closing = /<\/pre/gi;
  opening.lastIndex = from;
  for (let found = opening.exec(page); found !== null; found = opening.exec(page)) {
    const open = page.indexOf('>', found.index);
    if (open < 0) return { blocks, torn: true };
    closing.lastIndex = open;
    const close = closing.exec(page)?.index ?? -1;
    // HTML leaves out a line break right behind <pre>: it belongs to the markup.
    const start = page.startsWith('\r\n', open + 1)
      ? open + 3
      : page[open + 1] === '\n'
        ? open + 2
        : open + 1;
    blocks.push(plainText(page.slice(start, close < 0 ? page.length : close)));
    if (close < 0) return { blocks, torn: true };
    opening.lastIndex = close;
  }
  return { blocks, torn: blocks.length === 0 };
}
