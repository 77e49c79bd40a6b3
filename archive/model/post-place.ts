/** Where on earth the origin of cables lies: what a map of posts is drawn from. */
import { z } from 'zod';

export const PostPlaceSchema = z.object({
  /** the origin as it was asked for */
  origin: z.string(),
  /** the post's code in reference ids: `HANOI` */
  code: z.string(),
  city: z.string(),
  /** ISO 3166-1 alpha-2, XK for Kosovo */
  country: z.string(),
  /** degrees, north and east positive */
  latitude: z.number(),
  longitude: z.number(),
});
export type PostPlace = z.infer<typeof PostPlaceSchema>;
