/**
 * From bytes to text without silent damage. A byte order mark tells; valid UTF-8 tells itself; what is left is taken for
 * Windows-1252 (or Latin-1, its subset), and that it was assumed is said.
 */
import type { Warning } from '../record.ts';
import { asBuffer, ByteReader } from './byte-reader.ts';
import type { FrameContext } from './framed.ts';

export interface DecodedText {
  text: string;
  encoding: string;
  assumed: boolean;
  warnings: Warning[];
}

/** Windows-1252 between 0x80 and 0x9F; the five places that it leaves empty keep their control characters. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** The encoding that the beginning of a file tells, and the length of its byte order mark. */
export function sniffEncoding(head: Uint8Array): FrameContext & { mark: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', assumed: false, mark: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', assumed: false, mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', assumed: false, mark: 2 };
  const zeros = [0, 0];
  const looked = Math.min(head.length, 512);
  for (let at = 0; at < looked; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Without a mark, English text in UTF-16 shows as a zero in every other byte.
  if (looked >= 16 && even + odd > looked * 0.4) {
    if (odd > even * 8) return { encoding: 'utf-16le', assumed: true, mark: 0 };
    if (even > odd * 8) return { encoding: 'utf-16be', assumed: true, mark: 0 };
  }
  return { encoding: 'unknown', assumed: false, mark: 0 };
}

/** A reader of the same text in UTF-8, so that every format is framed in one encoding only. */
export function transcoded(reader: ByteReader, encoding: string): ByteReader {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return reader;
  return new ByteReader(Buffer.alloc(0), utf16Chunks(reader, encoding));
}

async function* utf16Chunks(
  reader: ByteReader,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  let left = Buffer.alloc(0);
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    const units = Buffer.concat([left, chunk]);
    left = units.subarray(units.length - (units.length % 2));
    const whole = units.subarray(0, units.length - left.length);
    // Not every runtime's decoder knows the big end first; turning the bytes round is the same.
    if (encoding === 'utf-16be') whole.swap16();
    yield Buffer.from(decoder.decode(whole, { stream: true }), 'utf8');
  }
  yield Buffer.from(decoder.decode(left), 'utf8');
}

/** The text of a frame. Whatever the bytes, every one of them stands for something in it. */
export function decodeText(bytes: Uint8Array, context: FrameContext): DecodedText {
  const buffer = asBuffer(bytes);
  const fast = buffer.toString('utf8');
  const known = context.encoding.startsWith('utf-16') ? context.encoding : 'utf-8';
  const warnings = context.assumed ? [assumption(known, 'it has no byte order mark')] : [];
  // The replacement character appears where the bytes are no UTF-8, or where somebody wrote one.
  if (!fast.includes('\uFFFD')) return { text: fast, encoding: known, assumed: context.assumed, warnings };
  const { text, valid, stray, control } = decodeMixed(buffer);
  if (stray === 0) return { text, encoding: known, assumed: context.assumed, warnings };
  if (valid > 0) {
    const message = `${stray} bytes that are not UTF-8 were read as Windows-1252.`;
    warnings.push({ code: 'encoding-mixed', message, start: null, end: null });
    return { text, encoding: 'utf-8', assumed: true, warnings };
  }
  const encoding = control ? 'windows-1252' : 'iso-8859-1';
  const declared = context.encoding === 'windows-1252' || context.encoding === 'iso-8859-1';
  if (!declared) warnings.push(assumption(encoding, 'it is not UTF-8 and does not name its encoding'));
  return { text, encoding, assumed: !declared, warnings };
}

function assumption(encoding: string, because: string): Warning {
  const message = `The text was read as ${encoding}: ${because}. Letters with accents may be wrong.`;
  return { code: 'encoding-assumed', message, start: null, end: null };
}

interface Mixed {
  text: string;
  /** sequences of several bytes that are UTF-8 */
  valid: number;
  /** bytes that are not, read as Windows-1252 */
  stray: number;
  /** whether one of those was between 0x80 and 0x9F, where Latin-1 has no letters */
  control: boolean;
}

/** UTF-8 where it is UTF-8, and each byte that is not as its Windows-1252 character: one bad byte does not spoil the rest. */
function decodeMixed(buffer: Buffer): Mixed {
  const pieces: string[] = [];
  const mixed: Mixed = { text: '', valid: 0, stray: 0, control: false };
  let start = 0;
  let at = 0;
  while (at < buffer.length) {
    const length = sequenceLength(buffer, at);
    if (length > 0) {
      if (length > 1) mixed.valid++;
      at += length;
      continue;
    }
    if (at > start) pieces.push(buffer.toString('utf8', start, at));
    const byte = buffer[at] ?? 0;
    if (byte < 0xa0) mixed.control = true;
    pieces.push(byte < 0xa0 ? (windows1252[byte - 0x80] ?? '') : String.fromCharCode(byte));
    mixed.stray++;
    at++;
    start = at;
  }
  if (at > start) pieces.push(buffer.toString('utf8', start, at));
  mixed.text = pieces.join('');
  return mixed;
}

/** How many bytes the UTF-8 sequence at `at` has; 0 where there is none (RFC 3629: no overlong forms, no surrogates). */
function sequenceLength(buffer: Buffer, at: number): number {
  const first = buffer[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let offset = 1; offset < length; offset++) {
    const byte = buffer[at + offset];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = buffer[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}
