/** Verify and rebuild as the open archive does them. */
import type { Job } from '../archive.ts';
import type { Fault, VerifyReport } from '../model/archive.ts';
import { ArchiveError } from '../errors.ts';
import { setDamagedPartsAside } from './catalogue-files.ts';
import type { Catalogue } from './catalogue.ts';
import { readCommit } from './commit.ts';
import type { Commit } from './commit.ts';
import { commitIndex } from './load.ts';
import { whoHolds } from './lock.ts';
import { rebuildCatalogue } from './rebuild.ts';
import type { Store } from './store.ts';
import { verifyArchive } from './verify.ts';
import { checkReplaced, unfinished } from './verify-replaced.ts';

const packFaults = new Set(['pack-changed', 'pack-short', 'pack-missing', 'frame-damaged']);

/** So often what commits replace is looked at again while another program goes on committing. */
const LOOKS = 12;
/** Milliseconds before each look, times its number: a commit takes some tens of them. */
const PAUSE = 15;

/**
 * Checks the whole archive; what was found at open stands among the notices. A fault in what commits replace counts only
 * where it is still there at the newest commit: an import replaces files that the commit before it names.
 */
export async function verifyStore(store: Store, job: Job = {}): Promise<VerifyReport> {
  await store.quiet();
  await store.catchUp(true);
  const { disk, folder } = store.options;
  const report = await checked(store, job);
  const found = await checkReplaced({ disk, folder, commit: store.commit, signal: job.signal });
  const faults = [...report.faults, ...(await lasting(store, found, job.signal))];
  for (const { code, file } of faults) if (packFaults.has(code)) store.damaged.add(file);
  return { ...report, ok: faults.length === 0, verified: new Date().toISOString(), faults };
}

/** Those of the faults that are there to stay. */
async function lasting(store: Store, found: readonly Fault[], signal?: AbortSignal): Promise<Fault[]> {
  const { disk, folder } = store.options;
  let faults = [...found];
  for (let look = 1, before = -1; look <= LOOKS && faults.length > 0; look += 1) {
    await store.quiet();
    const commit = store.options.writable
      ? store.commit
      : ((await readCommit(disk, folder).catch(() => null)) ?? store.commit);
    const again = await checkReplaced({ disk, folder, commit, signal, only: faults });
    const held = await isWrittenBeside(store);
    faults = held ? again.filter(({ code }) => !unfinished.has(code)) : again;
    if (!held && commit.generation === before) break;
    before = commit.generation;
    await new Promise(resolve => setTimeout(resolve, PAUSE * look));
  }
  return faults;
}

/** Whether another program has the archive open for writing: what it has not committed yet is no fault. */
async function isWrittenBeside({ options }: Store): Promise<boolean> {
  if (options.writable) return false;
  const holder = await whoHolds(options.disk, options.folder);
  return holder !== null && !holder.ended;
}

/** The packs and the catalogue. */
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
