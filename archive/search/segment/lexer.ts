/** Reads the words of a row's text at the level of bytes and hands their numbers on. */
import { markAt } from '../../text/portion-mark.ts';
import { foldBeyondAscii } from '../tokens.ts';
import { Space, Zone } from './space.ts';
import { LETTER, type TermTable } from './term-table.ts';

const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 16_777_619;
const PAREN_OPEN = 0x28;
const DOT = 0x2e;
const SPACE = 0x20;
const TAB = 0x09;
const NEWLINE = 0x0a;

/** The words before the parts of a routing header. They count at the head of a line, or anywhere where there are no lines. */
const ZONE_WORDS: ReadonlyMap<string, Zone> = new Map([
  ['FM', Zone.from],
  ['TO', Zone.to],
  ['INFO', Zone.to],
  ['XMT', Zone.excluded],
]);
const LONGEST_MARK = 64;

/** Takes the number of a word; `zone` is 0 outside routing headers. */
export type TakeTerm = (term: number, zone: Zone) => void;

export class Lexer {
  readonly table: TermTable;
  private buffer = Buffer.allocUnsafe(1 << 16);
  private length = 0;

  constructor(table: TermTable) {
    this.table = table;
  }

  /** The words of the subject or the body. */
  words(text: string, take: TakeTerm): void {
    this.load(text);
    this.each(Space.text, (term, _start, _end) => take(term, Zone.other));
  }

  /** The portion marks in the body loaded last. */
  marks(take: TakeTerm): void {
    const { buffer, length } = this;
    for (
      let open = buffer.indexOf(PAREN_OPEN);
      open >= 0 && open < length;
      open = buffer.indexOf(PAREN_OPEN, open + 1)
    ) {
      const mark = markEnd(buffer, open, length);
      if (mark !== null) this.each(Space.mark, term => take(term, Zone.other), open + 1, mark);
    }
  }

  /** The words of a routing header, each with the part it stands in. */
  header(text: string, take: TakeTerm): void {
    this.load(text);
    const { buffer } = this;
    // the same rule by which the header's reader takes line breaks for lost
    const hasLines = text.length <= 200 || text.trim().split('\n', 4).length === 4;
    let zone: Zone = Zone.other;
    this.each(Space.header, (term, start, end) => {
      const lineStart = !hasLines || start === 0 || buffer[start - 1] === NEWLINE;
      const next =
        lineStart && end - start <= 4 ? ZONE_WORDS.get(buffer.toString('latin1', start, end)) : undefined;
      if (next !== undefined) zone = next;
      take(term, next === undefined ? zone : Zone.other);
    });
  }

  private load(text: string): void {
    const folded = foldBeyondAscii(text);
    const most = folded.length * 3;
    if (most > this.buffer.length) this.buffer = Buffer.allocUnsafe(most * 2);
    this.length = this.buffer.write(folded, 'utf8');
  }

  private each(
    space: Space,
    take: (term: number, start: number, end: number) => void,
    from = 0,
    to = this.length,
  ): void {
    const { buffer, table } = this;
    let at = from;
    while (at < to) {
      let letter = LETTER[buffer[at] ?? 0] ?? 0;
      if (letter === 0) {
        at++;
        continue;
      }
      const start = at;
      let hash = HASH_SEED;
      do {
        hash = Math.imul(hash ^ letter, HASH_PRIME);
        at++;
        letter = at < to ? (LETTER[buffer[at] ?? 0] ?? 0) : 0;
      } while (letter !== 0);
      take(table.intern(buffer, start, at, hash, space), start, at);
    }
  }
}

/** Where the portion mark that opens at `open` ends: `1. (SBU)`, `12. (C/NF)`; null where there is none. */
function markEnd(buffer: Buffer, open: number, length: number): number | null {
  let before = open - 1;
  while (before >= 0 && (buffer[before] === SPACE || buffer[before] === TAB)) before--;
  if (buffer[before] === DOT) before--;
  const digit = buffer[before] ?? 0;
  if (before < 0 || digit < 0x30 || digit > 0x39) return null;
  const view = buffer.toString('latin1', open, Math.min(open + LONGEST_MARK, length));
  const mark = markAt(view, 0);
  return mark === null ? null : open + mark.end;
}
