/** Finds the words of a query in a text again, to mark them. Offsets are those of the text as given. */
import type { Span } from '../../record.ts';
import { eachWanted, type Query } from '../query/query.ts';
import type { SequenceWord } from '../segment/sequence.ts';
import { Space } from '../segment/space.ts';
import { wordPlaces, type WordPlaces } from './word-places.ts';

/** A hit, and which of the query's words or phrases it is. */
export interface MarkedHit extends Span {
  readonly sequence: number;
}

export class Marker {
  private readonly sequences: (readonly SequenceWord[])[] = [];
  /** first word -> the sequences that begin with it */
  private readonly exact = new Map<string, number[]>();
  private readonly prefixes: { start: string; sequence: number }[] = [];
  private readonly heads: readonly string[];

  /** `part` tells for which part of a cable; the subject is searched by plain words too. */
  constructor(query: Query | null, part: 'body' | 'subject') {
    eachWanted(query, leaf => {
      if (leaf.kind !== 'words' || leaf.sequence.space !== Space.text) return;
      if (part === 'subject' || !leaf.sequence.subjectOnly) this.sequences.push(leaf.sequence.words);
    });
    const heads = new Set<string>();
    for (const [sequence, [first]] of this.sequences.entries()) {
      if (first === undefined) continue;
      heads.add(first.token);
      if (first.prefix) this.prefixes.push({ start: first.token, sequence });
      else this.exact.set(first.token, [...(this.exact.get(first.token) ?? []), sequence]);
    }
    this.heads = [...heads];
  }

  get empty(): boolean {
    return this.sequences.length === 0;
  }

  /** The hits in a text, in order; where they overlap the longest that begins first stays. */
  hits(text: string): MarkedHit[] {
    if (this.empty) return [];
    const places = wordPlaces(text, this.heads);
    const hits: MarkedHit[] = [];
    while (places.find()) {
      let longest = 0;
      let which = 0;
      for (const sequence of this.candidates(places.token(0) ?? '')) {
        const length = lengthAt(places, this.sequences[sequence] ?? []);
        if (length > longest) [longest, which] = [length, sequence];
      }
      if (longest > 0) hits.push({ start: places.start(0), end: places.end(longest - 1), sequence: which });
      places.pass(Math.max(longest, 1));
    }
    return hits;
  }

  private candidates(token: string): readonly number[] {
    const exact = this.exact.get(token) ?? [];
    const wild = this.prefixes.filter(({ start }) => token.startsWith(start));
    return wild.length === 0 ? exact : [...exact, ...wild.map(({ sequence }) => sequence)];
  }
}

/** How many words the sequence takes where it stands at this place; 0 where it does not. */
function lengthAt(places: WordPlaces, words: readonly SequenceWord[]): number {
  for (const [offset, word] of words.entries()) {
    const token = places.token(offset);
    if (token === undefined) return 0;
    if (word.prefix ? !token.startsWith(word.token) : token !== word.token) return 0;
  }
  return words.length;
}
