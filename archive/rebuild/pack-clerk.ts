/**
 * A clerk of packs reads what an archive has: months for the catalogue, and texts for the search's words. It runs on the
 * calling thread or on one of its own.
 */
import { SegmentBuilder } from '../search/index.ts';
import type { SegmentInfo } from '../search/index.ts';
import { segmentDoor } from '../import/segment-door.ts';
import type { Disk } from '../store/disk.ts';
import { randomName } from '../store/durable.ts';
import { textSpan } from '../store/frame.ts';
import { within } from '../store/layout.ts';
import { scanMonth } from '../store/month-scan.ts';
import type { MonthFrames, NamedPack } from '../store/month-scan.ts';
import { isLost, textOf } from '../store/pack-reader.ts';
import type { ScanJob } from '../store/rebuild.ts';
import { readForCatalogue } from '../text/read-for-catalogue.ts';
import type { Task } from './messages.ts';
import { PLACE_NUMBERS } from './row-batches.ts';
import type { RowBatch } from './row-batches.ts';

export interface PackClerk {
  /** Reads one month, see `scanMonth`. */
  month(packs: readonly NamedPack[], job: ScanJob): Promise<MonthFrames>;
  /** Indexes the words of rows. A text that is damaged or gone counts as empty. */
  index(batch: RowBatch): Promise<void>;
  /** Writes the words indexed since the last time as segments; they count when the commit names them. */
  seal(): Promise<SegmentInfo[]>;
  close(): Promise<void>;
}

/** Works on the thread that calls it, one call after the other. */
export class InlinePackClerk implements PackClerk {
  readonly #task: Task;
  readonly #disk: Disk;
  readonly #builder = new SegmentBuilder();
  #done: SegmentInfo[] = [];

  constructor(task: Task, disk: Disk) {
    this.#task = task;
    this.#disk = disk;
  }

  async month(packs: readonly NamedPack[], { signal, onFrames }: ScanJob): Promise<MonthFrames> {
    const { folder, token } = this.#task;
    const onFrame = (file: string) => onFrames?.(1, file);
    return scanMonth({ disk: this.#disk, folder, token, read: readForCatalogue, signal, onFrame }, packs);
  }

  async index(batch: RowBatch): Promise<void> {
    const { rows, places, subjects } = batch;
    const first = places[0] ?? 0;
    const bytes = await this.#read(batch, first);
    for (const [index, row] of rows.entries()) {
      const [at = 0, headerBytes = 0, bodyBytes = 0] = places.subarray(index * PLACE_NUMBERS);
      const { size } = textSpan(headerBytes, bodyBytes);
      const text = bytes.subarray(at - first, at - first + size);
      const isWhole = text.length === size;
      const read = isWhole ? textOf(text, headerBytes, bodyBytes) : { header: '', body: '' };
      this.#builder.add(row, { subject: subjects[index] ?? '', ...read });
      if (this.#builder.bytes >= this.#task.segmentBytes) await this.#finish();
    }
  }

  /** The bytes of a batch, from its first text to the end of its last; fewer where the pack ends before. */
  async #read({ file, places }: RowBatch, first: number): Promise<Buffer> {
    if (file === '') return Buffer.alloc(0);
    const [at = 0, headerBytes = 0, bodyBytes = 0] = places.subarray(-PLACE_NUMBERS);
    try {
      const pack = await this.#disk.open(within(this.#task.folder, file), 'read');
      try {
        return await pack.read(first, at + textSpan(headerBytes, bodyBytes).size - first);
      } finally {
        await pack.close();
      }
    } catch (thrown) {
      if (isLost(thrown)) return Buffer.alloc(0);
      throw thrown;
    }
  }

  async #finish(): Promise<void> {
    if (this.#builder.size === 0) return;
    const { segments } = this.#task;
    const door = segmentDoor(this.#disk);
    door.makeFolder(segments);
    this.#done.push(await this.#builder.finish(segments, `segment-${randomName()}`, door));
  }

  async seal(): Promise<SegmentInfo[]> {
    await this.#finish();
    const done = this.#done;
    this.#done = [];
    return done;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
