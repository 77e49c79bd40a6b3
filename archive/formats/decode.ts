/** The second step of reading: one frame's bytes to a raw cable, pure and synchronous. */
import type { RawItem } from '../model/raw.ts';
import { decodeCablebrowserHtml, decodeCablebrowserText } from './cablebrowser.ts';
import { decodeCsvRow } from './csv.ts';
import type { Framed } from './framed.ts';
import { decodeMirrorPage } from './mirror.ts';
import { decodeMirrorText } from './mirror-text.ts';
import { decodePackRecord } from './packs.ts';
import { decodeRecord } from './records.ts';
import { refuse } from './refuse.ts';
import { decodeTelegram } from './telegram.ts';

/** The cable in a frame, or the refusal that says why there is none. Never throws: a fault of ours is a refusal too. */
export function decode(framed: Framed): RawItem[] {
  try {
    return decoders[framed.format](framed);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const message = `Reading this cable failed by a fault of the program (${told}); please report it with the file.`;
    return [{ kind: 'refusal', refusal: refuse('internal', message, framed.place) }];
  }
}

const openBrace = 0x7b;
const openTag = 0x3c;

const decoders: Readonly<Record<Framed['format'], (framed: Framed) => RawItem[]>> = {
  mirror: framed => (framed.bytes[0] === openTag ? decodeMirrorPage(framed) : decodeMirrorText(framed)),
  csv: decodeCsvRow,
  'cablebrowser-text': decodeCablebrowserText,
  'cablebrowser-html': decodeCablebrowserHtml,
  telegram: decodeTelegram,
  valise: framed => (framed.bytes[0] === openBrace ? decodeRecord(framed) : decodePackRecord(framed)),
};
