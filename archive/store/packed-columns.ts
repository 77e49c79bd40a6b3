/**
 * Columns of the catalogue as bytes, as they stand in memory (little-endian), one after the other: on their way to the
 * disk and from one thread to another.
 */
import type { PackedTexts } from '../model/columns.ts';
import { checksumNames, codeNames, manyNames, numberNames, textNames } from './frame-columns.ts';
import type { FrameColumns } from './frame-columns.ts';
import type { NumberColumn } from './growing.ts';
import { TextColumn } from './text-column.ts';

/** Columns of some frames. */
export interface PackedColumns {
  frames: number;
  /** name -> where it begins and how many bytes it has; places are multiples of four */
  columns: Record<string, [at: number, bytes: number]>;
  bytes: Uint8Array;
}

/** Columns by name, on their way into a file. */
class Sections {
  readonly places: PackedColumns['columns'] = {};
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

/** The columns of the frames from `from` to `to` (exclusive). */
export function packColumns(frames: FrameColumns, from: number, to: number): PackedColumns {
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
  return { frames: to - from, columns: sections.places, bytes: Buffer.concat(sections.bytes) };
}

/** The columns of a part as they lie in its file. Everything in it is looked at before it is believed. */
class Columns {
  readonly #part: PackedColumns;

  constructor(part: PackedColumns) {
    this.#part = part;
  }

  /** Throws where it is missing, or where `width` is given and it does not have so many bytes a frame. */
  section(name: string, width: number | null): Uint8Array {
    const { frames, columns, bytes } = this.#part;
    const [at, length] = columns[name] ?? [0, -1];
    const wanted = width === null ? length : frames * width;
    if (length < 0 || length !== wanted || at + length > bytes.length) throw unfit(name);
    return bytes.subarray(at, at + length);
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

/** Adds packed columns to others. Throws a plain Error where one is missing or not what it should be. */
export function appendColumns(frames: FrameColumns, packed: PackedColumns): void {
  const columns = new Columns(packed);
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
    const values = columns.texts(`${name} values`);
    columns.section(name, 4);
    appendCodes(codes, columns.numbers(name), values, list.adopt(values));
  }
  for (const name of manyNames) {
    const { codes, list, starts } = frames.many[name];
    const base = codes.length;
    const values = columns.texts(`${name} values`);
    const local = columns.numbers(name);
    const ends = columns.ends(name, local.length);
    appendCodes(codes, local, values, list.adopt(values));
    for (let frame = 1; frame <= packed.frames; frame += 1) starts.push(base + (ends[frame] ?? 0));
  }
  for (const name of textNames) {
    const texts = columns.texts(name);
    if (texts.starts.length !== packed.frames + 1) throw unfit(name);
    frames.texts[name].append(texts);
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
