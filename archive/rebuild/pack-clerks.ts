/** As many clerks of packs as the machine sensibly has, for the time of one reading or indexing. */
import { availableParallelism, cpus } from 'node:os';
import { SEGMENT_BYTES } from '../search/index.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { Disk } from '../store/disk.ts';
import { fewAtATime } from '../store/few-at-a-time.ts';
import type { Workers } from '../store/load.ts';
import type { MonthFrames, NamedPack } from '../store/month-scan.ts';
import type { MonthReaders, ScanJob } from '../store/rebuild.ts';
import type { Task } from './messages.ts';
import { InlinePackClerk } from './pack-clerk.ts';
import type { PackClerk } from './pack-clerk.ts';
import { ThreadPackClerk } from './thread-pack-clerk.ts';

/** More threads than this wait for the disk, and each takes memory. */
const MOST = 4;
/** What all segments in the making may take together; as much again while they are written. So two threads stay below a gigabyte. */
const ALL_SEGMENT_BYTES = 128 * 1024 * 1024;
/** An archive of fewer bytes is read sooner than a thread starts. */
const WORTH_BYTES = 16 * 1024 * 1024;
/** What a clerk has before it, so that it never waits for the next. */
const DEPTH = 2;

/** One more than an import has, since the thread that asks has little to do. */
function countOf({ count }: Workers): number {
  // Node 16 has no availableParallelism.
  const processors = typeof availableParallelism === 'function' ? availableParallelism() : cpus().length;
  return Math.min(MOST, count === undefined ? processors : count + 1);
}

export class PackClerks implements MonthReaders {
  readonly #clerks: readonly PackClerk[];
  readonly #load: number[];

  /** Clerks for a task of so many bytes of packs. Without built worker entries this thread does it all, through `disk`. */
  constructor(task: Omit<Task, 'segmentBytes'>, bytes: number, disk: Disk, workers: Workers | undefined) {
    if (workers === undefined || bytes < WORTH_BYTES) {
      this.#clerks = [new InlinePackClerk({ ...task, segmentBytes: SEGMENT_BYTES }, disk)];
    } else {
      const count = countOf(workers);
      const segmentBytes = Math.min(SEGMENT_BYTES, Math.floor(ALL_SEGMENT_BYTES / count));
      this.#clerks = Array.from(
        { length: count },
        () => new ThreadPackClerk(workers.file, { ...task, segmentBytes }),
      );
    }
    this.#load = this.#clerks.map(() => 0);
  }

  get atOnce(): number {
    return this.#clerks.length === 1 ? 1 : this.#clerks.length * DEPTH;
  }

  /** Gives work to whoever has least before him. */
  async #give<T>(work: (clerk: PackClerk) => Promise<T>): Promise<T> {
    const idlest = this.#load.indexOf(Math.min(...this.#load));
    const clerk = this.#clerks[idlest];
    if (clerk === undefined) throw new Error('there is no clerk');
    this.#load[idlest] = (this.#load[idlest] ?? 0) + 1;
    try {
      return await work(clerk);
    } finally {
      this.#load[idlest] = (this.#load[idlest] ?? 0) - 1;
    }
  }

  async month(packs: readonly NamedPack[], job: ScanJob): Promise<MonthFrames> {
    return this.#give(clerk => clerk.month(packs, job));
  }

  /** Works through a list, with as much under way as the clerks can take. */
  async each<T>(list: Iterable<T>, work: (clerk: PackClerk, item: T) => Promise<void>): Promise<void> {
    await fewAtATime(this.atOnce, list, item => this.#give(clerk => work(clerk, item)));
  }

  /** The segments of all that was indexed. */
  async seal(): Promise<SegmentInfo[]> {
    return (await Promise.all(this.#clerks.map(clerk => clerk.seal()))).flat();
  }

  async close(): Promise<void> {
    await Promise.all(this.#clerks.map(clerk => clerk.close()));
  }
}
