/**
 * What a word is, the same for the index, for queries and for the marks on a hit: a run of letters or digits after
 * NFKD folding, without combining marks, in lower case, of any length. Everything else separates words.
 */

const NON_ASCII = /[^\x00-\x7f]+/g; // eslint-disable-line no-control-regex
const RUN = /[A-Za-z0-9\u0080-\uffff]+/g;
const FOLDED_RUN = /[a-z0-9\u0080-\uffff]+/g;
const PURE_ASCII = /^[A-Za-z0-9]+$/;

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

/** Calls `visit` for each word with its place in the text as given (UTF-16 units, the end exclusive). */
export function eachToken(text: string, visit: (token: string, start: number, end: number) => void): void {
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    if (PURE_ASCII.test(run)) visit(run.toLowerCase(), match.index, match.index + run.length);
    else eachForeignToken(run, match.index, visit);
  }
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
