/** What a reader of a file format yields, before anything is understood. */
import { z } from 'zod';
import { PublishedSchema, WarningSchema } from '../record.ts';

/** Where in what the person gave a cable stood. Paths are relative to what was dropped, with `/`, never a user's or host's name. */
export const PlaceSchema = z.object({
  file: z.string(),
  /** the path inside an archive file, nested ones joined by `!`; null outside archives */
  member: z.string().nullable(),
  /** row of a table (from 1), or the cable's number within a file of several; null where it stands alone */
  row: z.int().positive().nullable(),
});
export type Place = z.infer<typeof PlaceSchema>;

/** How faithful this copy's form is: what the choice of the best rendering stands on. */
export const RenderingSchema = z.object({
  format: z.enum(['mirror', 'csv', 'cablebrowser-text', 'cablebrowser-html', 'telegram', 'valise']),
  lineBreaks: z.boolean(),
  encoding: z.string(),
  /** true where the encoding was assumed rather than known (no BOM, not valid UTF-8) */
  assumed: z.boolean(),
});
export type Rendering = z.infer<typeof RenderingSchema>;

/** A cable as found: entities decoded, nothing else changed. `header` is '' where the source has none. */
export const RawCableSchema = z.object({
  place: PlaceSchema,
  rendering: RenderingSchema,
  published: PublishedSchema,
  header: z.string(),
  body: z.string(),
  /** doubts of the format's reader (an assumed encoding, a torn row); kept with the record */
  warnings: z.array(WarningSchema),
});
export type RawCable = z.infer<typeof RawCableSchema>;

/** What could not be taken, where, and why: a line on the receipt, never a silent drop. */
export const RefusalSchema = z.object({
  code: z.enum([
    'not-a-cable-file',
    'damaged-source',
    'no-id',
    'empty',
    'too-large',
    'nested-too-deep',
    'unsafe-path',
    'unreadable',
    'internal',
  ]),
  message: z.string(),
  place: PlaceSchema,
});
export type Refusal = z.infer<typeof RefusalSchema>;

export type RawItem = { kind: 'cable'; cable: RawCable } | { kind: 'refusal'; refusal: Refusal };
