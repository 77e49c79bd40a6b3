/**
 * The engine's errors: one class, a closed set of stable codes, a sentence that says what to do next.
 * Browser-safe, because the codes cross every port and the window shows the sentences.
 */
import { z } from 'zod';

export const ErrorCodes = [
  'bad-request', // the caller asked for something that makes no sense (a wrong argument, an unknown receipt)
  'not-an-archive', // the folder is there but holds no Valise archive
  'archive-missing', // the folder is not there
  'archive-newer', // written by a newer version of the format
  'archive-locked', // another program holds the writer's lock
  'archive-damaged', // what the commit names is not what is on disk
  'read-only', // the medium or the session can't be written
  'disk-full', // ENOSPC
  'io', // any other failure of the file system
  'no-such-cable', // the archive has no cable with this id
  'no-such-receipt',
  'not-a-cable-file', // a source that is none of the formats we read
  'damaged-source', // a source of a known format that can't be read to its end
  'not-yet', // promised, not built yet
  'no-browser', // printing needs a Chromium and there is none
  'print-failed',
  'cancelled',
  'engine-gone', // the engine's process died; the call can be tried again
  'internal', // a fault of ours
] as const;

export const ErrorCodeSchema = z.enum(ErrorCodes);
export type ErrorCode = z.infer<typeof ErrorCodeSchema>;

/** How an error crosses a port: the code for programs, the sentence for people, details for logs. */
export const ErrorShapeSchema = z.object({
  code: ErrorCodeSchema,
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ErrorShape = z.infer<typeof ErrorShapeSchema>;

/** An error with a stable code. The message is for the person and says what to do next. */
export class ArchiveError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ArchiveError';
    this.code = code;
    this.details = details;
  }
}

/** The shape of any thrown value, so that no error is lost at a port; what is not ours becomes `internal`. */
export function errorShape(thrown: unknown): ErrorShape {
  if (thrown instanceof ArchiveError) {
    return thrown.details === undefined
      ? { code: thrown.code, message: thrown.message }
      : { code: thrown.code, message: thrown.message, details: thrown.details };
  }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** The error again, on the other side of a port. */
export function errorFromShape(shape: ErrorShape): ArchiveError {
  return new ArchiveError(shape.code, shape.message, shape.details);
}
