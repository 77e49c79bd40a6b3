/** Verify and rebuild as the open archive does them. */
import type { Job } from '../archive.ts';
import type { VerifyReport } from '../model/archive.ts';
import { ArchiveError } from '../errors.ts';
import { setDamagedPartsAside } from './catalogue-files.ts';
import type { Catalogue } from './catalogue.ts';
import type { Commit } from './commit.ts';
import { commitIndex } from './load.ts';
import { rebuildCatalogue } from './rebuild.ts';
import type { Store } from './store.ts';
import { verifyArchive } from './verify.ts';

const packFaults = new Set(['pack-changed', 'pack-short', 'pack-missing', 'frame-damaged']);

/** So often the archive is checked again when it was committed to meanwhile. */
const CHECKS = 3;

/**
 * Checks the whole archive; what was found at open stands among the notices. Faults count only where nothing was
 * committed meanwhile: an import replaces files that the commit before it names.
 */
export async function verifyStore(store: Store, job: Job = {}): Promise<VerifyReport> {
  for (let check = 1; ; check += 1) {
    await store.quiet();
    const { generation } = store.commit;
    const report = await checked(store, job);
    if (report.ok) return report;
    await store.quiet();
    await store.catchUp(true);
    if (check < CHECKS && store.commit.generation !== generation) continue;
    for (const { code, file } of report.faults) if (packFaults.has(code)) store.damaged.add(file);
    return report;
  }
}

async function checked(store: Store, job: Job): Promise<VerifyReport> {
  const { disk, folder } = store.options;
  const { commit, catalogue } = store;
  const total = Object.values(commit.packs).reduce((sum, { bytes }) => sum + bytes, 0);
  const began = Date.now();
  const verified = await verifyArchive({
    disk,
    folder,
    commit,
    catalogue,
    signal: job.signal,
    onBytes(done, file) {
      const seconds = (Date.now() - began) / 1000;
      const rate = seconds > 0.5 ? done / seconds : null;
      const secondsLeft = rate === null ? null : (total - done) / rate;
      job.onProgress?.({ phase: 'verifying', done, total, unit: 'bytes', rate, secondsLeft, file });
    },
  });
  return {
    ok: verified.faults.length === 0,
    verified: new Date().toISOString(),
    records: verified.records,
    bytes: verified.bytes,
    faults: verified.faults,
    notices: [...store.notices],
  };
}

/**
 * The commit to index words under. Where the rows are what they were nothing is committed before the words are: whoever
 * is cancelled or killed has the index as it was, and meanwhile words are found in the old one.
 */
async function withoutIndex(
  { options, commit, catalogue: before }: Store,
  catalogue: Catalogue,
): Promise<Commit> {
  if (catalogue.rows !== before.rows) return commitIndex(options, commit, catalogue);
  await setDamagedPartsAside(options.disk, options.folder, commit);
  return { ...commit, catalogue: [] };
}

/** A rebuild tells of its progress every so many copies of cables. */
const TELL_FRAMES = 500;

/** Makes the index anew from the packs. */
export async function rebuildStore(
  store: Store,
  indexWords: (job: Job) => Promise<void>,
  job: Job = {},
): Promise<void> {
  await store.change(async () => {
    const { disk, folder, read, readers } = store.options;
    const { commit } = store;
    let done = 0;
    const total = store.committedFrames;
    const { catalogue, faults } = await rebuildCatalogue({
      disk,
      folder,
      commit,
      read,
      readers,
      signal: job.signal,
      onFrames(frames, file) {
        const told = Math.floor(done / TELL_FRAMES);
        done += frames;
        if (Math.floor(done / TELL_FRAMES) > told) {
          job.onProgress?.({
            phase: 'rebuilding',
            done,
            total,
            unit: 'cables',
            rate: null,
            secondsLeft: null,
            file,
          });
        }
      },
    });
    if (job.signal?.aborted === true)
      throw new ArchiveError('cancelled', 'The rebuild was cancelled. Nothing was changed.');
    const notices = faults.map(({ message }) => ({ code: 'pack-damaged', message }));
    await store.adopt({ commit: await withoutIndex(store, catalogue), catalogue, notices });
    await indexWords(job);
  });
}
