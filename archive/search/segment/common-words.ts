/**
 * The words of a segment that are worth proposing: in some rows at least, of letters, and not too long. The dictionary
 * holds ten times as many, most of them numbers, names met once, and slips of somebody else's hand.
 */
import type { PackedTexts } from '../../model/columns.ts';
import { Pace } from '../pace.ts';
import type { Segment } from './segment.ts';

/** words in fewer rows are more often slips themselves */
const ROWS = 2;
const SHORTEST = 2;
const LONGEST = 40;

/** Words in the order of their bytes, each with the number of rows it stands in, those of single rows left out. */
export interface WordList {
  readonly texts: PackedTexts;
  readonly counts: Uint32Array;
}

/** Words that are appended in order. */
class WordWriter {
  private bytes = new Uint8Array(1 << 16);
  private readonly starts: number[] = [0];
  private readonly counts: number[] = [];
  private used = 0;

  add(word: Uint8Array, from: number, to: number, count: number): void {
    if (this.used + to - from > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let at = from; at < to; at++) this.bytes[this.used++] = word[at] ?? 0;
    this.starts.push(this.used);
    this.counts.push(count);
  }

  get list(): WordList {
    const texts = { bytes: this.bytes.slice(0, this.used), starts: Uint32Array.from(this.starts) };
    return { texts, counts: Uint32Array.from(this.counts) };
  }
}

/** The common words of all segments together. Gives way while it works: that takes some tenths of a second. */
export async function commonWords(segments: readonly Segment[]): Promise<WordList> {
  const pace = new Pace();
  let all: WordList = new WordWriter().list;
  for (const segment of segments) {
    all = merged(all, await wordsOf(segment, pace));
    if (pace.due) await pace.breathe();
  }
  return all;
}

async function wordsOf(segment: Segment, pace: Pace): Promise<WordList> {
  const writer = new WordWriter();
  // words of header and marks come first, behind a leading byte, then numbers
  const [, from] = segment.range(Uint8Array.of(0x39));
  for (const cursor = segment.cursor(from, true); cursor.term < segment.terms; cursor.next()) {
    const { word, length, count } = cursor;
    if (count >= ROWS && length >= SHORTEST && length <= LONGEST && isOfLetters(word, length)) {
      writer.add(word, 0, length, count);
    }
    if ((cursor.term & 1023) === 0 && pace.due) await pace.breathe();
  }
  return writer.list;
}

function isOfLetters(word: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if ((word[at] ?? 0) < 0x61) return false;
  return true;
}

/** Two lists as one; of a word in both the counts are added up. */
function merged(a: WordList, b: WordList): WordList {
  const writer = new WordWriter();
  const add = ({ texts: { bytes, starts } }: WordList, index: number, count: number) =>
    writer.add(bytes, starts[index] ?? 0, starts[index + 1] ?? 0, count);
  let atB = 0;
  for (let atA = 0; atA < a.counts.length; atA++) {
    let order = -1;
    while (atB < b.counts.length && (order = compare(b.texts, atB, a.texts, atA)) < 0) {
      add(b, atB, b.counts[atB] ?? 0);
      atB++;
    }
    const both = atB < b.counts.length && order === 0;
    add(a, atA, (a.counts[atA] ?? 0) + (both ? (b.counts[atB++] ?? 0) : 0));
  }
  for (; atB < b.counts.length; atB++) add(b, atB, b.counts[atB] ?? 0);
  return writer.list;
}

function compare(a: PackedTexts, indexA: number, b: PackedTexts, indexB: number): number {
  const startA = a.starts[indexA] ?? 0;
  const startB = b.starts[indexB] ?? 0;
  const lengthA = (a.starts[indexA + 1] ?? 0) - startA;
  const lengthB = (b.starts[indexB + 1] ?? 0) - startB;
  const length = Math.min(lengthA, lengthB);
  for (let at = 0; at < length; at++) {
    const difference = (a.bytes[startA + at] ?? 0) - (b.bytes[startB + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
