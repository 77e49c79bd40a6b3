/** Words of the dictionary that begin with what is typed, the commonest first. */
import type { Snapshot } from '../answer/snapshot.ts';
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
    if (term >= 0) count += segment.counts[term] ?? 0;
  }
  return count;
}

/** Takes the commonest words of every segment and counts those over all. */
export function wordsBeginning(snapshot: Snapshot, beginning: string, limit: number): CountedWord[] {
  const prefix = termBytes(Space.text, beginning);
  const candidates = new Set<string>();
  for (const segment of snapshot.segments) {
    const [from, to] = segment.range(prefix);
    for (const term of commonest(segment.counts, from, to, limit * 2)) candidates.add(segment.word(term));
  }
  return Array.from(candidates, word => ({ word, count: countOf(snapshot, word) }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, limit);
}

function commonest(counts: Uint32Array, from: number, to: number, limit: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (let term = from; term < to; term++) {
    const count = counts[term] ?? 0;
    if (best.length === limit && count <= least) continue;
    let at = best.length;
    while (at > 0 && (counts[best[at - 1] ?? 0] ?? 0) < count) at--;
    best.splice(at, 0, term);
    if (best.length > limit) best.pop();
    least = counts[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
