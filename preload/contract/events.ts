/** What a host tells the window without being asked. */
import { z } from 'zod';
import { ArchiveInfoSchema, LockHolderSchema } from '../../archive/model/archive.ts';
import { ProgressSchema } from '../../archive/model/receipt.ts';
import { JobIdSchema } from './method.ts';

export const events = {
  /** long work goes on */
  progress: z.object({ job: JobIdSchema, progress: ProgressSchema }),
  /** the open archive changed: an import committed, another program wrote, a different archive was opened */
  archive: ArchiveInfoSchema.nullable(),
  /** who has the archive open for writing, where it is open here for reading: taken, given back, or left behind */
  holder: z.object({ holder: LockHolderSchema.nullable() }),
  /** the person's own work changed, here or in another window: what shows an older revision is old */
  work: z.object({ revision: z.int() }),
  /** a cable is to be opened (a `valise:` link, the command line) */
  openCable: z.object({ id: z.string(), paragraph: z.int().nullable() }),
  /** a menu item or an accelerator that the window carries out */
  command: z.object({
    name: z.enum([
      'import',
      'import-folder',
      'find',
      'print',
      'save-pdf',
      'open-archive',
      'new-archive',
      'back',
      'forward',
      'settings',
      'shortcuts',
    ]),
  }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<Name extends EventName> = z.output<Events[Name]>;
