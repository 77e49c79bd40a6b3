/** The reading view: the body as blocks to read, each run of shown text tied to the body's own offsets. */
import { z } from 'zod';
import { SpanSchema } from '../record.ts';

/**
 * A run of shown text. `text` may differ from the body's in white space only (wrapped lines joined); what was joined or
 * folded is told by `kind` and the span. A redaction's `text` is the body's own run of X.
 */
export const RunSchema = SpanSchema.extend({
  kind: z.enum(['text', 'redaction', 'reference', 'tag', 'caption', 'debris']),
  text: z.string(),
  /** canonical id for a reference to a cable, the code for a tag or a caption; else null */
  target: z.string().nullable(),
});
export type Run = z.infer<typeof RunSchema>;

export const BlockSchema = SpanSchema.extend({
  /** `table` keeps its own lines and spaces; `debris` is folded */
  kind: z.enum(['marking', 'preamble', 'heading', 'paragraph', 'table', 'signature', 'debris']),
  number: z.int().nullable(),
  mark: z.string().nullable(),
  runs: z.array(RunSchema),
});
export type Block = z.infer<typeof BlockSchema>;

/** What the reading view changed, counted, for the first printed page and the switch that shows it. */
export const ReadingSchema = z.object({
  blocks: z.array(BlockSchema),
  changes: z.object({ joinedLines: z.int(), foldedDebris: z.int() }),
});
export type Reading = z.infer<typeof ReadingSchema>;
