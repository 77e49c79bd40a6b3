/** Finds the words of a query in a text again, to mark them. Offsets are those of the text as given. */
import type { Span } from '../../record.ts';
import { eachWanted, type Query } from '../query/query.ts';
import type { SequenceWord } from '../segment/sequence.ts';
import { Space } from '../segment/space.ts';
import { TokenPlaces } from '../tokens.ts';

/** A hit, and which of the query's words or phrases it is. */
export interface MarkedHit extends Span {
  readonly sequence: number;
}

export class Marker {
  private readonly sequences: (readonly SequenceWord[])[] = [];

  /** `part` tells for which part of a cable; the subject is searched by plain words too. */
  constructor(query: Query | null, part: 'body' | 'subject') {
    eachWanted(query, leaf => {
      if (leaf.kind !== 'words' || leaf.sequence.space !== Space.text) return;
      if (part === 'subject' || !leaf.sequence.subjectOnly) this.sequences.push(leaf.sequence.words);
    });
  }

  get empty(): boolean {
    return this.sequences.length === 0;
  }

  /** The hits in a text, in order; where they overlap the longest that begins first stays. */
  hits(text: string): MarkedHit[] {
    if (this.empty) return [];
    const places = new TokenPlaces(text);
    const { exact, prefixes } = this.byFirstWord();
    const initials = this.initials();
    const hits: MarkedHit[] = [];
    const add = (at: number, sequence: number): number => {
      const words = this.sequences[sequence] ?? [];
      for (const [offset, word] of words.entries()) {
        const token = places.token(at + offset);
        if (token === undefined) return 0;
        if (word.prefix ? !token.startsWith(word.token) : token !== word.token) return 0;
      }
      return words.length;
    };
    for (let at = 0; at < places.count;) {
      const first = text.charCodeAt(places.starts[at] ?? 0);
      const token = first > 127 || initials[first] === 1 ? places.token(at) : undefined;
      if (token === undefined) {
        at++;
        continue;
      }
      let longest = 0;
      let which = 0;
      const candidates = exact.get(token) ?? [];
      const wild = prefixes.filter(({ start }) => token.startsWith(start)).map(({ sequence }) => sequence);
      for (const sequence of wild.length === 0 ? candidates : [...candidates, ...wild]) {
        const length = add(at, sequence);
        if (length > longest) [longest, which] = [length, sequence];
      }
      if (longest > 0) {
        const end = places.ends[at + longest - 1] ?? 0;
        hits.push({ start: places.starts[at] ?? 0, end, sequence: which });
      }
      at += Math.max(longest, 1);
    }
    return hits;
  }

  /** The ASCII characters that a hit may begin with, in both cases. */
  private initials(): Uint8Array {
    const initials = new Uint8Array(128);
    for (const [first] of this.sequences) {
      const initial = first?.token.charAt(0) ?? '';
      for (const each of [initial, initial.toUpperCase()])
        if (each < '\u0080') initials[each.charCodeAt(0)] = 1;
    }
    return initials;
  }

  private byFirstWord(): { exact: Map<string, number[]>; prefixes: { start: string; sequence: number }[] } {
    const exact = new Map<string, number[]>();
    const prefixes: { start: string; sequence: number }[] = [];
    for (const [sequence, [first]] of this.sequences.entries()) {
      if (first === undefined) continue;
      if (first.prefix) prefixes.push({ start: first.token, sequence });
      else exact.set(first.token, [...(exact.get(first.token) ?? []), sequence]);
    }
    return { exact, prefixes };
  }
}
