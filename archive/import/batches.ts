/**
 * Hands batches of cables to clerks and gives their answers back in the order of the source. Never more than a few
 * batches are under way, so reading waits when the clerks or the disk are slower.
 */
import type { Framed, FramedItem } from '../formats/framed.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { CopyContext } from '../store/copy.ts';
import type { Clerk } from './clerk.ts';
import type { Clerks } from './clerks.ts';
import { Gathering, sourceAt } from './frame-batch.ts';
import type { Prepared } from './prepare.ts';
import { AnswerReader } from './prepared-batch.ts';

/** A batch goes to a clerk when it has so many bytes, or so many cables and events. */
const BATCH_BYTES = 1024 * 1024;
const BATCH_ENTRIES = 250;
/** So many more may be under way while a commit goes on and takes none of them in. */
const BESIDE = 24;
/** As long as no more bytes than these are under way: a single cable may be larger than many batches. */
const BESIDE_BYTES = 32 * BATCH_BYTES;
/** Blocks of bytes that are kept for coming batches. */
const MOST_FREE = 48;

/** Something that happens to a source besides its cables: it begins, it ends, a part of it is refused. */
export type SourceEvent = Exclude<FramedItem, { kind: 'frame' }>;

/** A frame with what was in it, or an event. */
export type Entry =
  { kind: 'event'; event: SourceEvent } | { kind: 'frame'; source: number; prepared: Prepared[] };

/** A batch to be taken in. */
export interface Answered {
  /** in the order of the source; to be gone through once */
  entries: Iterable<Entry>;
  /** where the last frame ends in its source, in bytes */
  end: number;
  /** the texts of the batch's copies */
  sheet: Uint8Array;
  /** the batch was taken in: gives the sheet back and tells the rows of its copies, in order, see Clerk.index */
  taken: (rows: Int32Array) => void;
}

/** An event, and how many frames of the batch come before it. */
interface Noted {
  before: number;
  event: SourceEvent;
}

export class Batches {
  readonly #clerks: Clerks;
  readonly #queue: Promise<Answered>[] = [];
  readonly #indexing = new Set<Promise<void>>();
  #fault: { thrown: unknown } | null = null;
  #gathering: Gathering;
  #events: Noted[] = [];
  readonly #free: SharedArrayBuffer[] = [];
  /** of the batches that were sent and not yet taken in */
  #bytesUnderWay = 0;
  #number = 0;

  constructor(clerks: Clerks) {
    this.#clerks = clerks;
    this.#gathering = new Gathering(this.#block());
  }

  /** An event of the source, in its order. */
  note(event: SourceEvent): void {
    this.#events.push({ before: this.#gathering.frames, event });
    this.#sendWhenLarge();
  }

  /** A framed cable, in its order. */
  add(framed: Framed, context: CopyContext): void {
    this.#gathering.add(framed, context);
    this.#sendWhenLarge();
  }

  get #gathered(): number {
    return this.#gathering.frames + this.#events.length;
  }

  #sendWhenLarge(): void {
    if (this.#gathering.bytes >= BATCH_BYTES || this.#gathered >= BATCH_ENTRIES) this.send();
  }

  /** Sends off what has gathered. */
  send(): void {
    if (this.#gathered === 0) return;
    const gathering = this.#gathering;
    const events = this.#events;
    this.#events = [];
    const answer =
      gathering.frames === 0 ? Promise.resolve(onlyEvents(events)) : this.#answer(gathering, events);
    if (gathering.frames > 0) this.#gathering = new Gathering(this.#block());
    // Whoever takes the batch sees its failure; until then it is no unhandled one.
    answer.catch(() => undefined);
    this.#queue.push(answer);
  }

  #block(): SharedArrayBuffer {
    return this.#free.pop() ?? new SharedArrayBuffer(BATCH_BYTES + BATCH_BYTES / 2);
  }

  /** The block is done with: another batch can have it. */
  #release({ buffer }: Uint8Array): void {
    const isKept = buffer instanceof SharedArrayBuffer && buffer.byteLength <= BATCH_BYTES * 4;
    if (isKept && this.#free.length < MOST_FREE) this.#free.push(buffer);
  }

  async #answer(gathering: Gathering, events: readonly Noted[]): Promise<Answered> {
    const batch = gathering.batch(this.#block());
    const { length } = batch.sheet;
    this.#bytesUnderWay += length;
    const number = this.#number;
    this.#number += 1;
    const clerk = this.#clerks.forBatch(number);
    const answer = await clerk.prepare(number, batch);
    const reader = new AnswerReader(batch, answer);
    const frame = (index: number): Entry => ({
      kind: 'frame',
      source: sourceAt(batch, index),
      prepared: reader.next(),
    });
    return {
      entries: inOrder(gathering.frames, frame, events),
      end: gathering.end,
      sheet: answer.sheet,
      taken: rows => {
        this.#bytesUnderWay -= length;
        this.#release(answer.sheet);
        this.#release(batch.sheet);
        this.#index(clerk, number, rows);
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

  /** Whether reading must wait even while a commit goes on beside it. */
  get crowded(): boolean {
    return (
      this.#queue.length >= this.#clerks.depth + BESIDE || (this.full && this.#bytesUnderWay >= BESIDE_BYTES)
    );
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

/** Frames and the events between them. */
function* inOrder(
  frames: number,
  frame: (index: number) => Entry,
  events: readonly Noted[],
): Generator<Entry> {
  let at = 0;
  for (const { before, event } of events) {
    for (; at < before; at += 1) yield frame(at);
    yield { kind: 'event', event };
  }
  for (; at < frames; at += 1) yield frame(at);
}

function onlyEvents(events: readonly Noted[]): Answered {
  const entries = events.map(({ event }): Entry => ({ kind: 'event', event }));
  return { entries, end: 0, sheet: new Uint8Array(), taken: () => undefined };
}
