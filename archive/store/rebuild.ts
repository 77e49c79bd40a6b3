/** The catalogue made anew from the packs, which are the truth. Damage is named, never blessed. */
import type { Fault } from '../model/archive.ts';
import { Catalogue } from './catalogue.ts';
import type { Mark } from './catalogue.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { FrameColumns } from './frame-columns.ts';
import { rebuildCancelled, scanMonth } from './month-scan.ts';
import type { MonthFrames, NamedPack, ReadFields } from './month-scan.ts';
import { packOfFile } from './pack-name.ts';
import { appendColumns } from './packed-columns.ts';

/** What a rebuild tells while it goes on, and what stops it. */
export interface ScanJob {
  signal?: AbortSignal | undefined;
  /** so many more frames of the file are done with */
  onFrames?: ((frames: number, file: string) => void) | undefined;
}

/** Reads the packs of months, on other threads where there are any. */
export interface MonthReaders {
  /** how many months may be read at a time */
  readonly atOnce: number;
  /** Reads one month. Throws `cancelled` soon after the signal says so. */
  month(packs: readonly NamedPack[], job: ScanJob): Promise<MonthFrames>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Readers for packs of an archive with this token, so many bytes in all. */
export type OpenReaders = (token: string, bytes: number) => MonthReaders;

export interface RebuildOptions extends ScanJob {
  disk: Disk;
  folder: string;
  commit: Commit;
  read: ReadFields;
  /** without them this thread reads */
  readers?: OpenReaders | undefined;
}

export interface Rebuilt {
  catalogue: Catalogue;
  faults: Fault[];
}

function readersOn({ disk, folder, commit, read }: RebuildOptions): MonthReaders {
  const { token } = commit;
  return {
    atOnce: 1,
    month: async (packs, { signal, onFrames }) =>
      scanMonth({ disk, folder, token, read, signal, onFrame: file => onFrames?.(1, file) }, packs),
    close: () => Promise.resolve(),
  };
}

/** The frames of all months, put together in the order of the months, whichever comes first. */
class Months {
  readonly columns = new FrameColumns();
  readonly marks: Mark[] = [];
  readonly faults: Fault[] = [];
  readonly #early = new Map<number, MonthFrames>();
  #next = 0;

  take(number: number, frames: MonthFrames): void {
    this.#early.set(number, frames);
    for (let next = this.#early.get(this.#next); next !== undefined; next = this.#early.get(this.#next)) {
      this.#early.delete(this.#next);
      this.#next += 1;
      appendColumns(this.columns, next);
      this.marks.push(...next.marks);
      this.faults.push(...next.faults);
    }
  }
}

/** Reads every pack that the commit names and builds the catalogue from what is whole. Throws `cancelled`. */
export async function rebuildCatalogue(options: RebuildOptions): Promise<Rebuilt> {
  const { commit, readers: open, signal, onFrames } = options;
  const bytes = Object.values(commit.packs).reduce((sum, pack) => sum + pack.bytes, 0);
  const readers = open?.(commit.token, bytes) ?? readersOn(options);
  const months = new Months();
  try {
    await fewAtATime(readers.atOnce, [...monthsOf(commit).entries()], async ([number, packs]) => {
      if (signal?.aborted === true) throw rebuildCancelled();
      months.take(number, await readers.month(packs, { signal, onFrames }));
    });
  } finally {
    await readers.close();
  }
  return { catalogue: inOrder(months.columns, months.marks), faults: months.faults };
}

/** Frames and marks as they were written, whatever pack they are in. */
function inOrder(columns: FrameColumns, marks: readonly Mark[]): Catalogue {
  const { sequence } = columns.numbers;
  const order = Uint32Array.from({ length: columns.length }, (_, frame) => frame);
  order.sort((a, b) => sequence.at(a) - sequence.at(b));
  const waiting = [...marks].sort((a, b) => a.sequence - b.sequence);
  const catalogue = new Catalogue();
  for (const frame of order) {
    while (waiting[0] !== undefined && waiting[0].sequence < sequence.at(frame))
      catalogue.mark(waiting.shift() ?? waiting[0]);
    catalogue.frames.pushFrom(columns, frame);
    catalogue.place(catalogue.frames.length - 1);
  }
  for (const mark of waiting) catalogue.mark(mark);
  return catalogue;
}

/** The packs that the commit names, by month, each month's in the order of writing. */
function monthsOf({ packs }: Commit): NamedPack[][] {
  const byMonth = new Map<string, (NamedPack & { part: number })[]>();
  for (const [file, { bytes }] of Object.entries(packs)) {
    const pack = packOfFile(file);
    if (pack === null) continue;
    const [month = pack, part = '1'] = pack.split('.');
    byMonth.set(month, [...(byMonth.get(month) ?? []), { file, pack, part: Number(part), bytes }]);
  }
  return [...byMonth.values()].map(all => all.sort((a, b) => a.part - b.part));
}
