/** The pieces of the contract: a method is a pair of schemas, a result is a value or an error that names its code. */
import { z } from 'zod';
import { ErrorShapeSchema } from '../../archive/errors.ts';
import type { ErrorShape } from '../../archive/errors.ts';

export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

/** Names the schemas of one method. */
export function method<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> {
  return { input, output };
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorShape };

/** The envelope in which every answer crosses. */
export const ResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorShapeSchema }),
]);

/** A handle stands for a path that only the host knows. */
export const HandleSchema = z.string().min(8).max(100);
export type Handle = z.infer<typeof HandleSchema>;

/** Long work is named by its caller, so that its progress and its end can be told apart. */
export const JobIdSchema = z.string().min(1).max(100);
export type JobId = z.infer<typeof JobIdSchema>;
