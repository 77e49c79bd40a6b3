/** What has to be true before an archive can be used: a commit, nothing beyond it, a bag that fits, a catalogue. */
import { ArchiveError } from '../errors.ts';
import type { Notice } from '../model/archive.ts';
import { laggingBagFiles, readBagInfo, writeBag } from './bag.ts';
import type { Catalogue } from './catalogue.ts';
import { loadCatalogue, removeOldParts, setDamagedPartsAside, writeCatalogue } from './catalogue-files.ts';
import { readCommit, writeCommit } from './commit.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { setAside } from './durable.ts';
import { FORMAT_VERSION, Names, within } from './layout.ts';
import { migrate, olderNotice } from './migrate.ts';
import { removeOldReceipts } from './receipt-files.ts';
import type { ReadFields } from './month-scan.ts';
import { rebuildCatalogue } from './rebuild.ts';
import type { OpenReaders } from './rebuild.ts';
import { cutLeftovers } from './recover.ts';
import { formatOfBag, salvageCommit } from './salvage.ts';
import { describeArchive } from './self-description.ts';

/** A built file that threads are started from, and how many. */
export interface Workers {
  file: string;
  count?: number;
}

export interface LoadOptions {
  disk: Disk;
  folder: string;
  writable: boolean;
  program: string;
  read: ReadFields;
  /** who reads the packs for a rebuild; this thread where nobody is named */
  readers?: OpenReaders | undefined;
  /** built entries of threads, as `OpenOptions` has them */
  workers?: Workers | undefined;
}

export interface Loaded {
  commit: Commit;
  catalogue: Catalogue;
  notices: Notice[];
  /** files of packs that are missing or shorter than the commit says */
  damaged?: readonly string[];
}

async function commitInForce(options: LoadOptions, notices: Notice[]): Promise<Commit> {
  const { disk, folder, writable, program } = options;
  try {
    const commit = await readCommit(disk, folder);
    if (commit !== null) return commit;
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError) || thrown.code !== 'archive-damaged') throw thrown;
    // A newer archive is left alone, damaged or not.
    await formatOfBag(disk, folder);
    if (writable) await setAside(disk, within(folder, Names.commit), within(folder, Names.aside));
  }
  const commit = await salvageCommit(disk, folder, program);
  notices.push({
    code: 'commit-salvaged',
    message:
      'commit.json was missing or damaged. It was made anew from the packs and the manifest. Run verify to see whether all is there.',
  });
  if (writable) await writeCommit(disk, folder, commit);
  return commit;
}

async function finishBag({ disk, folder }: LoadOptions, commit: Commit, notices: Notice[]): Promise<void> {
  const lagging = await laggingBagFiles(disk, folder, commit);
  if (lagging.length === 0) return;
  const generation = Number((await readBagInfo(disk, folder)).get('Valise-Generation') ?? '-1');
  if (generation === commit.generation && !lagging.includes(Names.bagInfo)) {
    notices.push({
      code: 'bag-differed',
      message: `${lagging.join(', ')} differed from the last commit. The files found were moved to aside/ and made anew.`,
    });
    for (const name of lagging) {
      if ((await disk.size(within(folder, name))) !== null)
        await setAside(disk, within(folder, name), within(folder, Names.aside));
    }
  } else {
    notices.push({
      code: 'commit-finished',
      message: 'An interrupted commit was finished: the bag was brought up to it.',
    });
  }
  await writeBag(disk, folder, commit);
}

async function shortPacks(
  { disk, folder }: LoadOptions,
  commit: Commit,
): Promise<{ notices: Notice[]; damaged: string[] }> {
  const notices: Notice[] = [];
  const damaged: string[] = [];
  for (const [file, { bytes }] of Object.entries(commit.packs)) {
    const size = await disk.size(within(folder, file));
    if (size !== null && size >= bytes) continue;
    damaged.push(file);
    const what = size === null ? 'is missing' : `has ${size} of ${bytes} bytes`;
    notices.push({
      code: 'pack-damaged',
      message: `${file} ${what}. Put it back from a copy of the archive, or import again what was in it.`,
    });
  }
  return { notices, damaged };
}

async function rebuildIndex(options: LoadOptions, commit: Commit, notices: Notice[]): Promise<Loaded> {
  const { disk, folder, read, readers, writable } = options;
  const { catalogue, faults } = await rebuildCatalogue({ disk, folder, commit, read, readers });
  notices.push({
    code: 'index-rebuilt',
    message: 'The index was missing, damaged or of an older version. It was made anew from the packs.',
  });
  for (const { message } of faults.slice(0, 5)) notices.push({ code: 'pack-damaged', message });
  if (!writable) return { commit, catalogue, notices };
  return { commit: await commitIndex(options, commit, catalogue), catalogue, notices };
}

/** A reader looks so many times for a catalogue that another program replaces while it is read. */
const LOOKS = 5;

/** The catalogue of the commit, or of a newer one that was made meanwhile; null where it must be made anew. */
async function newestCatalogue(
  { disk, folder, writable }: LoadOptions,
  first: Commit,
): Promise<{ commit: Commit; catalogue: Catalogue | null }> {
  let commit = first;
  for (let look = 1; ; look += 1) {
    const catalogue = await loadCatalogue(disk, folder, commit);
    if (catalogue !== null || writable || look === LOOKS) return { commit, catalogue };
    const now = await readCommit(disk, folder).catch(() => null);
    if (now === null || now.generation === commit.generation) return { commit, catalogue };
    commit = now;
  }
}

/** Writes a whole catalogue anew and commits it. */
export async function commitIndex(
  options: LoadOptions,
  commit: Commit,
  catalogue: Catalogue,
): Promise<Commit> {
  const { disk, folder, program } = options;
  await setDamagedPartsAside(disk, folder, commit);
  const next: Commit = {
    ...commit,
    generation: commit.generation + 1,
    committed: new Date().toISOString(),
    program,
    catalogue: await writeCatalogue(disk, folder, catalogue, [], commit.sequence - 1),
    segments: [],
    indexedRows: 0,
  };
  await writeCommit(disk, folder, next);
  await writeBag(disk, folder, next);
  return next;
}

/** Brings the archive to its last commit and loads it. With `writable` the writer's lock must be held. */
export async function load(options: LoadOptions): Promise<Loaded> {
  const { disk, folder, writable } = options;
  const notices: Notice[] = [];
  let commit = await commitInForce(options, notices);
  if (writable) {
    notices.push(...(await cutLeftovers(disk, folder, commit)));
    await finishBag(options, commit, notices);
  }
  if (commit.version < FORMAT_VERSION) {
    if (writable) {
      const { commit: next, notice } = await migrate(options, commit);
      commit = next;
      notices.push(notice);
    } else notices.push(olderNotice(commit));
  }
  const short = await shortPacks(options, commit);
  notices.push(...short.notices);
  const found = await newestCatalogue(options, commit);
  const loaded =
    found.catalogue === null
      ? await rebuildIndex(options, found.commit, notices)
      : { commit: found.commit, catalogue: found.catalogue, notices };
  if (writable) {
    await removeOldParts(disk, folder, loaded.commit);
    await removeOldReceipts(disk, folder, loaded.commit);
    await describeArchive(disk, folder);
  }
  return { ...loaded, damaged: short.damaged };
}
