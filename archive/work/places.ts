/** Where the person's work lies and changes go: in the archive, in an overlay beside the settings, or only in the archive to read. */
import { ArchiveError } from '../errors.ts';
import type { Notes } from '../model/notes.ts';
import type { Standing } from '../model/work.ts';
import type { OpenNotes } from '../store/notes.ts';
import { withLists } from './collections.ts';
import { merged } from './merge.ts';
import { changesIn, overlayOf } from './overlay.ts';
import type { Overlay } from './overlay.ts';
import type { OverlayFile } from './overlay-file.ts';
import { apply } from './patches.ts';
import type { Patches, Side } from './patches.ts';

export interface WorkPlace {
  readonly kind: Standing['place'];
  /** changes that lie here and not in the archive */
  readonly waiting: number;
  read(): Notes;
  /** Takes what other programs wrote meanwhile; true where there was something. */
  refresh(): Promise<boolean>;
  /** Puts a change on disk, whole or not at all, and then in memory. */
  write(patches: Patches, side: Side): Promise<void>;
}

/** In the archive itself, whose lock is held. */
export function archivePlace(notes: OpenNotes): WorkPlace {
  return {
    kind: 'archive',
    waiting: 0,
    read: () => notes.read(),
    refresh: async () => false,
    write: (patches, side) => notes.replace(now => withLists(now, apply(now, patches, side))),
  };
}

/** The archive's notes, to read only. */
export function noPlace(notes: OpenNotes): WorkPlace {
  return {
    kind: 'none',
    waiting: 0,
    read: () => notes.read(),
    async refresh() {
      const before = notes.read();
      await notes.refresh();
      return notes.read() !== before;
    },
    async write() {
      throw new ArchiveError(
        'read-only',
        'This archive is open for reading only, and no place was given for notes made meanwhile.',
      );
    },
  };
}

/** Beside the settings, laid over the archive's notes. */
export class OverlayPlace implements WorkPlace {
  readonly kind = 'overlay';
  readonly #notes: OpenNotes;
  readonly #file: OverlayFile;
  #overlay: Overlay;
  #base: Notes;
  #view: Notes;
  #stamp: string | null = null;

  constructor(notes: OpenNotes, file: OverlayFile, overlay: Overlay) {
    this.#notes = notes;
    this.#file = file;
    this.#overlay = overlay;
    this.#base = notes.read();
    this.#view = this.#laidOver();
  }

  get waiting(): number {
    return changesIn(this.#overlay);
  }

  read(): Notes {
    return this.#view;
  }

  #laidOver(): Notes {
    return withLists(this.#base, merged(this.#base, this.#overlay).lists);
  }

  async refresh(): Promise<boolean> {
    await this.#notes.refresh();
    const stamp = await this.#file.stamp();
    if (this.#notes.read() === this.#base && stamp === this.#stamp) return false;
    await this.#load(stamp);
    return true;
  }

  async #load(stamp: string | null): Promise<void> {
    this.#overlay = (await this.#file.read()).overlay;
    this.#base = this.#notes.read();
    this.#view = this.#laidOver();
    this.#stamp = stamp;
  }

  /** The overlay is made anew from what the archive has now, so that nothing in it is older than what the person saw. */
  write(patches: Patches, side: Side): Promise<void> {
    return this.#file.locked(async () => {
      await this.#load(await this.#file.stamp());
      const wanted = apply(this.#view, patches, side);
      const next = overlayOf(this.#view.archive, this.#base, wanted);
      await this.#file.write(next);
      this.#overlay = next;
      this.#view = this.#laidOver();
      this.#stamp = await this.#file.stamp();
    });
  }
}
