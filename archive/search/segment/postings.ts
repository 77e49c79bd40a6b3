/** Reads a word's postings: which documents it stands in, and how. */
import { BLOCK } from './info.ts';
import { bitsOfLevel, LEVEL_OF_BITS, levelBits } from './posting-code.ts';
import type { TermCursor } from './term-cursor.ts';
import type { Segment, TermSpan } from './segment.ts';

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

/** Room for the postings of a word, kept from one to the next: making it anew would keep the collector busy. */
export class PostingsRoom {
  documents = new Uint32Array(1 << 14);
  levels = new Uint8Array(1 << 14);

  grow(count: number): void {
    if (this.documents.length >= count) return;
    this.documents = new Uint32Array(count * 2);
    this.levels = new Uint8Array(count * 2);
  }
}

/** for those who are done with a word before they go on to the next */
const roomAtHand = new PostingsRoom();

/** Where a word's postings are. */
type PostingsPlace = Pick<TermCursor, 'count' | 'postings' | 'postingBytes'>;

/** Decodes one word's postings: good until the next call with the same room. */
export function postingsOf(
  segment: Segment,
  { count, postings, postingBytes }: PostingsPlace,
  room = roomAtHand,
): Postings {
  const bytes = segment.readPostings(postings, postingBytes);
  room.grow(count);
  const documents = room.documents.subarray(0, count);
  const levels = room.levels.subarray(0, count);
  let at = 0;
  let document = -1;
  for (let index = 0; index < count; index++) {
    let code = bytes[at++] ?? 0;
    if (code > 127) {
      code &= 127;
      let byte = 128;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        code |= (byte & 127) << shift;
      }
    }
    document += code >>> levelBits(code);
    documents[index] = document;
    levels[index] = LEVEL_OF_BITS[bitsOfLevel(code)] ?? 0;
  }
  const blocks = new Uint32Array(blockBytes(count) / 4);
  for (let block = 0; block < blocks.length; block++) blocks[block] = bytes.readUInt32LE(at + block * 4);
  return { documents, levels, blocks };
}

/** A word's weight in a row, by level: in the subject, three times or more, once, twice. */
export type LevelWeights = readonly [number, number, number, number];

/**
 * Raises the scores of the rows where one of these words stands to its weight there, from 0. Works on the bytes, and
 * without branches that nobody can foretell: this is what every plain search spends its time on.
 */
export function scorePostings(
  segment: Segment,
  span: TermSpan,
  weights: LevelWeights,
  scores: Float32Array,
): void {
  if (span.counts.length === 0) return;
  const bytes = segment.readPostings(span.postings, span.postingBytes);
  if (span.counts.length === 1) scoreWord(segment, span.rows, bytes, weights, scores);
  else scoreWords(segment, span.counts, bytes, weights, scores);
}

function scoreWord(
  { rows }: Segment,
  count: number,
  bytes: Uint8Array,
  weights: LevelWeights,
  scores: Float32Array,
): void {
  const byBits = Float32Array.from(LEVEL_OF_BITS, level => weights[level] ?? 0);
  let at = 0;
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
    document += code >>> levelBits(code);
    scores[rows[document] ?? 0] = byBits[bitsOfLevel(code)] ?? 0;
  }
}

/** in which ways the words at hand stand in each document: a bit for each `bitsOfLevel` */
let waysRoom = new Uint8Array(1 << 14);

/** Of many words the ways are collected first, within the processor's nearest memory; then the rows are scored. */
function scoreWords(
  { rows }: Segment,
  counts: Uint32Array,
  bytes: Uint8Array,
  weights: LevelWeights,
  scores: Float32Array,
): void {
  if (waysRoom.length < rows.length) waysRoom = new Uint8Array(rows.length);
  const ways = waysRoom.fill(0, 0, rows.length);
  const dense = rows.length / DENSE;
  let at = 0;
  for (let term = 0; term < counts.length; term++) {
    const count = counts[term] ?? 0;
    at = (count > dense ? collectDense : collectSparse)(bytes, at, count, ways) + blockBytes(count);
  }
  const byWays = Float32Array.from({ length: 256 }, (_, seen) =>
    LEVEL_OF_BITS.reduce((most, level, bits) => {
      return (seen & (1 << bits)) === 0 ? most : Math.max(most, weights[level] ?? 0);
    }, 0),
  );
  for (let document = 0; document < rows.length; document++) {
    const row = rows[document] ?? 0;
    scores[row] = Math.max(scores[row] ?? 0, byWays[ways[document] ?? 0] ?? 0);
  }
}

/** In a word of more than one in so many documents nearly every step takes one byte. */
const DENSE = 20;

function collectDense(bytes: Uint8Array, start: number, count: number, ways: Uint8Array): number {
  let at = start;
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
    document += code >>> levelBits(code);
    ways[document] = (ways[document] ?? 0) | (1 << bitsOfLevel(code));
  }
  return at;
}

/** Steps of one byte and of two are mixed here: both are read without asking. */
function collectSparse(bytes: Uint8Array, start: number, count: number, ways: Uint8Array): number {
  let at = start;
  let document = -1;
  for (let left = count; left > 0; left--) {
    const first = bytes[at] ?? 0;
    const goesOn = first >>> 7;
    const second = (bytes[at + 1] ?? 0) & -goesOn;
    let code = (first & 127) | ((second & 127) << 7);
    at += 1 + goesOn;
    if (second > 127) {
      let byte = 128;
      for (let shift = 14; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        code |= (byte & 127) << shift;
      }
    }
    document += code >>> levelBits(code);
    ways[document] = (ways[document] ?? 0) | (1 << bitsOfLevel(code));
  }
  return at;
}
