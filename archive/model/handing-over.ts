/** Handing cables over to other people and programs: citations, files, copies of archives. */
import { z } from 'zod';
import { FaultSchema } from './archive.ts';

/** `chicago` is a note for the person; the others are files that reference managers read. */
export const CiteStyles = ['chicago', 'bibtex', 'ris', 'csl-json'] as const;
export const CiteStyleSchema = z.enum(CiteStyles);
export type CiteStyle = z.infer<typeof CiteStyleSchema>;

/** `csv` is the eight columns of cables.csv, which any Valise imports; `bag` an archive of its own, which is a BagIt bag. */
export const ExportFormats = ['pdf', 'text', 'json', 'ndjson', 'csv', 'bag'] as const;
export const ExportFormatSchema = z.enum(ExportFormats);
export type ExportFormat = z.infer<typeof ExportFormatSchema>;

/** Forms that are written as one file of text. */
export const TextFormatSchema = ExportFormatSchema.exclude(['pdf', 'bag']);
export type TextFormat = z.infer<typeof TextFormatSchema>;

/** How many cables one citation list, and how many one PDF, may hold; more are printed as volumes. */
export const MOST_CITED = 1000;
export const MOST_PRINTED = 500;

/** What became of a copy of an archive, or of some of its cables. */
export const CopyReportSchema = z.object({
  /** the copy's own id: that of the archive where it is the same with the notes, else a new one */
  id: z.string(),
  cables: z.int(),
  records: z.int(),
  /** bytes of the packs */
  bytes: z.number(),
  /** whether the person's own work went along */
  notes: z.boolean(),
  /** when the copy was read again and checked, ISO */
  verified: z.string(),
  /** damage that the archive has and the copy has from it; a fault of the copying itself throws */
  faults: z.array(FaultSchema),
});
export type CopyReport = z.infer<typeof CopyReportSchema>;
