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
  sources: z.array(SourceSchema),
  lines: z.array(ReceiptLineSchema),
});
export type Receipt = z.infer<typeof ReceiptSchema>;

/** A receipt in a list: all but its lines and sources. */
export const ReceiptSummarySchema = ReceiptSchema.omit({ lines: true, sources: true }).extend({
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
