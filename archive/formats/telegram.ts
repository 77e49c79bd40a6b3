/** Plain telegrams, header and body as transmitted, one or several to a file (`NNNN` ends one). */
import type { RawCable, RawItem } from '../model/raw.ts';
import type { Warning } from '../record.ts';
import { findPost } from '../text/posts.ts';
import { formatReferenceId, readReferenceId, referenceIdParts } from '../text/reference-id.ts';
import { asBuffer, type ByteReader } from './byte-reader.ts';
import { decodeText } from './encoding.ts';
import type { Framed } from './framed.ts';
import { hasLineBreaks } from './line-breaks.ts';
import { refuse } from './refuse.ts';

const marking =
  'UNCLAS(?:SIFIED)?|U N C L A S(?: S I F I E D)?|CONFIDENTIAL|C O N F I D E N T I A L|TOP SECRET|T O P S E C R E T|' +
  'SECRET|S E C R E T|LIMITED OFFICIAL USE|L I M I T E D O F F I C I A L U S E';
const markingLine = new RegExp(`^[ \\t]*(?:${marking})\\b`, 'm');
const markingInLine = new RegExp(`(?<=\\s)(?:${marking})\\b(?=[ \\w/-]{0,60}\\d{4,7}\\b)`);
const headerBeginning =
  /^\s*(?:V?ZCZC|[ZOPR]{2}\s+RU[A-Z]{2}|DE RU[A-Z]{2}|(?:[ZOPR]\s?){1,3}\d{6}Z|PAGE \d|FM [A-Z]|\d{6}Z )/;
/** A header is far shorter; what stands further on is the body's own. */
const headerReach = 64 * 1024;

const telegramSigns = [
  /^[ \t]*V?ZCZC[A-Z0-9]/m,
  /^[ \t]*(?:[ZOPR] ?){1,3}\d{6}Z [A-Z]{3} \d{2}/m,
  /^[ \t]*FM [A-Z][^\n]*\n(?:[^\n]*\n){0,3}?[ \t]*(?:TO|INFO) /m,
  new RegExp(`^[ \\t]*(?:${marking})\\b[^\\n]{0,80}\\b\\d{4,7}\\b`, 'm'),
  /^[ \t]*PAGE 0\d[ \t]+[A-Z][A-Z ]{2,40}\d{3,7}/m,
];

/** Whether the beginning of a text is that of a telegram. */
export function looksLikeTelegram(text: string): boolean {
  return telegramSigns.some(sign => sign.test(text));
}

/** Header and body of a telegram: the body begins with its classification line. Joined they are the text again. */
export function splitTelegram(text: string): { header: string; body: string } {
  const reach = text.slice(0, headerReach);
  if (!headerBeginning.test(reach)) return { header: '', body: text };
  const line = markingLine.exec(reach) ?? markingInLine.exec(reach);
  if (line !== null) return { header: text.slice(0, line.index), body: text.slice(line.index) };
  const bt = /^[ \t]*BT[ \t]*\r?\n/m.exec(reach);
  if (bt === null) return { header: '', body: text };
  const end = bt.index + bt[0].length;
  return { header: text.slice(0, end), body: text.slice(end) };
}

/** The telegrams of a file: each ends behind its `NNNN`, the last one with the file. Null for one beyond `limit` bytes. */
export async function* splitTelegrams(reader: ByteReader, limit: number): AsyncGenerator<Uint8Array | null> {
  let held = Buffer.alloc(0);
  let looked = 0;
  for (;;) {
    const end = endOfTelegram(held, looked);
    if (end > 0) {
      yield new Uint8Array(held.subarray(0, end));
      held = held.subarray(end);
      looked = 0;
      continue;
    }
    const chunk = await reader.next();
    if (chunk === null) break;
    looked = Math.max(0, held.length - 80);
    held = Buffer.concat([held, chunk]);
    if (held.length > limit && endOfTelegram(held, looked) < 0) {
      yield null;
      await reader.close();
      return;
    }
  }
  if (held.toString('latin1').trim() !== '') yield new Uint8Array(held);
}

/** The offset behind the line that `NNNN` ends, or -1; a last line without its line break is left to the end of the file. */
function endOfTelegram(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('NNNN', from); at >= 0; at = bytes.indexOf('NNNN', at + 4)) {
    if (at > 0 && (bytes[at - 1] ?? 0) > 0x20) continue;
    let end = at + 4;
    while (bytes[end] === 0x20 || bytes[end] === 0x0d || bytes[end] === 0x09) end++;
    if (bytes[end] === 0x0a) return end + 1;
  }
  return -1;
}

/** Decodes one telegram. Its id is made of its own number and year, else taken from the name of the file. */
export function decodeTelegram(framed: Framed): RawItem[] {
  const { text, encoding, assumed, warnings } = decodeText(asBuffer(framed.bytes), framed.context);
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const start = text.lastIndexOf('\n', text.indexOf(trimmed[0] ?? '')) + 1;
  const { header, body } = splitTelegram(text.slice(start).trimEnd());
  const id = idOfText(text) ?? idOfName(framed, warnings);
  if (id === null) {
    const message =
      'The telegram does not tell its reference id (post, number and year); name its file after it, like 05HANOI841.txt.';
    return [{ kind: 'refusal', refusal: refuse('no-id', message, framed.place) }];
  }
  const cable: RawCable = {
    place: framed.place,
    rendering: { format: 'telegram', lineBreaks: hasLineBreaks(body), encoding, assumed },
    published: { id },
    header,
    body,
    warnings,
  };
  return [{ kind: 'cable', cable }];
}

const labelledId =
  /^[ \t]*(?:MRN|Reference ID|Message Reference Number|Cable ID)[ \t]*:?[ \t]*(\d{2,4} ?[A-Z][A-Z .'-]{1,40}? ?\d{1,7})\b/im;
const number = new RegExp(
  `^[ \\t]*(?:${marking})\\b[A-Z /-]{0,60}?(?:SECTION \\d+ OF \\d+ )?([A-Z][A-Z .'-]{2,40}?) +(\\d{4,7})\\b`,
  'm',
);
const pageNumber = /^[ \t]*PAGE 0\d[ \t]+([A-Z][A-Z .'-]{2,40}?) +(\d{3,7})\b/m;
const dateTimeGroup =
  /\b\d{6}Z[ \t]+(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}[ \t]+(\d{4}|\d{2})\b/;

/** The id that the text itself tells, or null: a label, or post and number with the year of the date-time group. */
export function idOfText(text: string): string | null {
  const reach = text.slice(0, headerReach);
  const labelled = labelledId.exec(reach)?.[1];
  if (labelled !== undefined) return readReferenceId(labelled).canonicalId;
  const year = dateTimeGroup.exec(reach)?.[1];
  const match = number.exec(reach) ?? number.exec(splitTelegram(reach).body) ?? pageNumber.exec(reach);
  if (year === undefined || match === null) return null;
  const post = postOfWords(match[1] ?? '');
  return post === null ? null : formatReferenceId(Number(year), post, match[2] ?? '');
}

/** The post that the last words before the number name: `SECTION 01 OF 03 TEL AVIV` -> TELAVIV. */
function postOfWords(words: string): string | null {
  const parts = words.trim().split(/\s+/);
  for (let count = Math.min(4, parts.length); count > 0; count--) {
    const found = findPost(parts.slice(-count).join(' '));
    if (found !== null && !found.corrected) return found.code;
  }
  return findPost(parts.slice(-1).join(' '))?.code ?? null;
}

function idOfName(framed: Framed, warnings: Warning[]): string | null {
  const path = framed.place.member ?? framed.place.file;
  const name = (path.split(/[/!]/).pop() ?? '').replace(/\.[A-Za-z0-9.]{1,12}$/, '');
  const id = readReferenceId(name).canonicalId;
  if (referenceIdParts(id) === null || (framed.place.row ?? 1) > 1) return null;
  const message = 'The id was taken from the name of the file, since the text does not tell it.';
  warnings.push({ code: 'id-from-file-name', message, start: null, end: null });
  return name;
}
