/** What crosses the port between a host and the engine: plain data, each call with its own number. */
import { z } from 'zod';
import { ErrorShapeSchema } from '../errors.ts';
import { ProgressSchema } from '../model/receipt.ts';

const Sequence = z.int().nonnegative();

/** From the host to the engine. */
export const RequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), sequence: Sequence, name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('cancel'), sequence: Sequence }),
]);
export type Request = z.infer<typeof RequestSchema>;

/** From the engine to the host. */
export const ReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), sequence: Sequence, value: z.unknown() }),
  z.object({ kind: z.literal('error'), sequence: Sequence, error: ErrorShapeSchema }),
  z.object({ kind: z.literal('progress'), sequence: Sequence, progress: ProgressSchema }),
]);
export type Reply = z.infer<typeof ReplySchema>;
