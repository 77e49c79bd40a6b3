/** Reads the words of a row's text at the level of bytes and collects their numbers. */
import { markAt } from '../../text/portion-mark.ts';
import { foldBeyondAscii } from '../tokens.ts';
import { ZONE_SHIFT, type Occurrences } from './occurrences.ts';
import { Space, Zone } from './space.ts';
import type { TermTable } from './term-table.ts';
import { LETTER, WordBatch } from './word-batch.ts';

const PAREN_OPEN = 0x28;
const DOT = 0x2e;
const SPACE = 0x20;
const TAB = 0x09;
const NEWLINE = 0x0a;

/** The words before the parts of a routing header. They count at the head of a line, or anywhere where there are no lines. */
const ZONE_WORDS: readonly (readonly [string, Zone])[] = [
  ['FM', Zone.from],
  ['TO', Zone.to],
  ['INFO', Zone.to],
  ['XMT', Zone.excluded],
];
const ZONE_LETTERS = new Set(ZONE_WORDS.map(([word]) => word.charCodeAt(0)));
const LONGEST_MARK = 64;

export class Lexer {
  private readonly table: TermTable;
  private readonly occurrences: Occurrences;
  private readonly batch = new WordBatch();
  private buffer = Buffer.allocUnsafe(1 << 16);
  private length = 0;

  constructor(table: TermTable, occurrences: Occurrences) {
    this.table = table;
    this.occurrences = occurrences;
  }

  /** The words of the subject or the body. */
  words(text: string): void {
    this.load(text);
    this.scan(Space.text, Zone.other, 0, this.length);
  }

  /** The portion marks in the body loaded last. */
  marks(): void {
    const { buffer, length } = this;
    for (
      let open = buffer.indexOf(PAREN_OPEN);
      open >= 0 && open < length;
      open = buffer.indexOf(PAREN_OPEN, open + 1)
    ) {
      const end = markEnd(buffer, open, length);
      if (end !== null) this.scan(Space.mark, Zone.other, open + 1, end);
    }
  }

  /** The words of a routing header, each with the part it stands in. */
  header(text: string): void {
    this.load(text);
    // the same rule by which the header's reader takes line breaks for lost
    const hasLines = text.length <= 200 || text.trim().split('\n', 4).length === 4;
    let zone: Zone = Zone.other;
    let from = 0;
    for (let at = 0; at < this.length; at = hasLines ? this.nextLine(at) : this.nextWord(at)) {
      const found = this.zoneWordAt(at);
      if (found === undefined) continue;
      const [word, next] = found;
      this.scan(Space.header, zone, from, at);
      from = at + word.length;
      this.scan(Space.header, Zone.other, at, from);
      zone = next;
    }
    this.scan(Space.header, zone, from, this.length);
  }

  private nextLine(at: number): number {
    const end = this.buffer.indexOf(NEWLINE, at);
    return end < 0 ? this.length : end + 1;
  }

  private nextWord(at: number): number {
    let next = at;
    while (next < this.length && this.isLetter(next)) next++;
    while (next < this.length && !this.isLetter(next)) next++;
    return next;
  }

  private isLetter(at: number): boolean {
    return LETTER[this.buffer[at] ?? 0] !== 0;
  }

  private zoneWordAt(at: number): readonly [string, Zone] | undefined {
    // most lines go on with an addressee, and need no string made of them
    if (!ZONE_LETTERS.has(this.buffer[at] ?? 0)) return undefined;
    const end = Math.min(at + 5, this.length);
    const view = this.buffer.toString('latin1', at, end);
    return ZONE_WORDS.find(([word]) => {
      const behind = at + word.length;
      return view.startsWith(word) && (behind >= this.length || !this.isLetter(behind));
    });
  }

  /** Text in ASCII, which has as many bytes as letters, is taken as it stands; what is beyond is folded first. */
  private load(text: string): void {
    this.write(text);
    if (this.length !== text.length) this.write(foldBeyondAscii(text));
    // the word table asks for a separator behind the text
    this.buffer[this.length] = 0;
  }

  private write(text: string): void {
    const most = text.length * 3 + 1;
    if (most > this.buffer.length) this.buffer = Buffer.allocUnsafe(most * 2);
    this.length = this.buffer.write(text, 'utf8');
  }

  private scan(space: Space, zone: Zone, from: number, to: number): void {
    const { occurrences, batch, buffer } = this;
    for (let at = from; at < to;) {
      at = batch.scan(buffer, at, to, space);
      const into = occurrences.room(batch.count);
      this.table.number(batch, buffer, zone << ZONE_SHIFT, into, occurrences.count);
      occurrences.count += batch.count;
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
