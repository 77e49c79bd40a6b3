/** A copy of a cable made ready for the packs: understood as far as the catalogue needs, with its checksums. */
import type { CatalogueFields } from '../model/catalogue.ts';
import type { RawCable } from '../model/raw.ts';
import { describeCable } from './frame.ts';
import { sameness, sha256, textKey } from './identity.ts';
import { rankOf } from './rank.ts';

export interface PreparedCopy {
  fields: CatalogueFields;
  key: string;
  sameness: string;
  fingerprint: string;
  rank: number;
  /** the frame's lines but for its place */
  description: string;
  header: Uint8Array;
  body: Uint8Array;
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

/** Prepares a copy. Pure, so that any thread can do it. */
export function prepareCopy(raw: RawCable, fields: CatalogueFields, context: CopyContext): PreparedCopy {
  const header = Buffer.from(raw.header);
  const body = Buffer.from(raw.body);
  const key = textKey(header, body);
  const same = sameness(raw.body, body);
  return {
    fields,
    key,
    sameness: same,
    fingerprint: fingerprintOf(raw, context.sourceSha256, key),
    rank: rankOf(raw, fields.partial),
    description: describeCable(raw, { canonicalId: fields.canonicalId, key, sameness: same, ...context }),
    header,
    body,
  };
}
