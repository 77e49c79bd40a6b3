/**
 * Names of a closed kind - posts, TAGS, people, dossiers - found by the beginnings of their words and through typing
 * slips, for which FlexSearch keeps them in memory: this is what it is best at.
 */
import { Index } from 'flexsearch';
import { Pace } from '../pace.ts';
import { foldedText, tokensOf } from '../tokens.ts';

export interface Name {
  readonly value: string;
  /** what the person sees; its words are searched too */
  readonly label: string;
  readonly count: number;
}

/** of each kind so many names are known, the commonest, to bound the memory and the time */
export const MOST_NAMES = 2000;
/** slips are known in fewer, since their index takes more than ten times the memory of the names */
const MOST_SLIPS = 600;

export class Names {
  private readonly names: readonly Name[];
  /** the words of each name, every one behind a space */
  private readonly words: readonly string[];
  /** made when first asked for: most people type no slip */
  private slips: Promise<Index> | undefined;

  constructor(names: readonly Name[]) {
    this.names = [...names].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    this.words = this.names.map(name => ` ${foldedText(searchedText(name))}`);
  }

  /** The names that have all words typed, each perhaps begun only; where there are none, those with a slip. */
  async find(typed: string, limit: number): Promise<Name[]> {
    const begun = this.begun(tokensOf(typed), limit);
    return begun.length > 0 || typed.trim() === '' ? begun : this.misspelt(typed, limit);
  }

  /** So few names are gone through faster than an index of their beginnings would be made. */
  private begun(tokens: readonly string[], limit: number): Name[] {
    const found: Name[] = [];
    for (const [number, words] of this.words.entries()) {
      if (found.length >= limit) break;
      const name = this.names[number];
      if (name !== undefined && tokens.every(token => words.includes(` ${token}`))) found.push(name);
    }
    return found;
  }

  /** The names that are meant, perhaps, by a word with a slip in it. */
  private async misspelt(typed: string, limit: number): Promise<Name[]> {
    if (typed.length < 4) return [];
    this.slips ??= this.indexSlips();
    const index = await this.slips;
    return this.take(index.search(typed, { limit: 100 }), limit);
  }

  /** Gives way while it works: the first slip must not hold up what else is asked. */
  private async indexSlips(): Promise<Index> {
    const index = new Index({ tokenize: 'tolerant', encode: tokensOf });
    const pace = new Pace();
    for (const [number, name] of this.names.slice(0, MOST_SLIPS).entries()) {
      index.add(number, searchedText(name));
      if (pace.due) await pace.breathe();
    }
    return index;
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

function searchedText({ value, label }: Name): string {
  return label.includes(value) ? label : `${value} ${label}`;
}
