/** A copy of a cable made ready for the packs: understood as far as the catalogue needs, with its checksums. */
import type { CatalogueFields } from '../model/catalogue.ts';
import type { RawCable } from '../model/raw.ts';
import { describeCable } from './frame.ts';
import { sameness, sha256, textKey } from './identity.ts';
import { rankOf } from './rank.ts';
import type { Piece, Sheet } from './sheet.ts';

export interface PreparedCopy {
  fields: CatalogueFields;
  key: string;
  sameness: string;
  fingerprint: string;
  rank: number;
  /** on the sheet: the texts as they stand in a frame, and the frame's lines but for its place */
  text: Piece;
  headerBytes: number;
  bodyBytes: number;
  description: Piece;
}

/** Equal for the same place in the same source, read the same way: such a copy is no new sighting. 16 hex digits. */
export function fingerprintOf(raw: RawCable, sourceSha256: string | null, key: string): string {
  const { file, member, row } = raw.place;
  const source = sourceSha256 ?? file;
  return sha256(JSON.stringify([source, member, row, key, Object.entries(raw.published)])).slice(0, 16);
}

/** What all copies of one import have in common. */
export interface CopyContext {
  imported: string;
  receipt: string;
  sourceSha256: string | null;
}

/** Prepares a copy, its texts written on the sheet. Needs nothing else of the archive, so that any thread can do it. */
export function prepareCopy(
  raw: RawCable,
  fields: CatalogueFields,
  context: CopyContext,
  sheet: Sheet,
): PreparedCopy {
  const header = sheet.text(raw.header);
  if (header.length > 0) sheet.text('\n');
  const body = sheet.text(raw.body);
  const bodyBytes = sheet.view(body);
  const key = textKey(sheet.view(header), bodyBytes);
  const same = sameness(bodyBytes);
  const description = describeCable(raw, {
    canonicalId: fields.canonicalId,
    key,
    sameness: same,
    ...context,
  });
  return {
    fields,
    key,
    sameness: same,
    fingerprint: fingerprintOf(raw, context.sourceSha256, key),
    rank: rankOf(raw, fields.partial),
    text: { at: header.at, length: body.at + body.length - header.at },
    headerBytes: header.length,
    bodyBytes: body.length,
    description: sheet.text(description),
  };
}
