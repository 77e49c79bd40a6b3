/**
 * Names of a closed kind - posts, TAGS, people, dossiers - found by the beginnings of their words and through typing
 * slips. FlexSearch keeps them in memory: there are few, and this is what it is best at.
 */
import { Index } from 'flexsearch';
import { tokensOf } from '../tokens.ts';

export interface Name {
  readonly value: string;
  /** what the person sees; its words are searched too */
  readonly label: string;
  readonly count: number;
}

/** of the rarest names only the beginnings of the first so many are kept, to bound the memory */
const MOST = 2000;

export class Names {
  private readonly names: readonly Name[];
  private readonly beginnings = new Index({ tokenize: 'forward', encode: tokensOf });
  /** made when first asked for: most people type no slip */
  private slips: Index | undefined;

  constructor(names: readonly Name[]) {
    this.names = [...names].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST);
    this.fill(this.beginnings);
  }

  private fill(index: Index): Index {
    for (const [number, { value, label }] of this.names.entries()) {
      index.add(number, label.includes(value) ? label : `${value} ${label}`);
    }
    return index;
  }

  /** The names that have all words typed, the last one perhaps begun only; where there are none, those with a slip. */
  find(typed: string, limit: number): Name[] {
    if (typed.trim() === '') return this.names.slice(0, limit);
    const begun = this.take(this.beginnings.search(typed, { limit: 500 }), limit);
    return begun.length > 0 ? begun : this.misspelt(typed, limit);
  }

  /** The names that are meant, perhaps, by a word with a slip in it. */
  misspelt(typed: string, limit: number): Name[] {
    if (typed.length < 4) return [];
    this.slips ??= this.fill(new Index({ tokenize: 'tolerant', encode: tokensOf }));
    return this.take(this.slips.search(typed, { limit: 100 }), limit);
  }

  /** The commonest first: numbers were given in that order. */
  private take(numbers: readonly (number | string)[], limit: number): Name[] {
    return numbers
      .map(Number)
      .sort((a, b) => a - b)
      .slice(0, limit)
      .flatMap(number => this.names[number] ?? []);
  }
}
