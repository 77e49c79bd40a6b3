/**
 * Reads what a page paints: which of it is tagged text, which is mere decoration and must be marked as an artifact, and
 * whether anything stands in the body that no tag reaches.
 */
import { operationsOf, stringsIn } from './operations.ts';
import type { Operation } from './operations.ts';
import { decoded, utf16 } from './to-unicode.ts';
import type { CodeMap } from './to-unicode.ts';

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export interface PageSetting {
  fonts: ReadonlyMap<string, CodeMap>;
  /** points */
  height: number;
  /** where head and foot stand, in points from the page's edges */
  margins: { top: number; bottom: number };
}

/** Text to put in place of a stretch of the stream. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface ContentRead {
  edits: Edit[];
  /** the text of each piece of marked content, by its number */
  texts: Map<number, string>;
  /** the operator that opens each piece */
  opens: Map<number, Edit>;
  /** pieces without any text: borders and backgrounds, which Chromium tags like content */
  decoration: Set<number>;
}

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh']);
/** Operators that Chromium does not write for Valise's page: a stream with one is not what was measured. */
const REFUSED = new Set(['Do', "'", '"', 'T*', 'BMC', 'DP', 'MP']);

interface Mark {
  mcid: number | null;
  artifact: boolean;
  open: Edit;
  replaced: boolean;
  shows: boolean;
  /** where its last text stood */
  y: number | null;
}

interface TextObject {
  start: number;
  shows: { start: number; end: number }[];
  said: string;
  tagged: boolean;
  y: number | null;
}

/** Reads a page's content (one character a byte). Throws where finishing would hide a loss. */
export function readContent(stream: string, page: PageSetting): ContentRead {
  const reader = new ContentReader(page);
  for (const operation of operationsOf(stream)) reader.take(operation);
  return reader.end();
}

class ContentReader {
  readonly #page: PageSetting;
  readonly #read: ContentRead = { edits: [], texts: new Map(), opens: new Map(), decoration: new Set() };
  readonly #marks: Mark[] = [];
  readonly #states: { matrix: Matrix; font: CodeMap | undefined }[] = [];
  #matrix = IDENTITY;
  #line = IDENTITY;
  #font: CodeMap | undefined;
  #text: TextObject | null = null;
  #path: number | null = null;

  constructor(page: PageSetting) {
    this.#page = page;
  }

  take(operation: Operation): void {
    const { op, args, start, end } = operation;
    if (REFUSED.has(op)) throw new Error(`the print has an operator that Valise’s page never makes: ${op}`);
    if (op === 'q') this.#states.push({ matrix: this.#matrix, font: this.#font });
    else if (op === 'Q') this.#restore();
    else if (op === 'cm') this.#matrix = multiplied(matrixOf(args), this.#matrix);
    else if (op === 'Tf') this.#font = this.#page.fonts.get(args[0] ?? '');
    else if (op === 'Tm') this.#line = matrixOf(args);
    else if (op === 'Td' || op === 'TD')
      this.#line = multiplied([1, 0, 0, 1, Number(args[0]), Number(args[1])], this.#line);
    else if (op === 'BDC') this.#open(operation);
    else if (op === 'EMC') this.#close();
    else if (op === 'BT') this.#begin(start);
    else if (op === 'ET') this.#endText(end);
    else if (op === 'Tj' || op === 'TJ') this.#show(operation);
    else if (op === 'm' || op === 're') this.#path ??= start;
    else if (op === 'n') this.#path = null;
    else if (PAINTS.has(op)) this.#paint(operation);
  }

  end(): ContentRead {
    if (this.#marks.length + this.#states.length > 0 || this.#text !== null) {
      throw new Error('a content stream ends in the middle of something');
    }
    return this.#read;
  }

  #restore(): void {
    const state = this.#states.pop();
    if (state === undefined) throw new Error('a content stream restores more than it saved');
    this.#matrix = state.matrix;
    this.#font = state.font;
  }

  #open({ args, start, end }: Operation): void {
    const properties = args[1] ?? '';
    const mcid = /\/MCID\s+(\d+)/.exec(properties)?.[1];
    const spoken = /\/ActualText\s*(?=[(<])/.exec(properties);
    const inside = this.#marks.at(-1)?.replaced ?? false;
    if (spoken !== null && !inside) {
      const [bytes = ''] = stringsIn(properties.slice(spoken.index + spoken[0].length).replace(/>>$/, ''));
      this.#say(bytes.startsWith('\xfe\xff') ? utf16(bytes.slice(2)) : bytes);
    }
    if (this.#text !== null && mcid !== undefined) this.#text.tagged = true;
    this.#marks.push({
      mcid: mcid === undefined ? null : Number(mcid),
      artifact: args[0] === '/Artifact',
      open: { start, end, text: '' },
      replaced: inside || spoken !== null,
      shows: false,
      y: null,
    });
  }

  #close(): void {
    const mark = this.#marks.pop();
    if (mark === undefined) throw new Error('a content stream closes more marks than it opened');
    if (mark.mcid === null) return;
    this.#read.opens.set(mark.mcid, mark.open);
    if (!mark.shows) this.#read.decoration.add(mark.mcid);
  }

  #begin(start: number): void {
    this.#text = { start, shows: [], said: '', tagged: false, y: null };
    this.#line = IDENTITY;
  }

  #show({ args, start, end }: Operation): void {
    const said = stringsIn(args.at(-1) ?? '')
      .map(bytes => decoded(bytes, this.#font))
      .join('');
    for (const mark of this.#marks) mark.shows = true;
    if (this.#marks.at(-1)?.replaced !== true) this.#say(said);
    if (this.#text === null || this.#covered()) return;
    this.#text.y ??= multiplied(this.#line, this.#matrix)[5];
    this.#text.said += said;
    this.#text.shows.push({ start, end });
  }

  #endText(end: number): void {
    const text = this.#text;
    this.#text = null;
    if (text === null || text.shows.length === 0) return;
    const open = this.#pagination(text);
    if (text.tagged) for (const show of text.shows) this.#wrap(show.start, show.end, open);
    else this.#wrap(text.start, end, open);
  }

  /** Untagged text is head or foot of the page, or it is lost to who reads through the tags: then it is refused. */
  #pagination({ y, said }: TextObject): string {
    const { height, margins } = this.#page;
    const at = y ?? 0;
    if (at > margins.bottom && at < height - margins.top && said.trim() !== '') {
      throw new Error(`${JSON.stringify(said.slice(0, 60))} stands in the page’s body without a tag`);
    }
    const place =
      at > height / 2 ? '/Subtype /Header /Attached [/Top]' : '/Subtype /Footer /Attached [/Bottom]';
    return `/Artifact <</Type /Pagination ${place}>> BDC`;
  }

  #paint({ start, end }: Operation): void {
    const from = this.#path ?? start;
    this.#path = null;
    if (!this.#covered()) this.#wrap(from, end, '/Artifact BMC');
  }

  #wrap(start: number, end: number, open: string): void {
    this.#read.edits.push({ start, end: start, text: `${open} ` }, { start: end, end, text: '\nEMC' });
  }

  #covered(): boolean {
    return this.#marks.some(mark => mark.artifact || mark.mcid !== null);
  }

  /** Notes text under the innermost piece of content. A line may end without a space, so a new line gets one. */
  #say(text: string): void {
    const mark = [...this.#marks].reverse().find(({ mcid }) => mcid !== null);
    if (mark === undefined || mark.mcid === null) return;
    const before = this.#read.texts.get(mark.mcid) ?? '';
    const y = multiplied(this.#line, this.#matrix)[5];
    const breaks = mark.y !== null && Math.abs(mark.y - y) > 1 && !/[-\s]$/.test(before);
    mark.y = y;
    this.#read.texts.set(mark.mcid, breaks ? `${before} ${text}` : before + text);
  }
}

function multiplied([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function matrixOf(args: readonly string[]): Matrix {
  const [a, b, c, d, e, f] = args.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** The stream with its edits made. */
export function edited(stream: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += stream.slice(at, start) + text;
    at = end;
  }
  return out + stream.slice(at);
}
