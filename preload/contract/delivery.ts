/** Where something that was made for the person went. */
import { z } from 'zod';

/** Saved by the host under a name that the person chose, or waiting as a download. */
export const DeliverySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('saved'),
    name: z.string(),
    /** where it lies, for the eye, when the person had no say in it */
    place: z.string().optional(),
    /** for a folder of volumes: how many of them were finished; fewer than all where the person stopped it */
    volumes: z.object({ finished: z.int(), of: z.int() }).optional(),
  }),
  z.object({ kind: z.literal('download'), url: z.string(), name: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type Delivery = z.infer<typeof DeliverySchema>;
