/** Long work gives way now and then, so that an abort, a newer search or a close can arrive. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ArchiveError } from '../errors.ts';

const TURN_MILLISECONDS = 8;

export class Pace {
  private since = performance.now();
  private readonly signal: AbortSignal | undefined;

  constructor(signal?: AbortSignal) {
    this.signal = signal;
    this.check();
  }

  /** Throws `cancelled` where the work was called off. */
  check(): void {
    if (this.signal?.aborted) throw new ArchiveError('cancelled', 'The search was cancelled.');
  }

  /** Whether it is time to give way: call `breathe` then. Kept apart, so that tight loops pay no promise. */
  get due(): boolean {
    return performance.now() - this.since > TURN_MILLISECONDS;
  }

  /** Gives way for one turn of the event loop. Throws `cancelled`. */
  async breathe(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
    this.check();
  }
}
