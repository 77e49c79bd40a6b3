/** One frame as the store writes it, from texts. */
import type { FramePlace } from '../../archive/store/frame.ts';
import { sealFrame } from '../../archive/store/frame.ts';
import { Sheet } from '../../archive/store/sheet.ts';

/** A record's bytes and the length of its head. */
export function sealedRecord(
  place: FramePlace,
  description: string,
  header: string,
  body: string,
): { bytes: Buffer; headBytes: number } {
  const sheet = new Sheet(16);
  const text = Buffer.from(header === '' ? body : `${header}\n${body}`);
  const { at, headBytes } = sealFrame(sheet, 'record', place, Buffer.from(description), {
    bytes: text,
    headerBytes: Buffer.byteLength(header),
    bodyBytes: Buffer.byteLength(body),
  });
  return { bytes: Buffer.from(sheet.all().subarray(at)), headBytes };
}
