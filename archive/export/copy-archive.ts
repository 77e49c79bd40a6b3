/** "Copy archive": all of it or chosen cables, into a new folder, read again and checked before it counts. */
import type { CopyWish, Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import { reindex } from '../import/archive-search.ts';
import type { VerifyReport } from '../model/archive.ts';
import type { CopyReport } from '../model/handing-over.ts';
import { writeBag } from '../store/bag.ts';
import { verifyStore } from '../store/care.ts';
import { writeCommit } from '../store/commit.ts';
import { shownRows } from '../store/figures.ts';
import { writeLastVerified } from '../store/last-verified.ts';
import { Names, within } from '../store/layout.ts';
import type { Store } from '../store/store.ts';
import { chosenFrames, chosenSize, copyChosen } from './chosen-copy.ts';
import { Vanished } from './copy-files.ts';
import { openCopy } from './open-copy.ts';
import { openTarget } from './target-folder.ts';
import { copySize, copyWhole } from './whole-copy.ts';

/**
 * Copies an archive while it stays open. `notes` answers what notes.json holds now. Throws `bad-request` for a folder
 * that is not empty, `no-such-cable`, `cancelled`, `disk-full`, `read-only`, `io`; then nothing of the copy is left.
 */
export async function copyArchive(
  store: Store,
  notes: () => Promise<Buffer>,
  folder: string,
  { choices = null, notes: withNotes }: CopyWish,
  job: Job = {},
): Promise<CopyReport> {
  if (choices !== null && withNotes)
    throw new ArchiveError(
      'bad-request',
      'Notes go along with the whole archive only, not with chosen cables.',
    );
  await store.catchUp();
  const { disk, folder: from, program, read } = store.options;
  const own = withNotes ? await notes() : null;
  const frames = choices === null ? null : chosenFrames(store, choices);
  const bytes = frames === null ? (await copySize(store)) + (own?.length ?? 0) : chosenSize(store, frames);
  const target = await openTarget({ disk, folder, from, program, bytes });
  try {
    if (frames === null) await copyWhole(store, folder, own, job);
    else await copyChosen(store, folder, frames, read, job);
    const report = await checkCopy(store, folder, own === null, job);
    await disk.removeFolder(within(folder, Names.aside)).catch(() => undefined);
    await target.finish();
    return { ...report, notes: withNotes };
  } catch (thrown) {
    await target.abandon();
    if (!(thrown instanceof Vanished)) throw thrown;
    throw new ArchiveError('io', `${thrown.message} went away while it was copied. Copy again.`);
  }
}

type Checked = Omit<CopyReport, 'notes'>;

/** Opens the copy, makes its index where it has none, and reads all of it again. */
async function checkCopy(store: Store, folder: string, fresh: boolean, job: Job): Promise<Checked> {
  const { disk } = store.options;
  const copy = await openCopy(store, folder);
  try {
    if (copy.commit.indexedRows !== copy.columns.rows) await reindex(copy, job);
    if (fresh && copy.commit.generation !== 0) {
      // An archive without a past has no notes either, and none are missed when it is opened.
      copy.commit = { ...copy.commit, generation: 0 };
      await writeCommit(disk, folder, copy.commit);
      await writeBag(disk, folder, copy.commit);
    }
    const report = await verifyStore(copy, job);
    await blameMedium(store, report, job);
    if (report.ok) await writeLastVerified(disk, folder, report.verified);
    const { id, packs } = copy.commit;
    const bytes = Object.values(packs).reduce((sum, pack) => sum + pack.bytes, 0);
    const { rows } = copy.columns;
    const cables = [...shownRows(copy.columns)].length;
    const { verified, faults } = report;
    return { id, cables, records: rows, bytes, verified, faults };
  } finally {
    await copy.reader.close();
  }
}

/** Faults that the archive itself has are told; any other is the copy's own, and such a copy is none. */
async function blameMedium(store: Store, { faults }: VerifyReport, job: Job): Promise<void> {
  if (faults.length === 0) return;
  const known = new Set((await verifyStore(store, job)).faults.map(({ file }) => file));
  const own = faults.find(({ file }) => !known.has(file));
  if (own === undefined) return;
  throw new ArchiveError(
    'io',
    `The copy is not what was written (${own.message}) The medium may be failing: copy to another one.`,
    { file: own.file },
  );
}
