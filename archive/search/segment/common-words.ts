/**
 * The words of a segment that are worth proposing: in some rows at least, of letters, and not too long. The dictionary
 * holds ten times as many, most of them numbers, names met once, and slips of somebody else's hand.
 */
import type { PackedTexts } from '../../model/columns.ts';
import type { Pace } from '../pace.ts';
import type { Segment } from './segment.ts';

/** words in fewer rows, or in fewer than one of so many, are more often slips themselves */
const ROWS = 2;
const ONE_OF = 5000;
const SHORTEST = 2;
const LONGEST = 40;

/** Words in the order of their bytes, each with the number of rows it stands in, those of single rows left out. */
export interface WordList {
  readonly texts: PackedTexts;
  readonly counts: Uint32Array;
}

/** Words that are appended in order. */
class WordWriter {
  private bytes: Uint8Array;
  private starts: Uint32Array;
  private counts: Uint32Array;
  private words = 0;
  private used = 0;

  /** With room for so many words and bytes, for a start. */
  constructor(words = 1 << 12, bytes = words * 8) {
    this.bytes = new Uint8Array(bytes);
    this.starts = new Uint32Array(words + 1);
    this.counts = new Uint32Array(words);
  }

  add(word: Uint8Array, from: number, to: number, count: number): void {
    if (this.used + to - from > this.bytes.length || this.words === this.counts.length) this.grow(to - from);
    const { bytes } = this;
    let { used } = this;
    for (let at = from; at < to; at++) bytes[used++] = word[at] ?? 0;
    this.used = used;
    this.counts[this.words++] = count;
    this.starts[this.words] = used;
  }

  private grow(more: number): void {
    const bytes = new Uint8Array((this.used + more) * 2);
    const starts = new Uint32Array(this.words * 2 + 2);
    const counts = new Uint32Array(this.words * 2 + 1);
    bytes.set(this.bytes.subarray(0, this.used));
    starts.set(this.starts.subarray(0, this.words + 1));
    counts.set(this.counts.subarray(0, this.words));
    this.bytes = bytes;
    this.starts = starts;
    this.counts = counts;
  }

  get list(): WordList {
    const texts = { bytes: this.bytes.slice(0, this.used), starts: this.starts.slice(0, this.words + 1) };
    return { texts, counts: this.counts.slice(0, this.words) };
  }
}

/** The common words of all segments together. Gives way while it works: that takes some tenths of a second. */
export async function commonWords(segments: readonly Segment[], pace: Pace): Promise<WordList> {
  // lists of about the same length are made one, so that no word is carried along more often than need be
  const lists: { list: WordList; depth: number }[] = [];
  const joinTwo = async () => {
    const [one, other] = lists.splice(-2);
    if (one === undefined || other === undefined) return;
    lists.push({ list: await merged(one.list, other.list, pace), depth: one.depth + 1 });
  };
  for (const segment of segments) {
    lists.push({ list: await wordsOf(segment, pace), depth: 0 });
    while (lists.length > 1 && lists.at(-2)?.depth === lists.at(-1)?.depth) await joinTwo();
  }
  while (lists.length > 1) await joinTwo();
  return lists[0]?.list ?? new WordWriter(0).list;
}

async function wordsOf(segment: Segment, pace: Pace): Promise<WordList> {
  const writer = new WordWriter();
  const rows = Math.max(ROWS, segment.documents / ONE_OF);
  // words of header and marks come first, behind a leading byte, then numbers
  const [, from] = segment.range(Uint8Array.of(0x39));
  const cursor = segment.cursor(from, true);
  for (let turn = 0; cursor.term < segment.terms; cursor.nextIn(rows), turn++) {
    const { word, length, count } = cursor;
    if (count >= rows && length >= SHORTEST && length <= LONGEST && isOfLetters(word, length)) {
      writer.add(word, 0, length, count);
    }
    if ((turn & 63) === 0 && pace.due) await pace.breathe();
  }
  return writer.list;
}

function isOfLetters(word: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if ((word[at] ?? 0) < 0x61) return false;
  return true;
}

/** Two lists as one; of a word in both the counts are added up. */
async function merged(a: WordList, b: WordList, pace: Pace): Promise<WordList> {
  const writer = new WordWriter(
    a.counts.length + b.counts.length,
    a.texts.bytes.length + b.texts.bytes.length,
  );
  const add = ({ texts: { bytes, starts } }: WordList, index: number, count: number) =>
    writer.add(bytes, starts[index] ?? 0, starts[index + 1] ?? 0, count);
  let atB = 0;
  for (let atA = 0; atA < a.counts.length; atA++) {
    if ((atA & 1023) === 0 && pace.due) await pace.breathe();
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
