/** Long work gives way now and then, so that an abort, a newer search or a close can arrive. */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { ArchiveError } from '../errors.ts';

const TURN_MILLISECONDS = 8;
const IDLE_TURN_MILLISECONDS = 4;
const IDLE_WAIT_MILLISECONDS = 15;

export class Pace {
  private since = performance.now();
  protected readonly signal: AbortSignal | undefined;
  protected turn = TURN_MILLISECONDS;

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
    return performance.now() - this.since > this.turn;
  }

  /** Gives way for one turn of the event loop. Throws `cancelled`. */
  async breathe(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
    this.check();
  }
}

/** For what will be needed, perhaps, and nobody waits for: it goes on while nothing else is asked. */
export class IdlePace extends Pace {
  private readonly busy: () => boolean;
  private hurried = false;
  protected override turn = IDLE_TURN_MILLISECONDS;

  constructor(busy: () => boolean, signal: AbortSignal) {
    super(signal);
    this.busy = busy;
  }

  /** Somebody waits for it by now: from here on it goes on as other work does, and is not called off any more. */
  hurry(): void {
    this.hurried = true;
    this.turn = TURN_MILLISECONDS;
  }

  override check(): void {
    if (!this.hurried) super.check();
  }

  /** Gives way until nobody else works. Throws `cancelled`. */
  override async breathe(): Promise<void> {
    await super.breathe();
    while (!this.hurried && this.busy()) {
      // Called off while it waits: `breathe` tells, unless somebody hurries it by now.
      await sleep(IDLE_WAIT_MILLISECONDS, undefined, { signal: this.signal }).catch(() => undefined);
      await super.breathe();
    }
  }
}
