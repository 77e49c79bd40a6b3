/** Methods about many cables at once: which of them the archive has, citing and exporting them; and copying the archive. */
import { z } from 'zod';
import {
  CiteStyleSchema,
  CopyReportSchema,
  ExportFormatSchema,
  MOST_CITED,
} from '../../archive/model/handing-over.ts';
import { KnownCablesSchema, MOST_KNOWN } from '../../archive/model/known.ts';
import { DeliverySchema } from './delivery.ts';
import { JobIdSchema, method } from './method.ts';

const CableId = z.string().max(200);
/** `ID`, or `ID@KEY` for a version. */
const CableChoice = z.string().min(1).max(300);

export const cablesMethods = {
  /**
   * Which of these reference ids (aliases and malformed ones too, in any case) the archive holds: under each id as it was
   * asked, what a list shows of the cable, or null where the archive lacks it. Reads no text: 5,000 ids take milliseconds.
   * With `cites`, also which of the asked ids each of them cites.
   */
  'cables.known': method(
    z.object({ ids: z.array(CableId).max(MOST_KNOWN), cites: z.boolean().default(false) }),
    KnownCablesSchema,
  ),
  /**
   * The citations of these cables, in their order: notes one a line in `chicago`, else the text of a file for reference
   * managers (`fileName` is a name for it). Throws `no-such-cable`, naming it in its message.
   */
  'cables.cite': method(
    z.object({
      ids: z.array(CableChoice).min(1).max(MOST_CITED),
      style: CiteStyleSchema.default('chicago'),
    }),
    z.object({ text: z.string(), fileName: z.string() }),
  ),
  /**
   * Writes these cables, in their order, into one file (`bag`: a folder that is an archive of its own). In Electron a
   * dialog asks where first, and `saved` answers the name; on the serve host the file waits as a `download`, and a bag is
   * made beside the archives. More cables than one PDF takes (500) are printed as volumes into a folder, which is asked
   * for, or made, like a bag's. Progress under `job`, which `job.cancel` stops; nothing is left of what was cancelled but
   * volumes that were finished. Throws `no-such-cable`.
   */
  'cables.export': method(
    z.object({
      job: JobIdSchema,
      ids: z.array(CableChoice).min(1).max(300_000),
      format: ExportFormatSchema,
    }),
    DeliverySchema,
  ),
  /**
   * Copies the whole archive into a new folder that the host asks for (on the serve host one beside the archives), checks
   * the copy, and answers null where the person thought better of it. Without notes the copy is an archive of its own,
   * with nothing private. The archive stays open and usable. Progress under `job`; a cancelled copy leaves nothing.
   */
  'archive.copy': method(
    z.object({ job: JobIdSchema, notes: z.boolean() }),
    CopyReportSchema.extend({ name: z.string(), place: z.string() }).nullable(),
  ),
} as const;
