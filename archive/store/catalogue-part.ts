/** A part of the catalogue as JSON: columns of some frames, numbers in base64 (little-endian), words as joined strings. */
import { z } from 'zod';
import type { Catalogue, Mark } from './catalogue.ts';
import { escapeValue, unescapeValue } from './escape.ts';
import { checksumNames, codeNames, manyNames, numberNames, textNames } from './frame-columns.ts';
import type { FrameColumns } from './frame-columns.ts';
import { ValueList } from './growing.ts';
import type { NumberColumn } from './growing.ts';

/** Rises when what the columns hold, or how a cable is read for them, changes: older parts are made anew from the packs. */
export const CATALOGUE_VERSION = 1;

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

const CodesSchema = z.object({ values: z.string(), codes: z.base64() });

export const CataloguePartSchema = z.object({
  format: z.literal('valise-catalogue'),
  version: z.int(),
  frames: z.int(),
  numbers: z.record(z.string(), z.base64()),
  checksums: z.record(z.string(), z.base64()),
  codes: z.record(z.string(), CodesSchema),
  many: z.record(z.string(), CodesSchema.extend({ starts: z.base64() })),
  texts: z.record(z.string(), z.string()),
  marks: z.array(MarkSchema),
});
export type CataloguePart = z.infer<typeof CataloguePartSchema>;

function join(values: readonly string[]): string {
  return values.map(escapeValue).join('\n');
}

function split(joined: string, count: number): string[] {
  return count === 0 ? [] : joined.split('\n').map(unescapeValue);
}

function base64(numbers: readonly number[]): string {
  return Buffer.from(Uint32Array.from(numbers).buffer).toString('base64');
}

function numbersOf(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Renumbers codes of the whole catalogue into a list of the values that this part needs. */
class LocalCodes {
  readonly #list = new ValueList();
  readonly #map = new Map<number, number>();
  readonly codes: number[] = [];

  push(code: number, values: readonly string[]): void {
    let local = this.#map.get(code);
    if (local === undefined) {
      local = this.#list.code(values[code] ?? '');
      this.#map.set(code, local);
    }
    this.codes.push(local);
  }

  get values(): string {
    return join(this.#list.values);
  }
}

/** The frames from `from` to `to` (exclusive) of the catalogue, with these marks. */
export function packPart(
  catalogue: Catalogue,
  from: number,
  to: number,
  marks: readonly Mark[],
): CataloguePart {
  const { frames } = catalogue;
  const part: CataloguePart = {
    format: 'valise-catalogue',
    version: CATALOGUE_VERSION,
    frames: to - from,
    numbers: {},
    checksums: {},
    codes: {},
    many: {},
    texts: {},
    marks: [...marks],
  };
  for (const name of numberNames)
    part.numbers[name] = frames.numbers[name].bytes(from, to).toString('base64');
  for (const name of checksumNames)
    part.checksums[name] = frames.checksums[name].bytes(from, to).toString('base64');
  for (const name of codeNames) {
    const column = frames.codes[name];
    const local = new LocalCodes();
    for (let frame = from; frame < to; frame += 1) local.push(column.codes.at(frame), column.list.values);
    part.codes[name] = { values: local.values, codes: base64(local.codes) };
  }
  for (const name of manyNames) {
    const column = frames.many[name];
    const local = new LocalCodes();
    const starts: number[] = [0];
    for (let frame = from; frame < to; frame += 1) {
      for (let at = column.starts.at(frame); at < column.starts.at(frame + 1); at += 1) {
        local.push(column.codes.at(at), column.list.values);
      }
      starts.push(local.codes.length);
    }
    part.many[name] = { values: local.values, codes: base64(local.codes), starts: base64(starts) };
  }
  for (const name of textNames) part.texts[name] = join(frames.texts[name].slice(from, to));
  return part;
}

/** Adds a part's frames and marks to the catalogue. Throws a plain Error where the part lacks a column. */
export function unpackPart(catalogue: Catalogue, part: CataloguePart): void {
  const { frames } = catalogue;
  const first = frames.length;
  appendColumns(frames, part);
  for (const name of textNames) {
    for (const text of split(part.texts[name] ?? '', part.frames)) frames.texts[name].push(text);
  }
  if (frames.length !== first + part.frames || frames.texts.subject.length !== frames.length) {
    throw new Error('a column of the catalogue is too short');
  }
  // Frames and marks fall into place in the order in which they were written.
  const marks = [...part.marks];
  for (let frame = first; frame < frames.length; frame += 1) {
    while (marks[0] !== undefined && marks[0].sequence < frames.numbers.sequence.at(frame))
      catalogue.mark(marks.shift() ?? marks[0]);
    catalogue.place(frame);
  }
  for (const mark of marks) catalogue.mark(mark);
}

function appendColumns(frames: FrameColumns, part: CataloguePart): void {
  for (const name of numberNames)
    frames.numbers[name].append(Buffer.from(part.numbers[name] ?? '', 'base64'));
  for (const name of checksumNames)
    frames.checksums[name].append(Buffer.from(part.checksums[name] ?? '', 'base64'));
  for (const name of codeNames) {
    const column = frames.codes[name];
    const packed = part.codes[name];
    if (packed === undefined) throw new Error(`the column ${name} is missing`);
    appendCodes(column.codes, packed.codes, column.list.adopt(split(packed.values, 1)));
  }
  for (const name of manyNames) {
    const column = frames.many[name];
    const packed = part.many[name];
    if (packed === undefined) throw new Error(`the column ${name} is missing`);
    const base = column.codes.length;
    appendCodes(column.codes, packed.codes, column.list.adopt(split(packed.values, 1)));
    for (const start of numbersOf(packed.starts).subarray(1)) column.starts.push(base + start);
  }
}

/** Adds a part's codes to a column; `global` translates them, null where they are the column's own. */
function appendCodes(column: NumberColumn, packed: string, global: Uint32Array | null): void {
  if (global === null) column.append(Buffer.from(packed, 'base64'));
  else for (const code of numbersOf(packed)) column.push(global[code] ?? 0);
}
