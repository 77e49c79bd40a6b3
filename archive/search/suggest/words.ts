/** Words of the dictionary that begin with what is typed, the commonest first. */
import type { Snapshot } from '../answer/snapshot.ts';
import { textAt } from '../packed-texts.ts';
import type { Segment } from '../segment/segment.ts';
import { Space, termBytes } from '../segment/space.ts';
import { readyVocabulary, type Vocabulary } from './vocabulary.ts';

/** Behind so few letters the vocabulary is enough, where it is made: the commonest words are in it. */
const FEW_LETTERS = 2;

export interface CountedWord {
  readonly word: string;
  /** in how many records it stands */
  readonly count: number;
}

/** In how many records a word stands. */
export function countOf({ segments }: Snapshot, word: string): number {
  const bytes = termBytes(Space.text, word);
  let count = 0;
  for (const segment of segments) {
    const term = segment.find(bytes);
    if (term >= 0) count += segment.count(term);
  }
  return count;
}

/** Takes the commonest words of every segment and counts those over all. */
export function wordsBeginning(snapshot: Snapshot, beginning: string, limit: number): CountedWord[] {
  const prefix = termBytes(Space.text, beginning);
  const vocabulary = prefix.length <= FEW_LETTERS ? readyVocabulary(snapshot) : undefined;
  const candidates = new Set(vocabulary === undefined ? [] : knownWords(vocabulary, prefix, limit * 2));
  if (candidates.size < limit) {
    for (const segment of snapshot.segments) {
      for (const word of commonest(segment, prefix, limit * 2)) candidates.add(word);
    }
  }
  return Array.from(candidates, word => ({ word, count: countOf(snapshot, word) }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, limit);
}

/** The numbers with the highest counts, so many at most. */
class Highest {
  readonly best: { number: number; count: number }[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  see(number: number, count: number): void {
    const { best, limit } = this;
    if (best.length === limit && count <= (best.at(-1)?.count ?? 0)) return;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.count ?? 0) < count) at--;
    best.splice(at, 0, { number, count });
    if (best.length > limit) best.pop();
  }
}

function knownWords({ words: { texts, counts } }: Vocabulary, prefix: Uint8Array, limit: number): string[] {
  const { bytes, starts } = texts;
  const order = (index: number) => {
    const start = starts[index] ?? 0;
    const length = Math.min((starts[index + 1] ?? 0) - start, prefix.length);
    for (let at = 0; at < length; at++) {
      const difference = (bytes[start + at] ?? 0) - (prefix[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - prefix.length;
  };
  let from = 0;
  for (let high = counts.length; from < high;) {
    const middle = (from + high) >>> 1;
    if (order(middle) < 0) from = middle + 1;
    else high = middle;
  }
  const highest = new Highest(limit);
  for (let index = from; index < counts.length && order(index) === 0; index++)
    highest.see(index, counts[index] ?? 0);
  return highest.best.map(({ number }) => textAt(texts, number));
}

function commonest(segment: Segment, prefix: Uint8Array, limit: number): string[] {
  const [from, to] = segment.range(prefix);
  if (from >= to) return [];
  const highest = new Highest(limit);
  for (const cursor = segment.cursor(from); cursor.term < to; cursor.next())
    highest.see(cursor.term, cursor.count);
  return highest.best.map(({ number }) => segment.cursor(number, true).text());
}
