/**
 * A clerk reads cables and indexes their words: the work that needs no disk and no knowledge of the rest of the archive.
 * It runs on the calling thread or on one of its own.
 */
import type { CatalogueFields } from '../model/catalogue.ts';
import type { RawCable } from '../model/raw.ts';
import { SEGMENT_BYTES, SegmentBuilder } from '../search/index.ts';
import type { SegmentDisk, SegmentInfo } from '../search/index.ts';
import { nodeDisk } from '../store/disk.ts';
import type { Disk } from '../store/disk.ts';
import { randomName } from '../store/durable.ts';
import { Sheet } from '../store/sheet.ts';
import { frameAt, framesIn } from './frame-batch.ts';
import type { FrameBatch } from './frame-batch.ts';
import { prepareFrame } from './prepare.ts';
import { Answering } from './prepared-batch.ts';
import type { PreparedBatch } from './prepared-batch.ts';
import { segmentDoor } from './segment-door.ts';

export interface Clerk {
  /** Prepares a batch of cables: what was in each frame. The batch's blocks are the clerk's until it answers. */
  prepare(number: number, batch: FrameBatch): Promise<PreparedBatch>;
  /** Indexes a prepared batch: a row for each copy in it, in order; -1 for a copy that needs no indexing. */
  index(batch: number, rows: Int32Array): Promise<void>;
  /** Writes the words indexed since the last time as segments; they count when the commit names them. */
  seal(): Promise<SegmentInfo[]>;
  close(): Promise<void>;
}

interface Text {
  subject: string;
  header: string;
  body: string;
}

/** Works on the thread that calls it. */
export class InlineClerk implements Clerk {
  readonly #folder: string;
  readonly #texts = new Map<number, Text[]>();
  /** one for all segments: it is empty when it has written one, and keeps its room, which is a hundred megabytes */
  readonly #builder = new SegmentBuilder();
  #segments: SegmentInfo[] = [];
  /** batches are indexed one after the other, and a segment holds all that was asked for before it */
  #turn: Promise<void> = Promise.resolve();

  readonly #indexing: boolean;
  readonly #disk: SegmentDisk;

  /** `folder` is where segments are written. */
  constructor(folder: string, indexing = true, disk: Disk = nodeDisk) {
    this.#folder = folder;
    this.#indexing = indexing;
    this.#disk = segmentDoor(disk);
  }

  async prepare(number: number, batch: FrameBatch): Promise<PreparedBatch> {
    const texts: Text[] = [];
    const keep = this.#indexing ? (text: Text) => texts.push(text) : () => undefined;
    const sheet = new Sheet(batch.spare);
    const answering = new Answering(batch);
    for (let index = 0; index < framesIn(batch); index += 1) {
      const { framed, copy } = frameAt(batch, index);
      const told = ({ header, body }: RawCable, { subject }: CatalogueFields) =>
        keep({ subject, header, body });
      answering.add(prepareFrame(framed, copy, sheet, told));
    }
    if (this.#indexing) this.#texts.set(number, texts);
    return answering.finish(sheet.all());
  }

  async index(batch: number, rows: Int32Array): Promise<void> {
    const turn = this.#turn.then(() => this.#index(batch, rows));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #index(batch: number, rows: Int32Array): Promise<void> {
    const texts = this.#texts.get(batch) ?? [];
    this.#texts.delete(batch);
    for (const [number, text] of texts.entries()) {
      const row = rows[number] ?? -1;
      if (row >= 0) await this.indexText(row, text);
    }
  }

  /** Indexes a text that was not prepared here. */
  async indexText(row: number, text: Text): Promise<void> {
    this.#builder.add(row, text);
    if (this.#builder.bytes >= SEGMENT_BYTES) await this.#finish();
  }

  async #finish(): Promise<void> {
    if (this.#builder.size === 0) return;
    this.#disk.makeFolder(this.#folder);
    this.#segments.push(await this.#builder.finish(this.#folder, `segment-${randomName()}`, this.#disk));
  }

  async seal(): Promise<SegmentInfo[]> {
    await this.#turn;
    await this.#finish();
    const segments = this.#segments;
    this.#segments = [];
    return segments;
  }

  async close(): Promise<void> {
    this.#texts.clear();
  }
}
