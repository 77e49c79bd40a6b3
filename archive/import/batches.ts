/**
 * Hands batches of cables to clerks and gives their answers back in the order of the source. Never more than a few
 * batches are under way, so reading waits when the clerks or the disk are slower.
 */
import type { Framed, FramedItem } from '../formats/framed.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { CopyContext } from '../store/copy.ts';
import { Sheet } from '../store/sheet.ts';
import type { Clerk, Task } from './clerk.ts';
import type { Clerks } from './clerks.ts';
import type { Prepared } from './prepare.ts';

/** A batch goes to a clerk when it has so many bytes, or so many cables and events. */
const BATCH_BYTES = 1024 * 1024;
const BATCH_ENTRIES = 250;
/** Blocks of bytes that are kept for coming batches: allocating them anew leaves the collector behind. */
const MOST_FREE = 16;

/** Something that happens to a source besides its cables: it begins, it ends, a part of it is refused. */
export type SourceEvent = Exclude<FramedItem, { kind: 'frame' }>;

/** A batch to be taken in: cables with what was in their frames, and events, in the order of the source. */
export interface Answered {
  entries: ({ kind: 'event'; event: SourceEvent } | { kind: 'cable'; task: Task; prepared: Prepared[] })[];
  /** the texts of the batch's copies */
  sheet: Uint8Array;
  /** the batch was taken in: gives the sheet back and tells the rows of its copies, in order, see Clerk.index */
  taken: (rows: Int32Array) => void;
}

export class Batches {
  readonly #clerks: Clerks;
  readonly #queue: Promise<Answered>[] = [];
  readonly #indexing = new Set<Promise<void>>();
  #fault: { thrown: unknown } | null = null;
  #entries: (SourceEvent | Task)[] = [];
  /** the framed bytes of the batch that gathers; from a block that was used before, where there is one */
  #sheet: Sheet;
  readonly #free: ArrayBuffer[] = [];
  #number = 0;

  constructor(clerks: Clerks) {
    this.#clerks = clerks;
    this.#sheet = new Sheet(this.#block());
  }

  /** An event of the source, in its order. */
  note(event: SourceEvent): void {
    this.#entries.push(event);
    this.#sendWhenLarge();
  }

  /** A framed cable, in its order. */
  add({ bytes, ...framed }: Framed, context: CopyContext): void {
    this.#entries.push({ framed, context, piece: this.#sheet.bytes(bytes) });
    this.#sendWhenLarge();
  }

  #sendWhenLarge(): void {
    if (this.#sheet.length >= BATCH_BYTES || this.#entries.length >= BATCH_ENTRIES) this.send();
  }

  /** Sends off what has gathered. */
  send(): void {
    if (this.#entries.length === 0) return;
    const entries = this.#entries;
    const sheet = this.#sheet.all();
    this.#entries = [];
    this.#sheet = new Sheet(this.#block());
    const answer = this.#answer(entries, sheet);
    // Whoever takes the batch sees its failure; until then it is no unhandled one.
    answer.catch(() => undefined);
    this.#queue.push(answer);
  }

  #block(): ArrayBuffer {
    return this.#free.pop() ?? new ArrayBuffer(BATCH_BYTES + BATCH_BYTES / 2);
  }

  /** The block is done with: another batch can have it. */
  #release(block: ArrayBuffer): void {
    if (block.byteLength <= BATCH_BYTES * 4 && this.#free.length < MOST_FREE) this.#free.push(block);
  }

  async #answer(entries: readonly (SourceEvent | Task)[], given: Uint8Array<ArrayBuffer>): Promise<Answered> {
    const tasks = entries.filter(isTask);
    if (tasks.length === 0) {
      this.#release(given.buffer);
      return {
        entries: entries.filter(isEvent).map(asEvent),
        sheet: new Uint8Array(),
        taken: () => undefined,
      };
    }
    const batch = this.#number;
    this.#number += 1;
    const clerk = this.#clerks.forBatch(batch);
    const { answers, sheet, used } = await clerk.prepare(batch, {
      tasks,
      sheet: given,
      spare: this.#block(),
    });
    let at = 0;
    return {
      entries: entries.map(entry => {
        if (isEvent(entry)) return asEvent(entry);
        const answer = { kind: 'cable' as const, task: entry, prepared: answers[at] ?? [] };
        at += 1;
        return answer;
      }),
      sheet,
      taken: rows => {
        this.#release(sheet.buffer);
        this.#release(used);
        this.#index(clerk, batch, rows);
      },
    };
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
    return this.#queue.length >= this.#clerks.depth;
  }

  /** Whether words are indexed as well. */
  get indexing(): boolean {
    return this.#clerks.indexing;
  }

  get empty(): boolean {
    return this.#queue.length === 0;
  }

  /** The next batch in order, when it is ready; null where nothing is under way. Throws what a clerk threw. */
  async next(): Promise<Answered | null> {
    if (this.#fault !== null) throw this.#fault.thrown;
    return (await this.#queue.shift()) ?? null;
  }

  /** The segments of all that was indexed so far. */
  async seal(): Promise<SegmentInfo[]> {
    const sealed = await Promise.all(this.#clerks.all.map(clerk => clerk.seal()));
    if (this.#fault !== null) throw this.#fault.thrown;
    return sealed.flat();
  }
}

function isTask(entry: SourceEvent | Task): entry is Task {
  return 'framed' in entry;
}

function isEvent(entry: SourceEvent | Task): entry is SourceEvent {
  return 'kind' in entry;
}

function asEvent(event: SourceEvent): { kind: 'event'; event: SourceEvent } {
  return { kind: 'event', event };
}
