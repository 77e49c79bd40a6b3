/**
 * Hands batches of cables to clerks and gives their answers back in the order of the source. Never more than a few
 * batches are under way, so reading waits when the clerks or the disk are slower.
 */
import type { FramedItem } from '../formats/framed.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { CopyContext } from '../store/copy.ts';
import type { Clerk, Task } from './clerk.ts';
import type { Clerks } from './clerks.ts';
import type { Prepared } from './prepare.ts';

/** A batch goes to a clerk when it has so many bytes or cables. */
const BATCH_BYTES = 1024 * 1024;
const BATCH_CABLES = 200;

export interface Answered {
  task: Task;
  prepared: Prepared[];
}

/** Something to be taken in, in the order of the source: an event of the source, or the answers of a batch. */
export type Ordered =
  | { kind: 'item'; item: Exclude<FramedItem, { kind: 'frame' }> }
  | { kind: 'answers'; answers: Answered[]; index: (rows: Int32Array) => void };

interface Pending {
  wait: Promise<Ordered>;
  batch: boolean;
}

export class Batches {
  readonly #clerks: Clerks;
  readonly #queue: Pending[] = [];
  readonly #indexing = new Set<Promise<void>>();
  #fault: { thrown: unknown } | null = null;
  #tasks: Task[] = [];
  #bytes = 0;
  #number = 0;

  constructor(clerks: Clerks) {
    this.#clerks = clerks;
  }

  /** An event of the source, in its order. */
  note(item: Exclude<FramedItem, { kind: 'frame' }>): void {
    this.send();
    this.#queue.push({ wait: Promise.resolve({ kind: 'item', item }), batch: false });
  }

  add(framed: Task['framed'], context: CopyContext): void {
    this.#tasks.push({ framed, context });
    this.#bytes += framed.bytes.length;
    if (this.#bytes >= BATCH_BYTES || this.#tasks.length >= BATCH_CABLES) this.send();
  }

  /** Sends off what has gathered. */
  send(): void {
    if (this.#tasks.length === 0) return;
    const batch = this.#number;
    this.#number += 1;
    const tasks = this.#tasks;
    this.#tasks = [];
    this.#bytes = 0;
    const clerk = this.#clerks.forBatch(batch);
    const wait = clerk.prepare(batch, tasks).then((prepared): Ordered => ({
      kind: 'answers',
      answers: tasks.map((task, at) => ({ task, prepared: prepared[at] ?? [] })),
      index: rows => this.#index(clerk, batch, rows),
    }));
    // Whoever takes the batch sees the failure; until then it is no unhandled one.
    wait.catch(() => undefined);
    this.#queue.push({ wait, batch: true });
  }

  #index(clerk: Clerk, batch: number, rows: Int32Array): void {
    const indexing = clerk
      .index(batch, rows)
      .catch((thrown: unknown) => {
        this.#fault ??= { thrown };
      })
      .finally(() => this.#indexing.delete(indexing));
    this.#indexing.add(indexing);
  }

  /** Whether so much is under way that reading should wait. */
  get full(): boolean {
    return this.#queue.filter(({ batch }) => batch).length >= this.#clerks.depth;
  }

  /** Whether words are indexed as well. */
  get indexing(): boolean {
    return this.#clerks.indexing;
  }

  get empty(): boolean {
    return this.#queue.length === 0;
  }

  /** The next in order, when it is ready; null where nothing is under way. */
  async next(): Promise<Ordered | null> {
    if (this.#fault !== null) throw this.#fault.thrown;
    const pending = this.#queue.shift();
    return pending === undefined ? null : pending.wait;
  }

  /** The segments of all that was indexed so far. */
  async seal(): Promise<SegmentInfo[]> {
    const sealed = await Promise.all(this.#clerks.all.map(clerk => clerk.seal()));
    if (this.#fault !== null) throw this.#fault.thrown;
    return sealed.flat();
  }
}
