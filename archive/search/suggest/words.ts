/** Words of the dictionary that begin with what is typed, the commonest first. */
import type { Snapshot } from '../answer/snapshot.ts';
import type { Segment } from '../segment/segment.ts';
import { Space, termBytes } from '../segment/space.ts';

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
  const candidates = new Set<string>();
  for (const segment of snapshot.segments) {
    const [from, to] = segment.range(prefix);
    for (const term of commonest(segment, from, to, limit * 2)) {
      candidates.add(segment.cursor(term, true).text());
    }
  }
  return Array.from(candidates, word => ({ word, count: countOf(snapshot, word) }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, limit);
}

function commonest(segment: Segment, from: number, to: number, limit: number): number[] {
  const best: { term: number; count: number }[] = [];
  if (from >= to) return [];
  for (const cursor = segment.cursor(from); cursor.term < to; cursor.next()) {
    const { term, count } = cursor;
    if (best.length === limit && count <= (best.at(-1)?.count ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.count ?? 0) < count) at--;
    best.splice(at, 0, { term, count });
    if (best.length > limit) best.pop();
  }
  return best.map(({ term }) => term);
}
