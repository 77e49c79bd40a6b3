/** Which of the cables that somebody names an archive holds. */
import { z } from 'zod';
import { CableSummarySchema } from './search.ts';

/** At most so many ids are asked for at once. */
export const MOST_KNOWN = 5000;

/** What a list shows of a cable, and whether it was taken back: then lists and totals are without it, but it can be opened. */
export const KnownCableSchema = CableSummarySchema.extend({
  withdrawn: z.boolean(),
  /** which of the others that were asked for its shown record cites, as they were asked; only where that was wanted */
  cites: z.array(z.string()).exactOptional(),
});
export type KnownCable = z.infer<typeof KnownCableSchema>;

/** By the ids as they were asked for; null for a cable that the archive lacks. Its own id is `id`: an alias finds it too. */
export const KnownCablesSchema = z.record(z.string(), KnownCableSchema.nullable());
export type KnownCables = z.infer<typeof KnownCablesSchema>;
