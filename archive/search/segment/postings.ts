/** Reads a word's postings: which documents it stands in, and how. */
import { BLOCK } from './info.ts';
import { LEVEL_OF_BITS, levelBits } from './posting-code.ts';
import type { TermCursor } from './term-cursor.ts';
import type { Segment, TermSpan } from './segment.ts';
import { Level } from './space.ts';

/** The documents of one word, with its level in each, and where the postings of every BLOCK-th keep their positions. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly levels: Uint8Array;
  readonly blocks: Uint32Array;
}

/** How many bytes the table of blocks behind a word's postings takes. */
export function blockBytes(count: number): number {
  return count > BLOCK ? Math.ceil(count / BLOCK) * 4 : 0;
}

/** room for the postings at hand: making it anew for each word would keep the collector busy */
let documentsRoom = new Uint32Array(1 << 14);
let levelsRoom = new Uint8Array(1 << 14);

/** Decodes one word's postings: good until the next call. */
export function postingsOf(segment: Segment, { count, postings, postingBytes }: TermCursor): Postings {
  const bytes = segment.readPostings(postings, postingBytes);
  if (documentsRoom.length < count) {
    documentsRoom = new Uint32Array(count * 2);
    levelsRoom = new Uint8Array(count * 2);
  }
  const documents = documentsRoom.subarray(0, count);
  const levels = levelsRoom.subarray(0, count);
  let at = 0;
  let document = -1;
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++] ?? 0;
    let code = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      code |= (byte & 127) << shift;
    }
    document += code >>> levelBits(code);
    documents[index] = document;
    levels[index] = (code & 1) === 0 ? Level.once : (LEVEL_OF_BITS[code & 7] ?? 0);
  }
  const blocks = new Uint32Array(blockBytes(count) / 4);
  for (let block = 0; block < blocks.length; block++) blocks[block] = bytes.readUInt32LE(at + block * 4);
  return { documents, levels, blocks };
}

/** A word's weight in a row, by level: in the subject, three times or more, once, twice. */
export type LevelWeights = readonly [number, number, number, number];

/**
 * Raises the scores of the rows where one of these words stands to its weight there; a weight of 0 leaves the row alone.
 * Works on the bytes: this is what every plain search spends its time on.
 */
export function scorePostings(
  segment: Segment,
  { counts, postings, postingBytes }: TermSpan,
  weights: LevelWeights,
  scores: Float32Array,
): void {
  if (counts.length === 0) return;
  const { rows } = segment;
  const bytes = segment.readPostings(postings, postingBytes);
  const once = weights[Level.once];
  const byBits = Float32Array.from(LEVEL_OF_BITS, level => weights[level] ?? 0);
  let at = 0;
  for (let term = 0; term < counts.length; term++) {
    const count = counts[term] ?? 0;
    let document = -1;
    for (let left = count; left > 0; left--) {
      let code = bytes[at++] ?? 0;
      if (code > 127) {
        code &= 127;
        let byte = 128;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0;
          code |= (byte & 127) << shift;
        }
      }
      let weight = once;
      if ((code & 1) === 0) document += code >>> 1;
      else {
        document += code >>> 3;
        weight = byBits[code & 7] ?? 0;
      }
      const row = rows[document] ?? 0;
      if (weight > (scores[row] ?? 0)) scores[row] = weight;
    }
    at += blockBytes(count);
  }
}
