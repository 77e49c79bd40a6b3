/** Makes what the next questions will need while nobody asks any. */
import { rehearse } from './answer/rehearsal.ts';
import type { Snapshot } from './answer/snapshot.ts';
import { IdlePace } from './pace.ts';
import type { Suggester } from './suggest/suggester.ts';
import { vocabularyOf } from './suggest/vocabulary.ts';

/**
 * Names and words for typing, compiled code, and the orders that take long: begun once a first question is answered, and
 * called off by the next commit.
 */
export class Preparation {
  readonly snapshot: Snapshot;
  private readonly off = new AbortController();
  private readonly done: Promise<void>;

  /** It waits as long as `busy` says so. */
  constructor(snapshot: Snapshot, suggester: Suggester, busy: () => boolean) {
    this.snapshot = snapshot.retain();
    const work = async () => {
      const pace = new IdlePace(busy, this.off.signal);
      await pace.breathe();
      await suggester.prepare(pace);
      // with a pace of its own, which is hurried by those who wait for it
      await vocabularyOf(snapshot, new IdlePace(busy, this.off.signal));
      await rehearse(snapshot, pace);
      for (const sort of ['id', 'subject'] as const) await snapshot.orders.prepare(sort, pace);
    };
    // what fails here is tried again, and told, by whoever asks for it
    this.done = work()
      .catch(() => undefined)
      .finally(() => snapshot.release());
  }

  /** Calls it off. Resolves when it has let go of the snapshot. */
  async stop(): Promise<void> {
    this.off.abort();
    await this.done;
  }
}
