/** notes.json in lowdb: written to disk first, then changed in memory; its backup is used before anything is called lost. */
import { Low } from 'lowdb';
import { ArchiveError } from '../errors.ts';
import type { Notice } from '../model/archive.ts';
import { NotesSchema, emptyNotes } from '../model/notes.ts';
import type { Notes } from '../model/notes.ts';
import type { Disk } from './disk.ts';
import { setAside } from './durable.ts';
import { DurableJson } from './durable-json.ts';
import { Names, within } from './layout.ts';

export interface NotesOptions {
  disk: Disk;
  folder: string;
  archive: string;
  writable: boolean;
  /** true where the archive was made just now: only then may there be no notes */
  fresh: boolean;
  /** throws where the writer's lock is another's by now */
  holdsLock?: () => Promise<unknown>;
}

export interface OpenNotes {
  read(): Notes;
  /** Puts a change on disk and then in memory; a change that throws changes nothing. One goes after the other. */
  change(edit: (notes: Notes) => void): Promise<void>;
  /** The same for a change that makes a new state and touches nothing of the one before. */
  replace(next: (notes: Notes) => Notes): Promise<void>;
  /** In an archive open for reading: takes what another program wrote meanwhile. */
  refresh(): Promise<void>;
}

function adapterFor({ disk, folder }: NotesOptions, path: string): DurableJson<Notes> {
  return new DurableJson<Notes>({
    disk,
    path,
    schema: NotesSchema,
    aside: within(folder, Names.aside),
    backup: true,
  });
}

/** What a file of notes holds; null where it is absent, 'damaged' where it is not whole. */
async function tryRead(adapter: DurableJson<Notes>): Promise<Notes | null | 'damaged'> {
  try {
    return await adapter.read();
  } catch (thrown) {
    if (thrown instanceof ArchiveError && thrown.code === 'archive-damaged') return 'damaged';
    throw thrown;
  }
}

/** An archive opened for reading shows its cables even where its notes are a newer program's: they are left alone. */
function newer(thrown: unknown, { archive, writable }: NotesOptions): { data: Notes; notice: Notice } {
  if (writable || !(thrown instanceof ArchiveError) || thrown.code !== 'archive-newer') throw thrown;
  return { data: emptyNotes(archive), notice: { code: 'notes-newer', message: thrown.message } };
}

interface Found {
  data: Notes;
  notices: Notice[];
}

/** The notes on disk, or their backup where that is needed, which is told. Throws `archive-newer`. */
async function findNotes(options: NotesOptions, adapter: DurableJson<Notes>, path: string): Promise<Found> {
  const { disk, folder, archive, writable } = options;
  const notices: Notice[] = [];
  const found = await tryRead(adapter);
  let data = found === 'damaged' ? null : found;
  if (data === null) {
    const backup = await tryRead(adapterFor(options, `${path}.bak`));
    // Both, or the next change would write over what is left of the backup.
    const damaged = [
      ...(found === 'damaged' ? [path] : []),
      ...(backup === 'damaged' ? [`${path}.bak`] : []),
    ];
    if (writable) for (const file of damaged) await setAside(disk, file, within(folder, Names.aside));
    if (backup !== null && backup !== 'damaged') {
      data = backup;
      notices.push({
        code: 'notes-recovered',
        message:
          'notes.json was missing or damaged. The notes were recovered from their backup; the last change may be lost.',
      });
    } else if (!options.fresh) {
      notices.push({
        code: 'notes-lost',
        message:
          'notes.json and its backup are missing or damaged. What is left of them lies in aside/. Put notes.json back from a copy of the archive.',
      });
    }
    data ??= emptyNotes(archive);
    if (writable) await adapter.write(data);
  }
  return { data, notices };
}

/**
 * Opens the notes, recovers them from the backup where that is needed, and says so. Throws `archive-newer` where a newer
 * program wrote them and they could be written here.
 */
export async function openNotes(options: NotesOptions): Promise<{ notes: OpenNotes; notices: Notice[] }> {
  const { disk, folder, writable } = options;
  const path = within(folder, Names.notes);
  const adapter = adapterFor(options, path);
  let stamp = await disk.stamp(path);
  const { data, notices } = await findNotes(options, adapter, path).catch((thrown: unknown) => {
    const { data: none, notice } = newer(thrown, options);
    return { data: none, notices: [notice] };
  });
  const db = new Low<Notes>(adapter, data);
  let last: Promise<unknown> = Promise.resolve();
  const put = async (before: Promise<unknown>, edit: (notes: Notes) => Notes): Promise<void> => {
    await before;
    const next = edit(db.data);
    await options.holdsLock?.();
    await db.adapter.write(next);
    db.data = next;
  };
  const write = (edit: (notes: Notes) => Notes): Promise<void> => {
    const turn = put(last, edit);
    last = turn.catch(() => undefined);
    return turn;
  };
  const notes: OpenNotes = {
    read: () => db.data,
    replace: write,
    change: edit =>
      write(before => {
        const next = structuredClone(before);
        edit(next);
        return next;
      }),
    async refresh() {
      if (writable) return;
      const now = await disk.stamp(path);
      if (now === stamp) return;
      // What can't be read at this moment is as good as not written yet.
      const fresh = await tryRead(adapter).catch(() => null);
      if (fresh === null || fresh === 'damaged') return;
      db.data = fresh;
      stamp = now;
    },
  };
  return { notes, notices };
}

/** What queries ask of the notes. */
export function notesReader(notes: Pick<OpenNotes, 'read'>): {
  dossiers(): readonly string[];
  cablesIn(dossier: string): readonly string[];
  notedCables(): readonly string[];
  highlightedCables(): readonly string[];
  readCables(): readonly string[];
  savedSearches(): readonly { name: string; query: string }[];
} {
  return {
    dossiers: () => notes.read().dossiers.map(({ name }) => name),
    cablesIn: wanted => notes.read().dossiers.find(({ name }) => name === wanted)?.cables ?? [],
    notedCables: () => {
      const { notes: written, dossiers } = notes.read();
      return [...written, ...dossiers.flatMap(({ remarks = [] }) => remarks)].map(({ cable }) => cable);
    },
    highlightedCables: () => notes.read().highlights.map(({ cable }) => cable),
    readCables: () => notes.read().readMarks.map(({ cable }) => cable),
    savedSearches: () => notes.read().savedSearches.map(({ name, query }) => ({ name, query })),
  };
}
