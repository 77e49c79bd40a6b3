/** The cables that one entry of a reference line names: posts and serials, their years, series and ranges. */
import type { Token } from './reference-tokens.ts';
import { namePost } from './reference-posts.ts';
import type { NamedPost } from './reference-posts.ts';
import { isDay, isMonth, isYear, isYearBefore } from './reference-years.ts';

const FULL_YEAR = /^(?:19|20)\d{2}$/;
/** Words that stand between a post and its number, or between two numbers of one post. */
const JOINING = new Set('AND NO NOS NR NRS NUMBER NUMBERS TO OR THROUGH THRU'.split(' '));
/** Words that do so only when a number follows: `TEL` may also be the beginning of TEL AVIV. */
const MESSAGE = new Set('TEL TELS TELEGRAM TELEGRAMS CABLE CABLES MESSAGE MSG SERIAL'.split(' '));
/** Handling of the cable named before; no part of a name. */
const HANDLING = new Set('NOTAL EXDIS NODIS LIMDIS NOFORN SIPDIS STADIS PREVIOUS'.split(' '));
/** A range of telegrams is believed to span no more than this where it could also be a year. */
const SHORT_RANGE = 15;

export interface Found {
  start: number;
  end: number;
  post: string;
  serial: string;
  /** two digits; null where the line has none */
  year: string | null;
  corrected: boolean;
  label: string | null;
  /** numbers of one chain share a year */
  chain: number;
}

/** Reads one entry of a list. `before` is the cable named last, whose post a bare number repeats. */
export class EntryReader {
  readonly found: Found[] = [];
  private words: Token[] = [];
  private joined = false;
  private year: Token | null = null;
  private dated = false;
  /** the mark of the break behind the last number, '' directly behind it, null further on */
  private mark: string | null = null;
  private readonly tokens: readonly Token[];
  private readonly label: string | null;
  private last: Found | null;
  private readonly chainBase: number;
  /** the cable's own year as two digits, or null */
  private readonly own: string | null;

  constructor(
    tokens: readonly Token[],
    label: string | null,
    last: Found | null,
    chainBase: number,
    own: string | null,
  ) {
    this.tokens = tokens;
    this.label = label;
    this.last = last;
    this.chainBase = chainBase;
    this.own = own;
  }

  /** The cables of the entry, in order. */
  read(): Found[] {
    for (let i = this.label === null ? 0 : 1; i < this.tokens.length; i++) {
      const token = this.tokens[i];
      if (token === undefined) break;
      if (token.kind === 'word') this.word(token, i);
      else if (token.kind === 'break') this.break(token);
      else if (token.kind === 'year') this.bracketedYear(token, i);
      else if (token.kind === 'number') this.number(token, i);
    }
    return this.found;
  }

  private word(token: Token, index: number): void {
    const upper = token.text.toUpperCase().replace(/\.+$/, '');
    if (HANDLING.has(upper)) return;
    this.mark = null;
    if (JOINING.has(upper)) {
      this.joined ||= !upper.startsWith('N');
      if (upper === 'AND') this.clearWords();
    } else if (!(MESSAGE.has(upper) && this.words.length > 0 && this.isNumber(index + 1))) {
      this.words.push(token);
    }
  }

  private break(token: Token): void {
    // LONDON 04-12: the year stands between the post and its serial.
    if (this.year !== null && this.words.length > 0 && /[/-]/.test(token.text)) return;
    this.clearWords();
    this.year = null;
    this.joined = token.text !== 'date';
    this.mark = token.text;
  }

  /** An entry that begins with other words (an e-mail's authors) repeats no post of the entries before it. */
  private clearWords(): void {
    if (this.words.length > 0 && this.found.length === 0) this.last = null;
    this.words = [];
  }

  private bracketedYear(token: Token, index: number): void {
    const previous = this.found.at(-1);
    const before = this.mark !== null && this.mark !== '' && this.isWord(index + 1);
    if (this.words.length > 0) {
      if (this.isNumber(index + 1)) this.year = token;
    } else if (previous !== undefined && !before) {
      previous.year = token.text;
      previous.end = token.end;
    } else this.year = token;
  }

  private number(token: Token, index: number): void {
    const previous = this.found.at(-1);
    if (FULL_YEAR.test(token.text) && (this.dated || this.words.at(-1)?.text.toUpperCase() === 'OF')) {
      // STATE 12 OF APRIL 3, 2008
      if (previous !== undefined) previous.year ??= token.text.slice(-2);
      this.words = [];
      this.dated = false;
      return;
    }
    if (previous !== undefined && this.isYearBehind(token, previous, index)) {
      previous.year = token.text.slice(-2);
      previous.end = token.end;
      this.joined = false;
      return;
    }
    const named = this.words.length > 0 ? namePost(this.words, token) : null;
    if (named === null ? isYearBefore(token, this.tokens, index) : this.isYearBetween(token, index)) {
      this.year = token;
      if (named === null) this.clearWords();
      return;
    }
    if (this.words.some(isMonth) || isDay(token, this.tokens[index + 1])) {
      this.dated = true;
      this.words = [];
      return;
    }
    const serial = token.text.replace(/^0+(?=\d)/, '');
    if (named !== null && serial.length <= 7) this.name(named, token, serial);
    else if (this.words.length > 0) this.last = null;
    else this.repeat(token, serial, index);
    this.words = [];
    this.year = null;
    this.joined = false;
  }

  private name(named: NamedPost, token: Token, serial: string): void {
    this.add({
      start: Math.min(this.year?.start ?? named.start, named.start),
      end: token.end,
      post: named.post,
      serial,
      year: this.year === null ? null : this.year.text.slice(-2),
      corrected: named.corrected,
      label: this.label,
      chain: this.chainBase + this.found.length,
    });
  }

  /** A number without a name belongs to the post named last, when something joins it to that. */
  private repeat(token: Token, serial: string, index: number): void {
    const { last, label } = this;
    const range = this.mark === '-' || this.mark === '/';
    if (last === null || (!this.joined && !(label !== null && index === 1))) return;
    if (token.text.length === 1 && !range) return;
    // 2004 COUNTRY REPORTS
    if (FULL_YEAR.test(token.text) && this.isWord(index + 1) && !this.joined) return;
    const whole = range ? rangeEnd(last.serial, serial) : serial;
    if (whole === null || whole.length > 7) return;
    const repeated = { ...last, start: token.start, end: token.end, serial: whole, label };
    if (label !== null && this.found.length === 0) {
      Object.assign(repeated, { chain: this.chainBase, year: this.year?.text.slice(-2) ?? last.year });
    }
    this.add(repeated);
  }

  private add(one: Found): void {
    this.found.push(one);
    this.last = one;
    this.mark = '';
  }

  /** `PARIS 1234/06`, `PARIS 1234-04`, `PARIS 1234 04`: the year directly behind the serial. */
  private isYearBehind(token: Token, previous: Found, index: number): boolean {
    if (this.words.length > 0 || this.mark === null || !isYear(token.text, this.own)) return false;
    if (this.mark === '') return !this.joined && !this.isWord(index + 1) && !this.isNumber(index + 1);
    const end = rangeEnd(previous.serial, token.text);
    if (this.mark === '/' && token.text.length === 2) return true;
    return /^[/-]$/.test(this.mark) && (end === null || Number(end) - Number(previous.serial) > SHORT_RANGE);
  }

  /** `PARIS 04 1234`, `KABUL 07-123`: the year between the post and its serial. */
  private isYearBetween(token: Token, index: number): boolean {
    if (this.year !== null || !isYear(token.text, this.own)) return false;
    if (this.isNumber(index + 1)) return true;
    const mark = this.tokens[index + 1];
    const behind = this.tokens[index + 2];
    if (mark?.kind !== 'break' || !/[/-]/.test(mark.text) || behind?.kind !== 'number') return false;
    return Math.abs(Number(behind.text) - Number(token.text)) > SHORT_RANGE || token.text.startsWith('0');
  }

  private isNumber(index: number): boolean {
    return this.tokens[index]?.kind === 'number';
  }

  private isWord(index: number): boolean {
    return this.tokens[index]?.kind === 'word';
  }
}

/** The last number of a range: `1234-36` ends at 1236. Null where it would not come after the first. */
function rangeEnd(first: string, last: string): string | null {
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return Number(whole) > Number(first) ? whole : null;
}
