/** From a framed cable's bytes to a copy ready for the packs. Pure and synchronous, so that any thread can do it. */
import { decode } from '../formats/decode.ts';
import type { Framed } from '../formats/framed.ts';
import type { Place, RawCable, Refusal } from '../model/raw.ts';
import { prepareCopy } from '../store/copy.ts';
import type { CopyContext, PreparedCopy } from '../store/copy.ts';
import { readForCatalogue } from './rooms.ts';

/** What the receipt says of a copy that was taken with a repair. */
export interface Doubt {
  code: string;
  message: string;
}

export type Prepared =
  | { kind: 'copy'; copy: PreparedCopy; place: Place; doubt: Doubt | null }
  | { kind: 'refusal'; refusal: Refusal };

function doubtOf(raw: RawCable): Doubt | null {
  const first = raw.warnings[0];
  return first === undefined ? null : { code: first.code, message: first.message };
}

function prepareCable(raw: RawCable, context: CopyContext): Prepared {
  const fields = readForCatalogue(raw);
  const { place } = raw;
  if (fields.canonicalId === '') {
    const message = 'No reference id could be found for this cable.';
    return { kind: 'refusal', refusal: { code: 'no-id', message, place } };
  }
  return { kind: 'copy', copy: prepareCopy(raw, fields, context), place, doubt: doubtOf(raw) };
}

/** What a frame holds. A fault of ours in one cable refuses that cable, never the import. */
export function prepareFrame(framed: Framed, context: CopyContext): Prepared[] {
  try {
    return decode(framed).map(item => (item.kind === 'refusal' ? item : prepareCable(item.cable, context)));
  } catch (thrown) {
    const message = `This cable could not be read: ${thrown instanceof Error ? thrown.message : String(thrown)}.`;
    return [{ kind: 'refusal', refusal: { code: 'internal', message, place: framed.place } }];
  }
}
