/** Valise's own records as `show --json`, `parse` and exports write them: one JSON object, one a line, or a list of them. */
import { z } from 'zod';
import type { RawItem } from '../model/raw.ts';
import { PublishedSchema } from '../record.ts';
import { asBuffer, type ByteReader } from './byte-reader.ts';
import { decodeText } from './encoding.ts';
import type { Framed } from './framed.ts';
import { hasLineBreaks } from './line-breaks.ts';
import { refuse } from './refuse.ts';

export interface RecordFault {
  code: 'damaged-source' | 'too-large';
  message: string;
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The objects of a file, whatever commas, brackets and line ends stand between them; `limit` is in bytes. */
export async function* splitRecords(
  reader: ByteReader,
  limit: number,
): AsyncGenerator<Uint8Array | RecordFault> {
  let held = Buffer.alloc(0);
  let at = 0;
  let start = -1;
  let depth = 0;
  let quoted = false;
  for (;;) {
    for (; at < held.length; at++) {
      const byte = held[at] ?? 0;
      if (quoted) {
        if (byte === backslash) at++;
        else if (byte === quote) quoted = false;
      } else if (byte === quote) quoted = depth > 0;
      else if (byte === openBrace && depth++ === 0) start = at;
      else if (byte === closeBrace && depth > 0 && --depth === 0) {
        yield new Uint8Array(held.subarray(start, at + 1));
        start = -1;
      }
    }
    const keep = start < 0 ? held.length : start;
    if (held.length - keep > limit) {
      yield { code: 'too-large', message: `A record is longer than ${limit} bytes; reading stopped there.` };
      await reader.close();
      return;
    }
    const chunk = await reader.next();
    if (chunk === null) break;
    held = Buffer.concat([held.subarray(keep), chunk]);
    at -= keep;
    if (start >= 0) start = 0;
  }
  if (start >= 0)
    yield {
      code: 'damaged-source',
      message: 'The file breaks off inside its last record; get a whole copy.',
    };
}

/** What a record must have to be taken in again; all that was derived is derived anew. */
const RecordSchema = z.object({
  schema: z.literal(1),
  id: z.string().min(1),
  published: PublishedSchema,
  header: z.string(),
  body: z.string(),
});

/** Decodes one record: the published fields, header and body that it was made of. */
export function decodeRecord(framed: Framed): RawItem[] {
  const { text, encoding, assumed, warnings } = decodeText(asBuffer(framed.bytes), framed.context);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const message = 'The record is not valid JSON; export it again from the archive that it came from.';
    return [{ kind: 'refusal', refusal: refuse('damaged-source', message, framed.place) }];
  }
  const parsed = RecordSchema.safeParse(data);
  if (!parsed.success) {
    const message =
      'The object is no record of a cable as `valise show --json` prints them (schema 1, id, published, header, body).';
    return [{ kind: 'refusal', refusal: refuse('not-a-cable-file', message, framed.place) }];
  }
  const { id, published, header, body } = parsed.data;
  const lineBreaks = hasLineBreaks(body);
  const rendering = { format: 'valise' as const, lineBreaks, encoding, assumed };
  return [
    {
      kind: 'cable',
      cable: { place: framed.place, rendering, published: { id, ...published }, header, body, warnings },
    },
  ];
}
