/** Reads a word's postings: which documents it stands in, and how. */
import { BLOCK } from './info.ts';
import { LEVEL_OF_BITS, levelBits } from './posting-code.ts';
import type { TermCursor } from './term-cursor.ts';
import type { Segment } from './segment.ts';
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

/** Decodes one word's postings. */
export function postingsOf(segment: Segment, { count, postings, postingBytes }: TermCursor): Postings {
  const bytes = segment.readPostings(postings, postingBytes);
  const documents = new Uint32Array(count);
  const levels = new Uint8Array(count);
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
 * Raises the scores of the rows where one of the words `from` up to `to` stands to its weight there; a weight of 0
 * leaves the row alone. Works on the bytes: this is what every plain search spends its time on.
 */
export function scorePostings(
  segment: Segment,
  from: number,
  to: number,
  weights: LevelWeights,
  scores: Float32Array,
): void {
  if (from >= to) return;
  const { rows } = segment;
  const cursor = segment.cursor(from);
  const start = cursor.postings;
  const bytes = segment.readPostings(start, segment.cursor(to).postings - start);
  const once = weights[Level.once];
  const byBits = Float32Array.from(LEVEL_OF_BITS, level => weights[level] ?? 0);
  let at = 0;
  for (; cursor.term < to; cursor.next()) {
    const { count } = cursor;
    let document = -1;
    for (let left = count; left > 0; left--) {
      let byte = bytes[at++] ?? 0;
      let code = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        code |= (byte & 127) << shift;
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
