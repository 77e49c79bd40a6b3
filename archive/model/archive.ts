/** What an open archive tells of itself and of its cables. */
import { z } from 'zod';
import { CableRecordSchema } from '../record.ts';
import { PlaceSchema, RenderingSchema } from './raw.ts';
import { PublishedSchema } from '../record.ts';

/** Something done or found while opening: a finished commit, a cut tail, a lock taken over. For the person. */
export const NoticeSchema = z.object({ code: z.string(), message: z.string() });
export type Notice = z.infer<typeof NoticeSchema>;

/** Who has an archive open for writing. */
export const LockHolderSchema = z.object({
  /** the program and its version */
  program: z.string(),
  /** since when, ISO */
  since: z.string(),
  /** true on this computer, false on another one, which can't be asked */
  here: z.boolean(),
  /** true where it has ended for sure and left its lock: opening for writing takes it over */
  ended: z.boolean(),
});
export type LockHolder = z.infer<typeof LockHolderSchema>;

export const ArchiveInfoSchema = z.object({
  /** the archive's own id, from bag-info.txt */
  id: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  generation: z.int(),
  cables: z.int(),
  records: z.int(),
  sightings: z.int(),
  withdrawn: z.int(),
  /** bytes of text in the packs */
  textBytes: z.number(),
  firstCreated: z.string().nullable(),
  lastCreated: z.string().nullable(),
  lastVerified: z.string().nullable(),
  notices: z.array(NoticeSchema),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfoSchema>;

/** One copy of a record in something that was imported. */
export const SightingSchema = z.object({
  source: PlaceSchema,
  /** SHA-256 of the source file, hex */
  sourceSha256: z.string().nullable(),
  receipt: z.string(),
  imported: z.string(),
  rendering: RenderingSchema,
  /** SHA-256 of this copy's exact header and body */
  key: z.string(),
  published: PublishedSchema,
  /** true for the one that is shown */
  shown: z.boolean(),
});
export type Sighting = z.infer<typeof SightingSchema>;

export const VersionSchema = z.object({
  key: z.string(),
  /** SHA-256 over the body without publisher's marks and white space */
  sameness: z.string(),
  id: z.string(),
  partial: z.boolean().nullable(),
  bytes: z.int(),
  sightings: z.int(),
  withdrawn: z.boolean(),
  shown: z.boolean(),
});
export type Version = z.infer<typeof VersionSchema>;

/** `show ARCHIVE ID[@KEY]`: the record, its checksum, and what else the archive has of it. */
export const ShownCableSchema = CableRecordSchema.extend({
  key: z.string(),
  versions: z.array(VersionSchema),
  sightings: z.array(SightingSchema),
});
export type ShownCable = z.infer<typeof ShownCableSchema>;

export const FaultSchema = z.object({ code: z.string(), file: z.string(), message: z.string() });
export type Fault = z.infer<typeof FaultSchema>;
export const VerifyReportSchema = z.object({
  ok: z.boolean(),
  verified: z.string(),
  records: z.int(),
  bytes: z.number(),
  faults: z.array(FaultSchema),
  notices: z.array(NoticeSchema),
});
export type VerifyReport = z.infer<typeof VerifyReportSchema>;
