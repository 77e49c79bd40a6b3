/** The one door to an archive. */
import { ArchiveError } from './errors.ts';
import type { Archive, OpenOptions } from './archive.ts';
import type { Notice } from './model/archive.ts';
import { copyArchive } from './export/copy-archive.ts';
import { notesToCopy } from './export/notes-to-copy.ts';
import { enter, onlyReading, prepareFolder } from './entrance.ts';
import { importGiven } from './import/importer.ts';
import { createArchive, standingOf } from './store/create.ts';
import { nodeDisk } from './store/disk.ts';
import type { Disk } from './store/disk.ts';
import { infoOf, shownRows, statsOf, summaryOfRow } from './store/figures.ts';
import { readLastVerified, writeLastVerified } from './store/last-verified.ts';
import { knownCables, withCitations } from './store/known.ts';
import { load } from './store/load.ts';
import { whoHolds } from './store/lock.ts';
import type { HeldLock } from './store/lock.ts';
import { openNotes } from './store/notes.ts';
import { Receipts } from './store/receipts.ts';
import { CableShelf } from './store/show.ts';
import { Store } from './store/store.ts';
import { rebuildStore, verifyStore } from './store/care.ts';
import { withdraw } from './store/withdraw.ts';
import { parseCable, readForCatalogue } from './text/index.ts';
import { ArchiveSearch, reindex } from './import/archive-search.ts';
import { Clerks } from './import/clerks.ts';
import { packReaders } from './rebuild/index-rows.ts';
import { searchFolder } from './import/index-files.ts';
import { notesReader } from './store/notes.ts';
import { readReferenceId } from './text/reference-id.ts';
import { openWork } from './work/open-work.ts';

/**
 * Opens an archive, or makes one. Brings it to its last commit first; what was done for that stands in its notices.
 * Throws `archive-missing`, `not-an-archive`, `archive-newer`, `archive-damaged`, `read-only`, `disk-full`, `io`.
 */
export async function openArchive(
  folder: string,
  options: OpenOptions,
  disk: Disk = nodeDisk,
): Promise<Archive> {
  const making = await prepareFolder(disk, folder, options);
  const { lock, notices } = await enter(disk, folder, options);
  try {
    if (making) {
      if (lock === null)
        throw new ArchiveError('read-only', notices[0]?.message ?? 'The new archive can not be written.');
      // Somebody else may have made it while we waited for the lock.
      if ((await standingOf(disk, folder)) !== 'archive') {
        const name = options.create?.name ?? folder.split(/[\\/]/).filter(Boolean).at(-1) ?? 'Archive';
        await createArchive(disk, folder, name, options.program);
      }
    }
    const opening = { disk, folder, options, lock, notices };
    return await (making ? opened(opening) : openedAtLeastToRead(opening));
  } catch (thrown) {
    await lock?.release().catch(() => undefined);
    throw thrown;
  }
}

/** What a crash left can't be cleared away on a full disk: then the archive is read as it is, which needs no space. */
async function openedAtLeastToRead(opening: Opening): Promise<Archive> {
  const { lock, notices } = opening;
  try {
    return await opened(opening);
  } catch (thrown) {
    if (lock === null) throw thrown;
    const notice = onlyReading(thrown);
    await lock.release().catch(() => undefined);
    return opened({ ...opening, lock: null, notices: [...notices, notice] });
  }
}

interface Opening {
  disk: Disk;
  folder: string;
  options: OpenOptions;
  lock: HeldLock | null;
  notices: Notice[];
}

/** What the archive calls a cable; one that it does not have is called as ids are read. */
function canonicalIn({ columns }: Store, cable: string): string {
  const found = columns.findCable(cable);
  return found === null ? readReferenceId(cable).canonicalId : columns.cableId(found);
}

async function opened({ disk, folder, options, lock, notices }: Opening): Promise<Archive> {
  const writable = lock !== null;
  const loadOptions = {
    disk,
    folder,
    writable,
    program: options.program,
    read: readForCatalogue,
    readers: packReaders(disk, folder, options.workers),
    workers: options.workers,
    holdsLock: async () => lock?.check(),
  };
  const store = new Store(loadOptions, await load(loadOptions));
  store.notices.unshift(...notices);
  const fresh = store.commit.generation === 0;
  const { holdsLock } = loadOptions;
  const user = await openNotes({ disk, folder, archive: store.commit.id, writable, fresh, holdsLock });
  store.notices.push(...user.notices);
  const shelf = new CableShelf(store, parseCable);
  const { desk, notices: found } = await openWork({
    disk,
    notes: user.notes,
    archive: store.commit.id,
    writable,
    overlayFolder: options.overlayFolder,
    program: options.program,
    canonical: cable => canonicalIn(store, cable),
    show: async (id, key) => {
      await store.catchUp();
      return shelf.show(id, key);
    },
  });
  store.notices.push(...found);
  const search = await ArchiveSearch.open(store, notesReader(desk), options.index);
  store.onCommit = () => search.follow();
  const receipts = new Receipts(disk, folder, () => store.commit);
  let lastVerified = await readLastVerified(disk, folder);

  const info = () => {
    const all = infoOf(store, lastVerified);
    return { ...all, notices: [...all.notices, ...desk.notices()] };
  };

  return {
    work: desk,
    info,
    async follow() {
      await store.catchUp();
      return { info: info(), holder: writable ? null : await whoHolds(disk, folder) };
    },
    stats: () => statsOf(store),
    async import(given, job) {
      const clerks = new Clerks(searchFolder(folder), options.workers, options.index ?? true, disk);
      try {
        const receipt = await importGiven(store, clerks, given, job, options.commitMilliseconds);
        // What is committed is committed, whether or not it can be looked at just now.
        return await receipts.show(receipt.id).catch(() => receipt);
      } finally {
        await clerks.close();
      }
    },
    async search(request, job) {
      await store.catchUp();
      return search.search.search(request, job);
    },
    async searchIds(request, job) {
      await store.catchUp();
      return search.search.ids(request, job);
    },
    suggest: (query, cursor, limit) => search.search.suggest(query, cursor, limit),
    async *list() {
      await store.catchUp();
      const { columns } = store;
      const rows = [...shownRows(columns)];
      rows.sort((a, b) => (columns.created[a] ?? 0) - (columns.created[b] ?? 0) || a - b);
      for (const row of rows) yield summaryOfRow(columns, row);
    },
    async known(ids, cites = false) {
      await store.catchUp();
      const known = knownCables(store.columns, ids, id => readReferenceId(id).canonicalId);
      return cites ? withCitations(store.columns, known) : known;
    },
    async show(id, key) {
      await store.catchUp();
      return shelf.show(id, key);
    },
    frame: (id, key) => shelf.frame(id, key),
    async receipts() {
      await store.catchUp();
      const withdrawn = (id: string) => store.catalogue.isReceiptWithdrawn(id);
      return store.commit.receipts
        .map(({ id, summary }) => ({ ...summary, withdrawn: withdrawn(id) }))
        .reverse();
    },
    async receipt(id) {
      const receipt = await store.atNewest(() => receipts.show(id));
      return { ...receipt, withdrawn: store.catalogue.isReceiptWithdrawn(id) };
    },
    async receiptLines(request) {
      return store.atNewest(() => receipts.lines(request));
    },
    async receiptSources(request) {
      return store.atNewest(() => receipts.sources(request));
    },
    async verify(job) {
      const report = await verifyStore(store, job);
      if (report.ok) lastVerified = report.verified;
      // A note that can't be written makes no check fail.
      if (report.ok && writable)
        await writeLastVerified(disk, folder, report.verified).catch(() => undefined);
      return report;
    },
    async rebuild(job) {
      await rebuildStore(store, inner => reindex(store, inner), job);
      return info();
    },
    copyTo: (to, wish, job) => copyArchive(store, () => notesToCopy(disk, folder, desk), to, wish, job),
    withdraw: (target, reason) => withdraw(store, 'withdrawal', target, reason),
    restore: target => withdraw(store, 'restoral', target, ''),
    async close() {
      await desk.quiet();
      await store.quiet();
      await search.close();
      await store.reader.close();
      // A lock that can't be removed (the medium is gone) is known as stale by the next to open.
      await lock?.release().catch(() => undefined);
    },
  };
}
