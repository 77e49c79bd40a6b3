/** The overlay on disk: a folder for each archive beside the settings, with one durable file, its backup and a lock. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ArchiveError } from '../errors.ts';
import type { Notice } from '../model/archive.ts';
import type { Disk } from '../store/disk.ts';
import { randomName, setAside } from '../store/durable.ts';
import { DurableJson } from '../store/durable-json.ts';
import { takeLock } from '../store/lock.ts';
import { OverlaySchema, emptyOverlay } from './overlay.ts';
import type { Overlay } from './overlay.ts';

/** Another program that notes something in the same archive is waited for: so many times, so many milliseconds. */
const TRIES = 60;
const PAUSE = 50;

/** An archive's id comes from its folder, which may be hostile: only what is surely a name becomes one. */
function folderNameOf(archive: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(archive)) return archive;
  return createHash('sha256').update(archive).digest('hex');
}

export class OverlayFile {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #path: string;
  readonly #archive: string;
  readonly #program: string;

  constructor(disk: Disk, overlayFolder: string, archive: string, program: string) {
    this.#disk = disk;
    this.#folder = join(overlayFolder, folderNameOf(archive));
    this.#path = join(this.#folder, 'overlay.json');
    this.#archive = archive;
    this.#program = program;
  }

  #file(path: string): DurableJson<Overlay> {
    const aside = join(this.#folder, 'aside');
    return new DurableJson<Overlay>({ disk: this.#disk, path, schema: OverlaySchema, aside, backup: true });
  }

  async #tryRead(path: string): Promise<Overlay | null | 'damaged'> {
    try {
      return await this.#file(path).read();
    } catch (thrown) {
      if (thrown instanceof ArchiveError && thrown.code === 'archive-damaged') return 'damaged';
      throw thrown;
    }
  }

  /** A word that changes when the file does; null where there is none. */
  stamp(): Promise<string | null> {
    return this.#disk.stamp(this.#path);
  }

  /** What it holds; empty where there is none. A damaged one is set aside, and its backup taken, which is told. */
  async read(): Promise<{ overlay: Overlay; notices: Notice[] }> {
    const found = await this.#tryRead(this.#path);
    if (found !== null && found !== 'damaged') return { overlay: found, notices: [] };
    const backup = await this.#tryRead(`${this.#path}.bak`);
    if (found === null && backup === null) return { overlay: emptyOverlay(this.#archive), notices: [] };
    const aside = join(this.#folder, 'aside');
    if (found === 'damaged') await setAside(this.#disk, this.#path, aside);
    // Or the next change would write over what is left of the backup.
    if (backup === 'damaged') await setAside(this.#disk, `${this.#path}.bak`, aside);
    if (backup !== null && backup !== 'damaged') {
      await this.#file(this.#path).write(backup);
      const message =
        "The notes kept beside Valise's settings were missing or damaged. They were recovered from their backup; the last change may be lost.";
      return { overlay: backup, notices: [{ code: 'notes-recovered', message }] };
    }
    const message =
      "The notes kept beside Valise's settings and their backup are damaged. What is left of them lies in the folder aside there.";
    return { overlay: emptyOverlay(this.#archive), notices: [{ code: 'notes-lost', message }] };
  }

  write(overlay: Overlay): Promise<void> {
    return this.#file(this.#path).write(overlay);
  }

  /**
   * Does work that no other program may do meanwhile. Throws `archive-locked` when another one keeps at it, and what
   * the disk throws where nothing can be written beside the settings.
   */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    await this.#disk.makeFolder(this.#folder);
    const options = { disk: this.#disk, folder: this.#folder, program: this.#program, takeOver: false };
    for (let count = 0; count < TRIES; count += 1) {
      const { held } = await takeLock(options);
      if (held === null) {
        await new Promise(resolve => setTimeout(resolve, PAUSE));
        continue;
      }
      try {
        return await work();
      } finally {
        await held.release().catch(() => undefined);
      }
    }
    throw new ArchiveError(
      'archive-locked',
      'Another window of Valise is writing notes for this archive. Try again in a moment.',
    );
  }

  /** Puts a merged overlay out of the way. It is kept under another name, and so is its backup. */
  async retire(): Promise<void> {
    const name = `merged-${new Date().toISOString().replace(/[^0-9TZ]/g, '')}-${randomName()}.json`;
    // The backup goes first: an overlay that is gone while its backup is there would be taken for lost.
    if ((await this.#disk.size(`${this.#path}.bak`)) !== null)
      await this.#disk.rename(`${this.#path}.bak`, join(this.#folder, `${name}.bak`));
    await this.#disk.rename(this.#path, join(this.#folder, name));
    await this.#disk.syncFolder(this.#folder);
  }
}
