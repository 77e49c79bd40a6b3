/** Where something that was made for the person went. */
import { z } from 'zod';

/** Saved by the host under a name that the person chose, or waiting as a download. */
export const DeliverySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  z.object({ kind: z.literal('download'), url: z.string(), name: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type Delivery = z.infer<typeof DeliverySchema>;
