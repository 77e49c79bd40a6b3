/** The archives of this person: the one that is open, those opened before, and the first one, made of the sample. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ArchiveError } from '../archive/errors.ts';
import type { ArchiveInfo } from '../archive/model/archive.ts';
import type { OpenCall } from '../archive/worker/calls.ts';
import { builtMain, sampleFile } from './built.ts';
import type { Engine } from './engine.ts';
import type { HostEvents } from './events.ts';
import { Following } from './following.ts';
import { folderName } from './folder-name.ts';
import type { Logger } from './log.ts';
import type { Places } from './places.ts';
import { PROGRAM } from './program.ts';
import type { Recent, Settings } from './settings.ts';

/** The first archive's name, and its folder's. */
export const FIRST_ARCHIVE = 'My cables';

export interface OpenWishes {
  create?: { name?: string };
  readOnly?: boolean;
  takeOver?: boolean;
}

interface Parts {
  engine: Engine;
  settings: Settings;
  events: HostEvents;
  places: Places;
  log: Logger;
}

export class Library {
  readonly #parts: Parts;
  #firstStart = false;
  #settled: Promise<void> = Promise.resolve();
  /** why the start opened nothing */
  #openingFault: { error: unknown } | null = null;

  /** the folder of the archive that is open */
  #path: string | null = null;
  readonly #following: Following;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#following = new Following(parts);
  }

  /** True when this start made the first archive. */
  get firstStart(): boolean {
    return this.#firstStart;
  }

  get recent(): readonly Recent[] {
    return this.#parts.settings.recent;
  }

  /**
   * Opens an archive in place of the one that is open. One that another program is writing to is opened for reading,
   * and its notices say so. Throws what `openArchive` throws.
   */
  async open(folder: string, wishes: OpenWishes = {}): Promise<ArchiveInfo> {
    const path = resolve(folder);
    let info: ArchiveInfo;
    try {
      info = await this.#parts.engine.open(this.#openCall(path, wishes));
    } catch (error) {
      // What was open is closed by now.
      this.#path = null;
      this.#following.end();
      this.#parts.events.emit({ name: 'archive', data: null });
      throw error;
    }
    this.#openingFault = null;
    this.#path = path;
    await this.#remember(path, info);
    this.#following.begin(info);
    this.#parts.events.emit({ name: 'archive', data: info });
    return info;
  }

  /** The folder of the archive that is open; null where none is. */
  get path(): string | null {
    return this.#path;
  }

  /** Opens the archive that is open once more, for writing where that can be. Throws `archive-missing` where none is. */
  async reopen(takeOver: boolean): Promise<ArchiveInfo> {
    if (this.#path === null) throw new ArchiveError('archive-missing', 'No archive is open. Open one first.');
    return this.open(this.#path, { takeOver });
  }

  /** Takes an archive off the list of those that were open. */
  async forget(path: string): Promise<void> {
    await this.#parts.settings.forget(path);
  }

  /** Makes an archive in a folder that is absent or empty, and opens it. */
  async create(folder: string, name: string): Promise<ArchiveInfo> {
    return this.open(folder, { create: { name } });
  }

  /** A folder for a new archive of this name that is not taken yet. */
  suggestFolder(name: string): string {
    const base = join(this.#parts.places.archives, folderName(name));
    for (let count = 1; ; count += 1) {
      const folder = count === 1 ? base : `${base} ${count}`;
      if (!existsSync(folder)) return folder;
    }
  }

  /** What a start without an archive opens: the last one, else the first one, made with the sample where it is missing. */
  openLast(): Promise<ArchiveInfo | null> {
    const opening = this.#openLastOrFirst();
    this.#settled = opening.then(() => undefined);
    return opening;
  }

  /** Resolves once the start has opened what it opens, so that the page, which comes up meanwhile, sees it. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  async #openLastOrFirst(): Promise<ArchiveInfo | null> {
    const last = this.recent.find(recent => existsSync(recent.path));
    try {
      if (last !== undefined) return await this.open(last.path);
      const first = join(this.#parts.places.archives, FIRST_ARCHIVE);
      if (await hasFiles(first)) return await this.open(first);
      return await this.#makeFirst(first);
    } catch (error) {
      // The window comes up without an archive and says why; another one can be opened there.
      this.#parts.log.error({ err: error }, 'no archive could be opened at the start');
      this.#openingFault = { error };
      return null;
    }
  }

  /** What is open; null where nothing is. Throws why the start could open nothing. */
  async info(): Promise<ArchiveInfo | null> {
    const info = await this.#parts.engine.call('info', {});
    if (info === null && this.#openingFault !== null) throw this.#openingFault.error;
    return info;
  }

  /** Tells the window what the archive has become, after something may have changed it. Never throws. */
  async tellChange(): Promise<void> {
    try {
      const info = await this.#parts.engine.call('info', {});
      this.#parts.events.emit({ name: 'archive', data: info });
      if (info !== null && this.#path !== null) await this.#parts.settings.recount(this.#path, info);
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'the window could not be told of a change');
    }
  }

  async #makeFirst(folder: string): Promise<ArchiveInfo> {
    await this.create(folder, FIRST_ARCHIVE);
    await this.#parts.engine.call('import', { given: [{ path: sampleFile() }] });
    this.#firstStart = true;
    await this.tellChange();
    const info = await this.#parts.engine.call('info', {});
    if (info === null) throw new ArchiveError('internal', 'The first archive was made but is not open.');
    return info;
  }

  #openCall(folder: string, { create, readOnly, takeOver }: OpenWishes): OpenCall {
    return {
      folder,
      program: PROGRAM,
      workers: { file: builtMain('import-worker.cjs') },
      overlayFolder: join(this.#parts.places.settings, 'notes'),
      ...(create === undefined ? {} : { create }),
      ...(readOnly === undefined ? {} : { readOnly }),
      ...(takeOver === undefined ? {} : { takeOver }),
    };
  }

  async #remember(path: string, { name, id, cables }: ArchiveInfo): Promise<void> {
    try {
      await this.#parts.settings.remember(path, name, { id, cables });
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'the settings could not be written');
    }
  }
}

async function hasFiles(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}
