/** What crosses between the importing thread and a clerk's: cables as one block of bytes each way, never one by one. */
import { z } from 'zod';
import type { SegmentInfo } from '../search/index.ts';
import type { FrameBatch } from './frame-batch.ts';
import type { PreparedBatch } from './prepared-batch.ts';

/** What a clerk's thread is started with. */
export const ClerkStartSchema = z.object({
  /** where segments are written */
  folder: z.string(),
  indexing: z.boolean(),
});
export type ClerkStart = z.infer<typeof ClerkStartSchema>;

export type ToClerk =
  | { kind: 'prepare'; call: number; number: number; batch: FrameBatch }
  | { kind: 'index'; call: number; batch: number; rows: Int32Array<ArrayBuffer> }
  | { kind: 'seal'; call: number };

export type FromClerk =
  | { kind: 'prepared'; prepared: PreparedBatch }
  | { kind: 'indexed' }
  | { kind: 'sealed'; segments: SegmentInfo[] };
