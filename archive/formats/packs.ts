/**
 * Valise's own packs, taken in again from a copy of an archive's `data/` folder. As in the store, a frame is believed when
 * its checksums fit and it carries the pack's token; what stands inside another's declared length is its text.
 */
import type { RawItem } from '../model/raw.ts';
import { factsOf, parseHead, rawCableOf } from '../store/frame-head.ts';
import { endLine, textSpan } from '../store/frame.ts';
import { textKey } from '../store/identity.ts';
import { textOf } from '../store/pack-reader.ts';
import { asBuffer, type ByteReader } from './byte-reader.ts';
import type { Framed } from './framed.ts';
import { hasLineBreaks } from './line-breaks.ts';
import type { RecordFault } from './records.ts';
import { refuse } from './refuse.ts';

const opening = 'Valise-';
const blankLine = Buffer.from('\n\n');

/** Whether a file begins like a pack. */
export function looksLikePack(text: string): boolean {
  return /^Valise-(?:Record|Sighting|Withdrawal|Restoral): \d+\nToken: /.test(text);
}

/** The records of a pack, each with its head; `limit` is the longest in bytes. Other frames hold no text and are passed. */
export async function* splitPack(
  reader: ByteReader,
  limit: number,
): AsyncGenerator<Uint8Array | RecordFault> {
  let token: string | null = null;
  let damaged = false;
  let offset = 0;
  for (;;) {
    const frame = await nextFrame(reader, limit, token, offset);
    if (frame === 'end') return;
    if (frame === 'damage') {
      if (!damaged) yield { code: 'damaged-source', message: damage };
      damaged = true;
      const skipped = await skipToOpening(reader);
      if (skipped === null) return;
      offset += skipped;
      continue;
    }
    damaged = false;
    token ??= frame.token;
    offset += frame.bytes.length;
    if (frame.isRecord) yield frame.bytes;
  }
}

const damage =
  'Part of the pack is damaged and was left out; reading went on at the next whole record. Take another copy for the rest.';

type NextFrame = { bytes: Uint8Array; token: string; isRecord: boolean } | 'damage' | 'end';

async function nextFrame(
  reader: ByteReader,
  limit: number,
  token: string | null,
  offset: number,
): Promise<NextFrame> {
  let window = await reader.peek(64 * 1024);
  if (window.toString('latin1').trim() === '') return 'end';
  let headEnd = window.indexOf(blankLine);
  if (headEnd < 0) {
    window = await reader.peek(limit);
    headEnd = window.indexOf(blankLine);
  }
  if (headEnd < 0) return 'damage';
  const head = parseHead(window.subarray(0, headEnd + blankLine.length));
  if (head === null || head.bytes > limit) return 'damage';
  // Until a frame has told the token, one is believed only where it says that it stands.
  const own = token === null ? head.place.offset === offset : head.place.token === token;
  if (!own) return 'damage';
  const whole = await reader.peek(head.bytes);
  const end = Buffer.from(endLine(head.place));
  if (whole.length < head.bytes || !whole.subarray(-end.length).equals(end)) return 'damage';
  const span = textSpan(head.headerBytes, head.bodyBytes);
  const text = whole.subarray(head.headBytes);
  const isRecord = head.kind === 'record';
  const key = textKey(text.subarray(0, head.headerBytes), text.subarray(span.body, span.size));
  if (isRecord && key !== factsOf(head).key) return 'damage';
  const bytes = new Uint8Array(whole);
  reader.skip(head.bytes);
  return { bytes, token: head.place.token, isRecord };
}

/** How many bytes were passed up to the next line that may open a frame; null where there is none. */
async function skipToOpening(reader: ByteReader): Promise<number | null> {
  reader.skip(1);
  for (let skipped = 1; ;) {
    const window = await reader.peek(1024 * 1024);
    const found = window.indexOf(`\n${opening}`);
    if (found < 0 && window.length <= opening.length) return null;
    const step = found < 0 ? window.length - opening.length : found + 1;
    reader.skip(step);
    skipped += step;
    if (found >= 0) return skipped;
  }
}

/** Decodes a record of a pack: the copy as the archive kept it, its own warnings included. */
export function decodePackRecord(framed: Framed): RawItem[] {
  const bytes = asBuffer(framed.bytes);
  const head = parseHead(bytes.subarray(0, bytes.indexOf(blankLine) + blankLine.length));
  if (head === null) {
    const message = 'The record is damaged; take another copy of the archive.';
    return [{ kind: 'refusal', refusal: refuse('damaged-source', message, framed.place) }];
  }
  const { header, body } = textOf(bytes.subarray(head.headBytes), head.headerBytes, head.bodyBytes);
  const kept = rawCableOf(head, header, body);
  const rendering = { ...kept.rendering, format: 'valise' as const, lineBreaks: hasLineBreaks(body) };
  return [{ kind: 'cable', cable: { ...kept, place: framed.place, rendering } }];
}
