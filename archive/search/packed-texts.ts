/** Looks into texts that stand one after the other in UTF-8, without making strings of them. */
import type { PackedTexts } from '../model/columns.ts';

/** Text number `index`. */
export function textAt({ bytes, starts }: PackedTexts, index: number): string {
  const start = starts[index] ?? 0;
  const { buffer, byteOffset } = bytes;
  return Buffer.from(buffer, byteOffset + start, (starts[index + 1] ?? start) - start).toString('utf8');
}

/** 1 for each text that is this one, or begins with it, in whatever case; `wanted` is in capitals. */
export function textsLike(texts: PackedTexts, wanted: string, prefix: boolean): Uint8Array {
  const { bytes, starts } = texts;
  const sought = Buffer.from(wanted);
  const found = new Uint8Array(Math.max(0, starts.length - 1));
  for (let index = 0; index < found.length; index++) {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    const like = likeness(bytes, start, end, sought, prefix);
    if (like === true) found[index] = 1;
    else if (like === null) {
      const text = textAt(texts, index).toUpperCase();
      if (prefix ? text.startsWith(wanted) : text === wanted) found[index] = 1;
    }
  }
  return found;
}

/** Null where there is more than ASCII before they differ: capitals of that can have another length. */
function likeness(
  bytes: Uint8Array,
  start: number,
  end: number,
  sought: Uint8Array,
  prefix: boolean,
): boolean | null {
  const length = Math.min(end - start, sought.length);
  for (let at = 0; at < length; at++) {
    let byte = bytes[start + at] ?? 0;
    if (byte > 0x7f) return null;
    if (byte > 0x60 && byte < 0x7b) byte -= 0x20;
    if (byte !== sought[at]) return false;
  }
  return end - start === sought.length || (prefix && end - start > sought.length);
}

/** The order of two of the texts by their bytes, which is that of their code points. */
export function compareTexts({ bytes, starts }: PackedTexts, a: number, b: number): number {
  const startA = starts[a] ?? 0;
  const startB = starts[b] ?? 0;
  const lengthA = (starts[a + 1] ?? 0) - startA;
  const lengthB = (starts[b + 1] ?? 0) - startB;
  const length = Math.min(lengthA, lengthB);
  for (let at = 0; at < length; at++) {
    const difference = (bytes[startA + at] ?? 0) - (bytes[startB + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
