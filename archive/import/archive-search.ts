/** The search of an open archive: kept at the last commit, and its index made anew where it is missing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../archive.ts';
import { errorShape } from '../errors.ts';
import { openSearch } from '../search/index.ts';
import type { NotesReader, Search, SearchSource } from '../search/index.ts';
import { indexRows } from '../rebuild/index-rows.ts';
import { rowTexts } from '../store/row-texts.ts';
import type { Store } from '../store/store.ts';
import { removeOldSegments, searchFolder, segmentsOf, segmentsPresent } from './index-files.ts';

/** A reader looks so many times for segments that another program replaces while it opens them. */
const LOOKS = 8;

export class ArchiveSearch {
  readonly #store: Store;
  readonly #notes: NotesReader;
  #search: Search;
  /** where a read-only archive without an index has one for the time being */
  #temporary: string | null;

  private constructor(store: Store, notes: NotesReader, search: Search, temporary: string | null) {
    this.#store = store;
    this.#notes = notes;
    this.#search = search;
    this.#temporary = temporary;
  }

  /** Opens the search; the index is made anew first where the commit has none or its files are gone. */
  static async open(store: Store, notes: NotesReader, indexing = true): Promise<ArchiveSearch> {
    const { disk, folder, writable } = store.options;
    const segments = () => openSearch(searchFolder(folder), segmentsOf(store.commit), sourceOf(store, notes));
    const found = async () =>
      !indexing || (await isWhole(store)) ? segments().catch(orDamaged) : Promise.resolve(null);
    let search = await found();
    // Another program may have joined segments since the commit was read.
    for (let look = writable ? LOOKS : 0; search === null && look < LOOKS; look += 1) {
      const { generation } = store.commit;
      await store.catchUp(true);
      if (store.commit.generation === generation) break;
      search = await found();
    }
    if (search === null && writable) {
      await reindex(store);
      search = await segments();
    }
    if (writable) await removeOldSegments(disk, folder, store.commit);
    if (search !== null) return new ArchiveSearch(store, notes, search, null);
    const source = sourceOf(store, notes);
    const temporary = await mkdtemp(join(tmpdir(), 'valise-index-'));
    const made = await indexRows(store, temporary);
    return new ArchiveSearch(store, notes, await openSearch(temporary, made, source), temporary);
  }

  get search(): Search {
    return this.#search;
  }

  /** Goes over to the last commit and lets go of what it no longer names. */
  async follow(): Promise<void> {
    if (this.#temporary !== null) return;
    const { disk, folder, writable } = this.#store.options;
    await this.#search.refresh(segmentsOf(this.#store.commit), sourceOf(this.#store, this.#notes));
    if (writable) await removeOldSegments(disk, folder, this.#store.commit);
  }

  async close(): Promise<void> {
    await this.#search.close();
    if (this.#temporary !== null) await rm(this.#temporary, { recursive: true, force: true });
    this.#temporary = null;
  }
}

/** Null for segments that are not what the commit says: they are made anew. */
function orDamaged(thrown: unknown): null {
  if (errorShape(thrown).code === 'archive-damaged') return null;
  throw thrown;
}

function sourceOf(store: Store, notes: NotesReader): SearchSource {
  return { columns: store.columns, texts: rowTexts(store), notes };
}

async function isWhole(store: Store): Promise<boolean> {
  const { disk, folder } = store.options;
  const { commit } = store;
  const isRead = segmentsOf(commit).length === commit.segments.length;
  return isRead && commit.indexedRows === store.columns.rows && (await segmentsPresent(disk, folder, commit));
}

/** Makes all segments anew from the packs and commits them. */
export async function reindex(store: Store, job: Job = {}): Promise<void> {
  const segments = await indexRows(store, searchFolder(store.options.folder), job);
  await store.commitNow({ segments });
}
