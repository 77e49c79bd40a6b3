/** A cable as it is opened: what is known of it, and its text to read. */
import { z } from 'zod';
import { ShownCableSchema } from './archive.ts';
import { ReadingSchema } from './reading.ts';

export const ReadCableSchema = z.object({ shown: ShownCableSchema, reading: ReadingSchema });
export type ReadCable = z.infer<typeof ReadCableSchema>;
