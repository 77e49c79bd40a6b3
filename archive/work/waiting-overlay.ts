/** The overlay of an archive that can be written here: what waits in it to be merged, as of now. */
import type { Notice } from '../model/archive.ts';
import { changesIn } from './overlay.ts';
import type { OverlayFile } from './overlay-file.ts';

export class WaitingOverlay {
  readonly file: OverlayFile;
  #waiting = 0;
  #stamp: string | null = null;

  constructor(file: OverlayFile) {
    this.file = file;
  }

  /** Looks at it for the first time. Throws what the disk throws. */
  async open(): Promise<Notice[]> {
    const stamp = await this.file.stamp();
    const { overlay, notices } = await this.file.read();
    this.#waiting = changesIn(overlay);
    this.#stamp = stamp;
    return notices;
  }

  /** How many changes of the person's wait. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Looks whether another program noted something meanwhile, with this archive open for reading; true where it did. What
   * can't be read just now is looked at the next time.
   */
  async refresh(): Promise<boolean> {
    try {
      const stamp = await this.file.stamp();
      if (stamp === this.#stamp) return false;
      const before = this.#waiting;
      this.#waiting = stamp === null ? 0 : changesIn((await this.file.read()).overlay);
      this.#stamp = stamp;
      return this.#waiting !== before;
    } catch {
      return false;
    }
  }
}
