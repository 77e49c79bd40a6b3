/** What can be asked of the engine about many cables at once, and about the archive as something to hand over. */
import { z } from 'zod';
import { ArchiveInfoSchema, LockHolderSchema } from '../model/archive.ts';
import { CiteStyleSchema, CopyReportSchema, TextFormatSchema } from '../model/handing-over.ts';
import { KnownCablesSchema } from '../model/known.ts';

const Bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array);

export const manyCalls = {
  /** Which of these ids the archive holds: see `Archive.known`. */
  known: {
    input: z.object({ ids: z.array(z.string()), cites: z.boolean().default(false) }),
    output: KnownCablesSchema,
  },
  /** The citations of chosen cables, in their order. */
  citeMany: {
    input: z.object({ ids: z.array(z.string()), style: CiteStyleSchema }),
    output: z.object({ text: z.string(), fileName: z.string() }),
  },
  /** Writes cables into a file of text: see `exportCables`. `ids` is null for all. */
  exportText: {
    input: z.object({
      choices: z.array(z.string()).nullable(),
      format: TextFormatSchema,
      out: z.string(),
      replace: z.boolean(),
    }),
    output: z.object({ cables: z.int() }),
  },
  /** Copies the archive, or chosen cables as an archive of their own: see `Archive.copyTo`. */
  copyTo: {
    input: z.object({ folder: z.string(), notes: z.boolean(), choices: z.array(z.string()).nullable() }),
    output: CopyReportSchema,
  },
  /** Makes one file of several printed cables: see `archivalCopies`. */
  archivalCopies: {
    input: z.object({
      parts: z.array(z.object({ id: z.string(), key: z.string().exactOptional(), pdf: Bytes })),
      title: z.string(),
      program: z.string(),
    }),
    output: z.object({ pdf: Bytes }),
  },
  /** Takes what another program committed meanwhile; and who holds the lock of an archive that is open for reading. */
  follow: {
    input: z.object({}),
    output: z.object({ info: ArchiveInfoSchema, holder: LockHolderSchema.nullable() }).nullable(),
  },
} as const;
