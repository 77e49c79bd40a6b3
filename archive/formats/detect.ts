/** What a file is, told by its first bytes; its name only helps where several answers fit. */
import { asBuffer } from './byte-reader.ts';
import { looksLikeCablebrowser } from './cablebrowser.ts';
import { looksLikeMirrorText } from './mirror-text.ts';
import { looksLikePack } from './packs.ts';
import { looksLikeTelegram } from './telegram.ts';
import { postOf } from '../text/posts.ts';
import { readReferenceId, referenceIdParts } from '../text/reference-id.ts';

export type Detected =
  | {
      kind:
        | 'zip'
        | 'gzip'
        | 'tar'
        | 'csv'
        | 'html'
        | 'cablebrowser-text'
        | 'mirror-text'
        | 'telegram'
        | 'records'
        | 'pack';
    }
  /** none of ours; `what` names it where it is known: `a PDF document` */
  | { kind: 'unknown'; what: string | null };

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['7z\xbc\xaf', 'a 7-Zip archive (unpack it first)'],
  ['Rar!', 'a RAR archive (unpack it first)'],
  ['BZh', 'a bzip2 archive (unpack it first)'],
  ['\xfd7zXZ', 'an xz archive (unpack it first)'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive (unpack it first)'],
  ['SQLite format 3', 'a SQLite database'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
];

/** `head` is the beginning of a file in UTF-8 (or of a binary one as it is), `name` its own name. */
export function detect(head: Uint8Array, name: string): Detected {
  const bytes = asBuffer(head);
  const start = bytes.toString('latin1', 0, 300);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (start.startsWith('\x1f\x8b')) return { kind: 'gzip' };
  if (isTar(bytes)) return { kind: 'tar' };
  for (const [signature, what] of signatures) {
    if (start.startsWith(signature) && (signature !== 'MZ' || bytes.includes(0)))
      return { kind: 'unknown', what };
  }
  const text = bytes.toString('latin1').trimStart();
  if (/^"[^"\n]{0,20}","[^"\n]{0,40}","/.test(text) || tableRow.test(text)) return { kind: 'csv' };
  if (/^(?:\[\s*)?\{\s*"/.test(text)) {
    return /"schema"\s*:\s*1\b/.test(text)
      ? { kind: 'records' }
      : { kind: 'unknown', what: 'JSON of another program' };
  }
  if (looksLikePack(text)) return { kind: 'pack' };
  if (looksLikeHtml(text)) return { kind: 'html' };
  if (looksLikeCablebrowser(text)) return { kind: 'cablebrowser-text' };
  if (looksLikeMirrorText(text)) return { kind: 'mirror-text' };
  if (bytes.subarray(0, 4096).includes(0)) return { kind: 'unknown', what: null };
  if (looksLikeTelegram(text) || isNamedCable(name, text)) return { kind: 'telegram' };
  return { kind: 'unknown', what: null };
}

/** How a row of cables.csv begins, with quotes or without; it need not be the first one, which may be torn. */
const tableRow = /^"?\d{1,9}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}"?,/m;

function looksLikeHtml(text: string): boolean {
  if (
    /^<(?:!doctype|html|head|body|\?xml|!--|table|div|h\d|p|dl|title|meta)\b/i.test(text) ||
    text.startsWith('<!--')
  ) {
    return true;
  }
  return /<table\b/i.test(text) && /<\/(?:table|td|th|tr)>/i.test(text);
}

/** A text in a file that is named by the reference id of a known post. */
function isNamedCable(name: string, text: string): boolean {
  const { canonicalId } = readReferenceId(name.replace(/\.[A-Za-z0-9.]{1,12}$/, ''));
  const post = referenceIdParts(canonicalId)?.post;
  return post !== undefined && postOf(post) !== null && /[A-Za-z]{2}/.test(text);
}

/** POSIX tar by its magic, older tar by the checksum of its first header. */
function isTar(bytes: Buffer): boolean {
  if (bytes.length < 512) return false;
  if (bytes.toString('latin1', 257, 262) === 'ustar') return true;
  const written = Number.parseInt(bytes.toString('latin1', 148, 156).replace(/[^0-7]/g, ''), 8);
  let sum = 0;
  for (let at = 0; at < 512; at++) sum += at >= 148 && at < 156 ? 0x20 : (bytes[at] ?? 0);
  return Number.isFinite(written) && written > 0 && sum === written;
}
