/** Which copy of a record is shown: full over partial, header kept, line breaks kept, encoding known, more fields. */
import type { RawCable } from '../model/raw.ts';

/** Larger is better. Below 65,536. Depends on nothing but the copy, so that a rebuild chooses the same one. */
export function rankOf(raw: RawCable, partial: boolean | null): number {
  const fields = Object.values(raw.published).filter(value => value !== '').length;
  return (
    (partial === true ? 0 : 0x8000) |
    (raw.header === '' ? 0 : 0x4000) |
    (raw.rendering.lineBreaks ? 0x2000 : 0) |
    (raw.rendering.assumed ? 0 : 0x1000) |
    Math.min(fields, 0xfff)
  );
}

/** The part of a rank that tells whole copies from partial ones: what a choice between versions stands on. */
export function wholeness(rank: number): number {
  return rank & 0xc000;
}
