/** Methods about archives as wholes: those opened before, opening, making one, and who may write. */
import { z } from 'zod';
import { ArchiveInfoSchema, LockHolderSchema } from '../../archive/model/archive.ts';
import { HandleSchema, method } from './method.ts';

const Nothing = z.object({});

/** An archive that was opened before. `place` is for the eye only; the handle opens it. */
export const RecentArchiveSchema = z.object({
  handle: HandleSchema,
  name: z.string(),
  place: z.string(),
  /** whether its folder is there now */
  exists: z.boolean(),
  /** the archive's own id, as in `archive.info`; null where it was not remembered */
  id: z.string().nullable(),
  /** when it was opened last, ISO */
  opened: z.string(),
  /** how many cables it had then; null where that was not remembered */
  cables: z.int().nullable(),
  /** whether it is the one that is open */
  isOpen: z.boolean(),
});
export type RecentArchive = z.infer<typeof RecentArchiveSchema>;

export const libraryMethods = {
  'library.recent': method(Nothing, z.array(RecentArchiveSchema)),
  'library.open': method(
    z.object({ handle: HandleSchema.nullable(), readOnly: z.boolean().default(false) }),
    ArchiveInfoSchema.nullable(),
  ),
  'library.create': method(z.object({ name: z.string().min(1).max(200) }), ArchiveInfoSchema.nullable()),
  /** takes an archive off the list; nothing of the archive itself is touched */
  'library.forget': method(z.object({ handle: HandleSchema }), Nothing),
  /**
   * Opens the archive that is open once more, for writing where that is possible now: a lock whose program has ended is
   * taken over by this. `takeOver` takes one of another computer too, which can't be asked whether it still lives.
   */
  'library.reopen': method(z.object({ takeOver: z.boolean().default(false) }), ArchiveInfoSchema),
  /** who has the archive open for writing, where it is open here for reading; the event `holder` tells of changes */
  'archive.holder': method(Nothing, LockHolderSchema.nullable()),
} as const;
