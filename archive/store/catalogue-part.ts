/**
 * A part of the catalogue: some frames' columns. Its JSON says which columns there are and where each lies in the file
 * beside it, whose bytes are the columns as they stand in memory (little-endian), one after the other. So a part is
 * read in one go, and nothing in it is parsed.
 */
import { z } from 'zod';
import type { Catalogue } from './catalogue.ts';
import { appendColumns } from './packed-columns.ts';

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

/** Adds a part's frames and marks to the catalogue. Throws a plain Error where the part lacks a column. */
export function unpackPart(catalogue: Catalogue, part: CataloguePart, bytes: Uint8Array): void {
  const { frames } = catalogue;
  const first = frames.length;
  appendColumns(frames, { frames: part.frames, columns: part.columns, bytes });
  // Frames and marks fall into place in the order in which they were written.
  const marks = [...part.marks];
  for (let frame = first; frame < frames.length; frame += 1) {
    while (marks[0] !== undefined && marks[0].sequence < frames.numbers.sequence.at(frame))
      catalogue.mark(marks.shift() ?? marks[0]);
    catalogue.place(frame);
  }
  for (const mark of marks) catalogue.mark(mark);
}
