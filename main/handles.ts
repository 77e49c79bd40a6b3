/** Handles: random names for paths, given to the page in place of the paths themselves. */
import { randomBytes } from 'node:crypto';
import { ArchiveError } from '../archive/errors.ts';
import type { GivenPath } from '../archive/archive.ts';
import type { Handle } from '../preload/contract/method.ts';

/** At most so many handles are kept; the oldest go first, long after their use. */
const MOST = 100_000;

export class Handles {
  readonly #paths = new Map<Handle, GivenPath>();

  /** A new handle for a path that the person gave: dropped, chosen in a dialog, or sent up. */
  give(given: GivenPath): Handle {
    const handle = randomBytes(16).toString('base64url');
    this.#paths.set(handle, given);
    if (this.#paths.size > MOST) {
      const [oldest] = this.#paths.keys();
      if (oldest !== undefined) this.#paths.delete(oldest);
    }
    return handle;
  }

  /** What a handle stands for. Throws `bad-request` for one that we never gave. */
  take(handle: Handle): GivenPath {
    const given = this.#paths.get(handle);
    if (given === undefined)
      throw new ArchiveError('bad-request', 'These files are no longer known. Drop or choose them again.');
    return given;
  }
}
