/** The words of a text that a hit may begin with, one after the other, each with those that follow it. */
import { isLetterOrDigit, TokenPlaces } from '../tokens.ts';

/** Stands at a word of a text; the word `offset` words on is asked for by that. */
export interface WordPlaces {
  /** Goes to the first word from here on that may begin a hit; false where there is none. */
  find(): boolean;
  /** Goes past so many words. */
  pass(words: number): void;
  /** Folded; undefined behind the last. */
  token(offset: number): string | undefined;
  start(offset: number): number;
  end(offset: number): number;
}

const BEYOND_ASCII = /[^\x00-\x7f]/; // eslint-disable-line no-control-regex
/** so many beginnings are looked for one by one; with more of them going through all words is faster */
const MOST_HEADS = 6;

/** `heads` are the beginnings of all words, folded, that a hit may begin with. */
export function wordPlaces(text: string, heads: readonly string[]): WordPlaces {
  return heads.length > MOST_HEADS || BEYOND_ASCII.test(text)
    ? new AllWords(text, heads)
    : new AsciiWords(text, heads);
}

/** Goes through every word of a text. */
class AllWords implements WordPlaces {
  private readonly text: string;
  private readonly places: TokenPlaces;
  /** the ASCII characters, in both cases, that a hit may begin with */
  private readonly initials = new Uint8Array(128);
  private at = 0;

  constructor(text: string, heads: readonly string[]) {
    this.text = text;
    this.places = new TokenPlaces(text);
    for (const head of heads) {
      const initial = head.charAt(0);
      for (const each of [initial, initial.toUpperCase()]) {
        if (each < '\u0080') this.initials[each.charCodeAt(0)] = 1;
      }
    }
  }

  find(): boolean {
    const { places, initials, text } = this;
    for (; this.at < places.count; this.at++) {
      const first = text.charCodeAt(places.starts[this.at] ?? 0);
      if (first > 127 || initials[first] === 1) return true;
    }
    return false;
  }

  pass(words: number): void {
    this.at += words;
  }

  token(offset: number): string | undefined {
    return this.places.token(this.at + offset);
  }

  start(offset: number): number {
    return this.places.starts[this.at + offset] ?? 0;
  }

  end(offset: number): number {
    return this.places.ends[this.at + offset] ?? 0;
  }
}

/** Looks into a text of ASCII for the beginnings only: its offsets are the same in lower case. */
class AsciiWords implements WordPlaces {
  private readonly text: string;
  private readonly heads: readonly string[];
  /** where each of the heads stands next at the beginning of a word; -1 where it does no more */
  private readonly next: number[];
  private at = 0;
  /** the words from the place it stands at, as far as they were asked for */
  private starts: number[] = [];
  private ends: number[] = [];

  constructor(text: string, heads: readonly string[]) {
    this.text = text.toLowerCase();
    this.heads = heads;
    this.next = heads.map(head => this.headFrom(head, 0));
  }

  private headFrom(head: string, from: number): number {
    const { text } = this;
    let at = text.indexOf(head, from);
    while (at > 0 && isLetterOrDigit(text.charCodeAt(at - 1))) at = text.indexOf(head, at + 1);
    return at;
  }

  find(): boolean {
    let first = -1;
    for (const [index, head] of this.heads.entries()) {
      let at = this.next[index] ?? -1;
      if (at >= 0 && at < this.at) this.next[index] = at = this.headFrom(head, this.at);
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    if (first < 0) return false;
    this.starts = [first];
    this.ends = [this.endOf(first)];
    return true;
  }

  pass(words: number): void {
    this.at = this.end(words - 1);
  }

  token(offset: number): string | undefined {
    const { text, starts, ends } = this;
    while (starts.length <= offset) {
      let at = ends.at(-1) ?? 0;
      while (at < text.length && !isLetterOrDigit(text.charCodeAt(at))) at++;
      if (at === text.length) return undefined;
      starts.push(at);
      ends.push(this.endOf(at));
    }
    return text.slice(starts[offset], ends[offset]);
  }

  private endOf(start: number): number {
    let at = start;
    while (at < this.text.length && isLetterOrDigit(this.text.charCodeAt(at))) at++;
    return at;
  }

  start(offset: number): number {
    return this.starts[offset] ?? 0;
  }

  end(offset: number): number {
    return this.ends[offset] ?? 0;
  }
}
