/**
 * What a word is, the same for the index, for queries and for the marks on a hit: a run of letters or digits after
 * NFKD folding, without combining marks, in lower case, of any length. Everything else separates words.
 */

const NON_ASCII = /[^\x00-\x7f]+/g; // eslint-disable-line no-control-regex
const FOLDED_RUN = /[a-z0-9\u0080-\uffff]+/g;

/** 1 for ASCII letters and digits; what is beyond ASCII is not in it */
const LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a character of ASCII belongs to a word, by its code. */
export function isLetterOrDigit(code: number): boolean {
  return LETTER[code] === 1;
}

const folds = new Map<string, string>();

/** Folds characters beyond ASCII; what is neither letter nor digit becomes a space, a combining mark nothing. */
function foldForeign(run: string): string {
  const known = folds.get(run);
  if (known !== undefined) return known;
  const folded = run
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ς', 'σ') // which of the two stands for a capital depends on what follows it
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (folds.size < 4096 && run.length <= 4) folds.set(run, folded);
  return folded;
}

/** Folds what is beyond ASCII and leaves ASCII as it is, for the byte lexer, which folds that itself. */
export function foldBeyondAscii(text: string): string {
  return text.replace(NON_ASCII, foldForeign);
}

/** The words of a text, folded, in order. */
export function tokensOf(text: string): string[] {
  return foldBeyondAscii(text).toLowerCase().match(FOLDED_RUN) ?? [];
}

/** A text folded to its words with one space between: two texts are equal to a searcher when these are. */
export function foldedText(text: string): string {
  return tokensOf(text).join(' ');
}

/** The words of a text by their places (UTF-16 units of the text as given, ends exclusive); a word is made when asked for. */
export class TokenPlaces {
  readonly text: string;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  count = 0;
  /** words with characters beyond ASCII, folded already */
  private readonly foreign = new Map<number, string>();

  constructor(text: string) {
    this.text = text;
    for (let at = 0; at < text.length;) {
      if (LETTER[text.charCodeAt(at)] === 0) {
        at++;
        continue;
      }
      const start = at;
      let ascii = true;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code > 127) ascii = false;
        else if (LETTER[code] === 0) break;
      }
      if (ascii) this.add(start, at);
      else {
        eachForeignToken(text.slice(start, at), start, (token, from, to) => {
          this.foreign.set(this.count, token);
          this.add(from, to);
        });
      }
    }
  }

  /** The word with this number, folded; undefined behind the last. */
  token(number: number): string | undefined {
    if (number >= this.count) return undefined;
    const known = this.foreign.get(number);
    return known ?? this.text.slice(this.starts[number], this.ends[number]).toLowerCase();
  }

  private add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A run with characters beyond ASCII: any of them may fold to several letters, to a separator, or to nothing. */
function eachForeignToken(
  run: string,
  offset: number,
  visit: (token: string, start: number, end: number) => void,
): void {
  let token = '';
  let start = offset;
  let end = offset;
  let at = offset;
  for (const character of run) {
    const next = at + character.length;
    const folded = character < '\u0080' ? character.toLowerCase() : foldForeign(character);
    if (folded === '' && token !== '') end = next;
    for (const letter of folded.toLowerCase()) {
      if (letter === ' ') {
        if (token !== '') visit(token, start, end);
        token = '';
        continue;
      }
      if (token === '') start = at;
      token += letter;
      end = next;
    }
    at = next;
  }
  if (token !== '') visit(token, start, end);
}
