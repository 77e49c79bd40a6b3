/** Brings packs to the medium: beside the writing while they grow, so that a commit waits for the last of them only. */
import type { Disk } from './disk.ts';
import { fewAtATime } from './few-at-a-time.ts';

/** A pack that grows. Lengths in bytes. */
export interface Unsynced {
  path: string;
  written: number;
  /** known to be on the medium */
  synced: number;
}

/** So much of a pack is worth an order to the medium of its own. */
const WORTHWHILE = 4 * 1024 * 1024;
/** So many packs are synced at a time: a medium takes several orders in the time of one. */
const AT_A_TIME = 4;

export class PackSync {
  readonly #disk: Disk;
  #beside: Promise<void> | null = null;
  #fault: { thrown: unknown } | null = null;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Begins to sync those that have grown by much, one after the other, unless that is going on. */
  begin(packs: Iterable<Unsynced>): void {
    if (this.#beside !== null || this.#fault !== null) return;
    const grown = [...packs].filter(({ written, synced }) => written - synced >= WORTHWHILE);
    if (grown.length === 0) return;
    this.#beside = fewAtATime(1, grown, pack => this.#sync(pack))
      .catch((thrown: unknown) => {
        this.#fault = { thrown };
      })
      .finally(() => (this.#beside = null));
  }

  /** Waits until all of them are on the medium. Throws what failed, also of what was begun before. */
  async all(packs: Iterable<Unsynced>): Promise<void> {
    await this.quiet();
    const behind = [...packs].filter(({ synced, written }) => synced < written);
    // A sync that failed once is not asked again: the system may then say that all is well with what it has dropped.
    if (this.#fault !== null) throw this.#fault.thrown;
    await fewAtATime(AT_A_TIME, behind, pack => this.#sync(pack));
  }

  /** Waits until nothing goes on, however it ended. */
  async quiet(): Promise<void> {
    await this.#beside;
  }

  async #sync(pack: Unsynced): Promise<void> {
    const { written } = pack;
    const file = await this.#disk.open(pack.path, 'update');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    pack.synced = written;
  }
}
