/**
 * A part of the catalogue: some frames' columns. Its JSON says which columns there are and where each lies in the file
 * beside it, whose bytes are the columns as they stand in memory (little-endian), one after the other. So a part is
 * read in one go, and nothing in it is parsed.
 */
import { z } from 'zod';
import type { PackedTexts } from '../model/columns.ts';
import type { Catalogue } from './catalogue.ts';
import { checksumNames, codeNames, manyNames, numberNames, textNames } from './frame-columns.ts';
import type { FrameColumns } from './frame-columns.ts';
import { TextColumn } from './text-column.ts';
import type { NumberColumn } from './growing.ts';

/** Rises when what the columns hold, or how a cable is read for them, changes: older parts are made anew from the packs. */
export const CATALOGUE_VERSION = 2;

const MarkSchema = z.object({
  sequence: z.int(),
  kind: z.enum(['withdrawal', 'restoral']),
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('receipt'), id: z.string() }),
    z.object({ kind: z.literal('cable'), id: z.string() }),
  ]),
  time: z.string(),
  reason: z.string(),
  pack: z.string(),
  offset: z.int(),
});

export const CataloguePartSchema = z.object({
  format: z.literal('valise-catalogue'),
  version: z.literal(CATALOGUE_VERSION),
  frames: z.int().nonnegative(),
  /** the file of columns: the JSON's own name with another ending */
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  /** name -> where it begins and how many bytes it has; places are multiples of four */
  columns: z.record(z.string(), z.tuple([z.int().nonnegative().multipleOf(4), z.int().nonnegative()])),
  marks: z.array(MarkSchema),
});
export type CataloguePart = z.infer<typeof CataloguePartSchema>;

/** Where the columns lie that a part's JSON names. */
export function columnsFile(part: string): string {
  return part.replace(/\.json$/, '.columns');
}

/** Columns by name, on their way into a file. */
class Sections {
  readonly places: CataloguePart['columns'] = {};
  readonly bytes: Buffer[] = [];
  #length = 0;

  add(name: string, bytes: Uint8Array): void {
    this.places[name] = [this.#length, bytes.length];
    const gap = (4 - (bytes.length % 4)) % 4;
    // a copy, since columns share the memory that they show
    this.bytes.push(Buffer.concat([bytes, Buffer.alloc(gap)]));
    this.#length += bytes.length + gap;
  }

  numbers(name: string, numbers: Uint32Array): void {
    this.add(name, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** Texts as two columns: their bytes, and where each begins and the last one ends. */
  texts(name: string, { bytes, starts }: PackedTexts): void {
    const first = starts[0] ?? 0;
    this.numbers(
      `${name} starts`,
      starts.map(start => start - first),
    );
    this.add(name, bytes.subarray(first, starts.at(-1) ?? first));
  }
}

/** Renumbers codes of the whole catalogue into a list of the values that this part needs. */
class LocalCodes {
  readonly values = new TextColumn();
  readonly #map = new Map<number, number>([[0, 0]]);
  readonly #codes: number[] = [];

  constructor() {
    this.values.push('');
  }

  push(code: number, values: TextColumn): void {
    let local = this.#map.get(code);
    if (local === undefined) {
      local = this.values.length;
      this.values.pushBytes(values.bytesAt(code));
      this.#map.set(code, local);
    }
    this.#codes.push(local);
  }

  get length(): number {
    return this.#codes.length;
  }

  write(name: string, sections: Sections): void {
    sections.numbers(name, Uint32Array.from(this.#codes));
    sections.texts(`${name} values`, this.values.packed(0, this.values.length));
  }
}

/** The columns of the frames from `from` to `to` (exclusive), and where each of them lies. */
export function packColumns(
  { frames }: Catalogue,
  from: number,
  to: number,
): { columns: CataloguePart['columns']; bytes: Buffer } {
  const sections = new Sections();
  for (const name of numberNames) sections.add(name, frames.numbers[name].bytes(from, to));
  for (const name of checksumNames) sections.add(name, frames.checksums[name].bytes(from, to));
  for (const name of codeNames) {
    const { codes, list } = frames.codes[name];
    const local = new LocalCodes();
    for (let frame = from; frame < to; frame += 1) local.push(codes.at(frame), list.texts);
    local.write(name, sections);
  }
  for (const name of manyNames) {
    const { codes, list, starts } = frames.many[name];
    const local = new LocalCodes();
    const ends = new Uint32Array(to - from + 1);
    for (let frame = from; frame < to; frame += 1) {
      const end = starts.at(frame + 1);
      for (let at = starts.at(frame); at < end; at += 1) local.push(codes.at(at), list.texts);
      ends[frame - from + 1] = local.length;
    }
    local.write(name, sections);
    sections.numbers(`${name} ends`, ends);
  }
  for (const name of textNames) sections.texts(name, frames.texts[name].packed(from, to));
  return { columns: sections.places, bytes: Buffer.concat(sections.bytes) };
}

/** The columns of a part as they lie in its file. Everything in it is looked at before it is believed. */
class Columns {
  readonly #part: CataloguePart;
  readonly #bytes: Buffer;

  constructor(part: CataloguePart, bytes: Buffer) {
    this.#part = part;
    this.#bytes = bytes;
  }

  /** Throws where it is missing, or where `width` is given and it does not have so many bytes a frame. */
  section(name: string, width: number | null): Buffer {
    const [at, length] = this.#part.columns[name] ?? [0, -1];
    const wanted = width === null ? length : this.#part.frames * width;
    if (length < 0 || length !== wanted || at + length > this.#bytes.length) throw unfit(name);
    return this.#bytes.subarray(at, at + length);
  }

  numbers(name: string): Uint32Array {
    const { buffer, byteOffset, length } = this.section(name, null);
    return new Uint32Array(buffer, byteOffset, length >>> 2);
  }

  /** Numbers that rise from 0 to `end`. */
  #rising(name: string, end: number): Uint32Array {
    const numbers = this.numbers(name);
    let before = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      if (number < before) throw unfit(name);
      before = number;
    }
    if (numbers.length === 0 || numbers[0] !== 0 || before !== end) throw unfit(name);
    return numbers;
  }

  texts(name: string): PackedTexts {
    const bytes = this.section(name, null);
    return { bytes, starts: this.#rising(`${name} starts`, bytes.length) };
  }

  /** Where each frame's codes begin, and where the last one's end. */
  ends(name: string, codes: number): Uint32Array {
    const ends = this.#rising(`${name} ends`, codes);
    if (ends.length !== this.#part.frames + 1) throw unfit(name);
    return ends;
  }
}

function unfit(name: string): Error {
  return new Error(`the column ${name} of the catalogue is not what it should be`);
}

/** Adds a part's frames and marks to the catalogue. Throws a plain Error where the part lacks a column. */
export function unpackPart(catalogue: Catalogue, part: CataloguePart, bytes: Buffer): void {
  const { frames } = catalogue;
  const first = frames.length;
  appendColumns(frames, part.frames, new Columns(part, bytes));
  // Frames and marks fall into place in the order in which they were written.
  const marks = [...part.marks];
  for (let frame = first; frame < frames.length; frame += 1) {
    while (marks[0] !== undefined && marks[0].sequence < frames.numbers.sequence.at(frame))
      catalogue.mark(marks.shift() ?? marks[0]);
    catalogue.place(frame);
  }
  for (const mark of marks) catalogue.mark(mark);
}

function appendColumns(frames: FrameColumns, count: number, columns: Columns): void {
  for (const name of numberNames) {
    const column = frames.numbers[name];
    column.append(columns.section(name, column.width));
  }
  for (const name of checksumNames) {
    const column = frames.checksums[name];
    column.append(columns.section(name, column.width));
  }
  for (const name of codeNames) {
    const { codes, list } = frames.codes[name];
    const packed = columns.texts(`${name} values`);
    columns.section(name, 4);
    appendCodes(codes, columns.numbers(name), packed, list.adopt(packed));
  }
  for (const name of manyNames) {
    const { codes, list, starts } = frames.many[name];
    const base = codes.length;
    const packed = columns.texts(`${name} values`);
    const local = columns.numbers(name);
    const ends = columns.ends(name, local.length);
    appendCodes(codes, local, packed, list.adopt(packed));
    for (let frame = 1; frame <= count; frame += 1) starts.push(base + (ends[frame] ?? 0));
  }
  for (const name of textNames) {
    const packed = columns.texts(name);
    if (packed.starts.length !== count + 1) throw unfit(name);
    frames.texts[name].append(packed);
  }
}

/** Adds a part's codes to a column; `global` translates them, null where they are the column's own. */
function appendCodes(
  column: NumberColumn,
  local: Uint32Array,
  { starts }: PackedTexts,
  global: Uint32Array | null,
): void {
  const known = starts.length - 1;
  for (let at = 0; at < local.length; at += 1) {
    if ((local[at] ?? 0) >= known) throw new Error('a code of the catalogue stands for no value');
  }
  if (global === null) column.append(new Uint8Array(local.buffer, local.byteOffset, local.byteLength));
  else for (let at = 0; at < local.length; at += 1) column.push(global[local[at] ?? 0] ?? 0);
}
