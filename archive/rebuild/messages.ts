/** What crosses between the rebuilding thread and a clerk's of packs: names, and columns of bytes and numbers. */
import { z } from 'zod';
import type { SegmentInfo } from '../search/index.ts';
import type { MonthFrames, NamedPack } from '../store/month-scan.ts';
import type { RowBatch } from './row-batches.ts';

/** What a clerk works on. */
export const TaskSchema = z.object({
  /** the archive's */
  folder: z.string(),
  /** of the archive's frames */
  token: z.string(),
  /** the folder where segments are written */
  segments: z.string(),
  /** a segment is written when its words take so much memory */
  segmentBytes: z.int().positive(),
});
export type Task = z.infer<typeof TaskSchema>;

export type ToPackClerk =
  | { kind: 'month'; call: number; packs: readonly NamedPack[] }
  | { kind: 'index'; call: number; batch: RowBatch }
  | { kind: 'seal'; call: number };

export type FromPackClerk =
  { kind: 'month'; frames: MonthFrames } | { kind: 'indexed' } | { kind: 'sealed'; segments: SegmentInfo[] };

/** So many more frames of a file were read. */
export interface FramesRead {
  frames: number;
  file: string;
}
