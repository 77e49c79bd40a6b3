/** What can be asked of the engine about many cables at once, and about the archive as something to hand over. */
import { z } from 'zod';
import { KnownCablesSchema } from '../model/known.ts';

export const manyCalls = {
  /** Which of these ids the archive holds: see `Archive.known`. */
  known: { input: z.object({ ids: z.array(z.string()) }), output: KnownCablesSchema },
} as const;
