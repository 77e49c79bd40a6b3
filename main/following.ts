/** Follows an archive that another program writes to: its new commits, and who holds its lock. */
import type { ArchiveInfo, LockHolder } from '../archive/model/archive.ts';
import type { Engine } from './engine.ts';
import type { HostEvents } from './events.ts';
import type { Logger } from './log.ts';

/** A look costs the stamp of one small file and the lock; so often, in milliseconds. */
const EVERY = 2500;

interface Parts {
  engine: Engine;
  events: HostEvents;
  log: Logger;
}

export class Following {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | null = null;
  #told: { id: string; generation: number } | null = null;
  #holder: LockHolder | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins to follow an archive that is open for reading; one that is ours to write needs no following. */
  begin(info: ArchiveInfo): void {
    this.end();
    if (!info.readOnly) return;
    this.#told = info;
    this.#timer = setInterval(() => void this.#look(), EVERY);
    // A program that wants to end is not kept by this.
    this.#timer.unref();
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#holder = null;
  }

  async #look(): Promise<void> {
    const timer = this.#timer;
    try {
      const found = await this.#parts.engine.call('follow', {});
      // Another archive may have been opened while we looked.
      if (found === null || this.#timer !== timer || found.info.id !== this.#told?.id) return;
      const { info, holder } = found;
      if (info.generation !== this.#told.generation) {
        this.#told = info;
        this.#parts.events.emit({ name: 'archive', data: info });
      }
      if (JSON.stringify(holder) !== JSON.stringify(this.#holder)) {
        this.#holder = holder;
        this.#parts.events.emit({ name: 'holder', data: { holder } });
      }
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'the archive could not be followed');
    }
  }
}
