/** As many clerks as the machine sensibly has, for the time of one import. */
import { availableParallelism, cpus } from 'node:os';
import type { OpenOptions } from '../archive.ts';
import type { Disk } from '../store/disk.ts';
import { InlineClerk } from './clerk.ts';
import type { Clerk } from './clerk.ts';
import { ThreadClerk } from './thread-clerk.ts';

/** More threads than this wait for the one that writes. */
const MOST = 6;

/** Batches that a clerk may have before it. */
const DEPTH = 2;

/** One thread a processor, since the importing thread waits for the disk half of its time. */
function sensibleCount(): number {
  // Node 16 has no availableParallelism.
  const processors = typeof availableParallelism === 'function' ? availableParallelism() : cpus().length;
  return Math.min(MOST, Math.max(1, processors));
}

/**
 * The clerks of one import. The first batch is always read on this thread, so that a single cable waits for no thread
 * to start; threads start with the second.
 */
export class Clerks {
  readonly #folder: string;
  readonly #workers: OpenOptions['workers'];
  readonly indexing: boolean;
  readonly #first: Clerk;
  #threads: Clerk[] = [];

  /**
   * Segments are written into `folder`, by this thread through `disk`. Without built worker entries everything is done
   * on this thread.
   */
  constructor(folder: string, workers: OpenOptions['workers'], indexing: boolean, disk: Disk) {
    this.indexing = indexing;
    this.#folder = folder;
    this.#workers = workers;
    this.#first = new InlineClerk(folder, indexing, disk);
  }

  /** The clerk for a batch, by its number from 0. */
  forBatch(batch: number): Clerk {
    if (this.#workers === undefined || batch === 0) return this.#first;
    if (this.#threads.length === 0) this.#threads = this.#start(this.#workers);
    return this.#threads[batch % this.#threads.length] ?? this.#first;
  }

  #start({ file, count = sensibleCount() }: NonNullable<OpenOptions['workers']>): Clerk[] {
    return Array.from(
      { length: count },
      () => new ThreadClerk(file, { folder: this.#folder, indexing: this.indexing }),
    );
  }

  /** How many batches may be under way. */
  get depth(): number {
    return Math.max(1, this.#threads.length) * DEPTH;
  }

  get all(): readonly Clerk[] {
    return [this.#first, ...this.#threads];
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map(clerk => clerk.close()));
  }
}
