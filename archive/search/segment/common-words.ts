/**
 * The words of a segment that are worth proposing: in some rows at least, of letters, and not too long. The dictionary
 * holds ten times as many, most of them numbers, names met once, and slips of somebody else's hand.
 */
import type { PackedTexts } from '../../model/columns.ts';
import type { Pace } from '../pace.ts';
import type { Segment } from './segment.ts';

/** words in fewer rows are more often slips themselves */
const ROWS = 2;
const SHORTEST = 2;
const LONGEST = 40;

export interface CommonWords {
  readonly texts: PackedTexts;
  /** in how many rows of the segment each stands */
  readonly counts: Uint32Array;
  /** which letters each has, see `lettersOf` */
  readonly letters: Uint32Array;
}

/** Kept as long as their segment is open. */
const known = new WeakMap<Segment, CommonWords>();

/** Which letters some bytes hold, a bit for each of A to Z and others for the rest. */
export function lettersOf(bytes: Uint8Array, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at++) letters |= 1 << ((bytes[at] ?? 0) & 31);
  return letters;
}

/** Collects them the first time, giving way meanwhile; afterwards they are at hand. Throws `cancelled`. */
export async function commonWords(segment: Segment, pace: Pace): Promise<CommonWords> {
  const before = known.get(segment);
  if (before !== undefined) return before;
  let bytes = Buffer.allocUnsafeSlow(1 << 16);
  const starts: number[] = [0];
  const counts: number[] = [];
  let used = 0;
  for (const cursor = segment.cursor(0, true); cursor.term < segment.terms; cursor.next()) {
    const { word, length, count } = cursor;
    if (count < ROWS || length < SHORTEST || length > LONGEST || !isOfLetters(word, length)) continue;
    if (used + length > bytes.length) {
      const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
      bytes.copy(larger);
      bytes = larger;
    }
    for (let at = 0; at < length; at++) bytes[used + at] = word[at] ?? 0;
    used += length;
    starts.push(used);
    counts.push(count);
    if ((counts.length & 255) === 0 && pace.due) await pace.breathe();
  }
  const texts = { bytes: Buffer.from(bytes.subarray(0, used)), starts: Uint32Array.from(starts) };
  const letters = Uint32Array.from(counts, (_, at) =>
    lettersOf(texts.bytes, starts[at] ?? 0, starts[at + 1] ?? 0),
  );
  const words = { texts, counts: Uint32Array.from(counts), letters };
  known.set(segment, words);
  return words;
}

/** Words of header and marks stand behind a leading byte and are none either. */
function isOfLetters(word: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) {
    const byte = word[at] ?? 0;
    if (byte < 0x61) return false;
  }
  return true;
}
