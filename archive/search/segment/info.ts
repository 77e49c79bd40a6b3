/** What the archive's commit says of a segment. */
import { z } from 'zod';

export const SegmentFileSchema = z.object({
  name: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SegmentFile = z.infer<typeof SegmentFileSchema>;

export const SegmentInfoSchema = z.object({
  name: z.string().regex(/^[\w-]+$/),
  files: z.array(SegmentFileSchema),
  rows: z.int().nonnegative(),
  /** the smallest and the largest row; -1 in an empty segment */
  firstRow: z.int(),
  lastRow: z.int(),
  terms: z.int().nonnegative(),
});
export type SegmentInfo = z.infer<typeof SegmentInfoSchema>;

/** The files of a segment, by what they hold. */
export const SegmentPart = { dictionary: 'terms', postings: 'postings', positions: 'positions' } as const;

/** Postings of a word in more rows than this have a table of where each block of them keeps its positions. */
export const BLOCK = 128;

/** Every so many words of a dictionary there is one that can be read without those before. */
export const STEP = 32;

export const MAGIC = 0x33534756; // 'VGS3'
/** seven numbers of four bytes, see dictionary-file.ts */
export const HEADER_BYTES = 28;
