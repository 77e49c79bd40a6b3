/** Methods about many cables at once: which of them the archive has, exporting them, citing them. */
import { z } from 'zod';
import { KnownCablesSchema, MOST_KNOWN } from '../../archive/model/known.ts';
import { method } from './method.ts';

const CableId = z.string().max(200);

export const cablesMethods = {
  /**
   * Which of these reference ids (aliases and malformed ones too, in any case) the archive holds: under each id as it was
   * asked, what a list shows of the cable, or null where the archive lacks it. Reads no text: 5,000 ids take milliseconds.
   */
  'cables.known': method(z.object({ ids: z.array(CableId).max(MOST_KNOWN) }), KnownCablesSchema),
} as const;
