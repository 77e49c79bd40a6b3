/** The receipt of an import: every file accounted for, kept in `receipts/` as JSON and shown. */
import { z } from 'zod';
import { PlaceSchema } from './raw.ts';

export const OutcomeSchema = z.enum(['accepted', 'seen-before', 'new-version', 'repaired', 'rejected']);
export type Outcome = z.infer<typeof OutcomeSchema>;

/** One line of the receipt. Accepted rows of a large table are summed up in `sources`, everything else has a line. */
export const ReceiptLineSchema = PlaceSchema.extend({
  outcome: OutcomeSchema,
  id: z.string().nullable(),
  /** the record's SHA-256, hex; null for what was rejected */
  key: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type ReceiptLine = z.infer<typeof ReceiptLineSchema>;

export const CountsSchema = z.object({
  accepted: z.int(),
  seenBefore: z.int(),
  newVersion: z.int(),
  repaired: z.int(),
  rejected: z.int(),
});
export type Counts = z.infer<typeof CountsSchema>;

/** A file that was read: its name relative to what was given, its size and its SHA-256 before reading. */
export const SourceSchema = z.object({
  file: z.string(),
  bytes: z.int(),
  sha256: z.string().nullable(),
  format: z.string().nullable(),
  /** true where the file changed while it was read */
  changed: z.boolean(),
  /** SHA-256 of what was read, where that is known to be something else than what was hashed before */
  read: z.string().optional(),
  counts: CountsSchema,
  /** where it was not read to its end: cables and refusals of it that are committed, from its beginning */
  taken: z.int().nonnegative().optional(),
  /** the receipt of the import that had begun it and that this one went on from */
  resumed: z.string().optional(),
});
export type Source = z.infer<typeof SourceSchema>;

export const ReceiptSchema = z.object({
  format: z.literal('valise-receipt'),
  version: z.literal(1),
  id: z.string(),
  started: z.string(),
  finished: z.string(),
  program: z.string(),
  state: z.enum(['done', 'cancelled', 'interrupted']),
  withdrawn: z.boolean(),
  counts: CountsSchema,
  /** receipts of imports that were broken off and that this one went on from */
  resumes: z.array(z.string()).optional(),
  /** names of the files and folders that were given, where they are not many */
  roots: z.array(z.string()).optional(),
  sources: z.array(SourceSchema),
  lines: z.array(ReceiptLineSchema),
  /** where there are too many to be told at once: how many there are in all; `sources` and `lines` are the first of them */
  more: z.object({ sources: z.int(), lines: z.int() }).optional(),
});
export type Receipt = z.infer<typeof ReceiptSchema>;

/** A line of the file that holds the files and lines of a long receipt. */
export const ReceiptEntrySchema = z.discriminatedUnion('kind', [
  SourceSchema.extend({ kind: z.literal('source') }),
  ReceiptLineSchema.extend({ kind: z.literal('line') }),
]);
export type ReceiptEntry = z.infer<typeof ReceiptEntrySchema>;

/** Some of a receipt's lines, from `offset` (0 is the first), and how many there are of this outcome. */
export const ReceiptLinesRequestSchema = z.object({
  id: z.string().max(200),
  offset: z.int().nonnegative(),
  limit: z.int().positive().max(1000),
  outcome: OutcomeSchema.exactOptional(),
});
export type ReceiptLinesRequest = z.infer<typeof ReceiptLinesRequestSchema>;
export const ReceiptLinesSchema = z.object({ total: z.int(), lines: z.array(ReceiptLineSchema) });
export type ReceiptLines = z.infer<typeof ReceiptLinesSchema>;

/** Some of a receipt's files, in the same way. */
export const ReceiptSourcesRequestSchema = ReceiptLinesRequestSchema.omit({ outcome: true });
export type ReceiptSourcesRequest = z.infer<typeof ReceiptSourcesRequestSchema>;
export const ReceiptSourcesSchema = z.object({ total: z.int(), sources: z.array(SourceSchema) });
export type ReceiptSources = z.infer<typeof ReceiptSourcesSchema>;

/** A receipt in a list: all but its lines and sources. */
export const ReceiptSummarySchema = ReceiptSchema.omit({ lines: true, sources: true, more: true }).extend({
  files: z.int(),
  /** the first file's name, for a title */
  name: z.string(),
});
export type ReceiptSummary = z.infer<typeof ReceiptSummarySchema>;

export const ProgressSchema = z.object({
  phase: z.enum([
    'reading',
    'hashing',
    'importing',
    'indexing',
    'merging',
    'committing',
    'verifying',
    'rebuilding',
    'copying',
    'printing',
  ]),
  done: z.number(),
  /** null where it can't be known yet */
  total: z.number().nullable(),
  unit: z.enum(['cables', 'bytes', 'files']),
  /** units a second over the last moments; null at the start */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  file: z.string().nullable(),
});
export type Progress = z.infer<typeof ProgressSchema>;
