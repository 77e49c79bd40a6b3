/** From a framed cable's bytes to a copy ready for the packs. Pure and synchronous, so that any thread can do it. */
import { decode } from '../formats/decode.ts';
import type { Framed } from '../formats/framed.ts';
import type { CatalogueFields } from '../model/catalogue.ts';
import type { Place, RawCable, Refusal } from '../model/raw.ts';
import { prepareCopy } from '../store/copy.ts';
import type { CopyContext, PreparedCopy } from '../store/copy.ts';
import type { Sheet } from '../store/sheet.ts';
import { readForCatalogue } from '../text/read-for-catalogue.ts';

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

type OnCable = (raw: RawCable, fields: CatalogueFields) => void;

function prepareCable(raw: RawCable, context: CopyContext, sheet: Sheet, onCable: OnCable): Prepared {
  const fields = readForCatalogue(raw);
  const { place } = raw;
  if (fields.canonicalId === '') {
    const message = 'No reference id could be found for this cable.';
    return { kind: 'refusal', refusal: { code: 'no-id', message, place } };
  }
  const copy = prepareCopy(raw, fields, context, sheet);
  onCable(raw, fields);
  return { kind: 'copy', copy, place, doubt: doubtOf(raw) };
}

/**
 * What a frame holds, its texts written on the sheet; `onCable` is told of each copy in it, in order. A fault of ours in one cable refuses that cable,
 * never the import.
 */
export function prepareFrame(
  framed: Framed,
  context: CopyContext,
  sheet: Sheet,
  onCable: OnCable,
): Prepared[] {
  return decode(framed).map(item => {
    if (item.kind === 'refusal') return item;
    try {
      return prepareCable(item.cable, context, sheet, onCable);
    } catch (thrown) {
      const told = thrown instanceof Error ? thrown.message : String(thrown);
      const message = `This cable could not be read by a fault of the program (${told}); please report it with the file.`;
      return { kind: 'refusal', refusal: { code: 'internal', message, place: item.cable.place } };
    }
  });
}
