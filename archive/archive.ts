/** The engine as its hosts see it: what an open archive can do. `open.ts` is the only door to one. */
import type { ArchiveInfo, LockHolder, ShownCable, VerifyReport } from './model/archive.ts';
import type { ChosenValues } from './model/notes.ts';
import type { CopyReport } from './model/handing-over.ts';
import type { KnownCables } from './model/known.ts';
import type {
  Progress,
  Receipt,
  ReceiptLines,
  ReceiptLinesRequest,
  ReceiptSources,
  ReceiptSourcesRequest,
  ReceiptSummary,
} from './model/receipt.ts';
import type { CableWork, EditInput, MergeReport, Step, Work } from './model/work.ts';
import type { CableSummary, IdsInput, SearchInput, SearchResult, Suggestion } from './model/search.ts';

/** How long work reports and is stopped. Stopping keeps what is committed and rejects with `cancelled`, unless said otherwise. */
export interface Job {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** One thing a person gave: a file or a folder. `name` is what provenance shows of it (never the path above it). */
export interface GivenPath {
  path: string;
  name?: string;
}

export interface OpenOptions {
  /** create the archive where the folder is absent or empty; `name` becomes its title */
  create?: { name?: string } | undefined;
  readOnly?: boolean;
  /** take the lock of another host, which can't be asked whether it still lives */
  takeOver?: boolean;
  /** the program's version, for bag-info.txt and receipts */
  program: string;
  /** built worker entries; without them everything runs on the calling thread */
  workers?: { file: string; count?: number } | undefined;
  /** false leaves the words of what is imported to be indexed at the next opening; for measuring */
  index?: boolean;
  /** how old a batch of an import may be before it is committed; 8000 where it is left out */
  commitMilliseconds?: number;
  /** where notes go when the archive can't be written */
  overlayFolder?: string | undefined;
}

/** What a copy of the archive is to hold. */
export interface CopyWish {
  /** whether the person's own work goes along; without it the copy is an archive of its own, with nothing private */
  notes: boolean;
  /** only these cables, `ID` or `ID@KEY` each; all where left out */
  choices?: readonly string[] | null | undefined;
}

export interface Stats {
  cables: number;
  records: number;
  sightings: number;
  withdrawn: number;
  packs: number;
  textBytes: number;
  undated: number;
  partial: number;
  redacted: number;
  origins: Record<string, number>;
  classifications: Record<string, number>;
  years: Record<string, number>;
}

/**
 * The user's own work. Each change is on disk, whole, when its promise resolves. In an archive that can't be written it
 * goes to the overlay folder; where none was given it throws `read-only`.
 */
export interface PersonalWork {
  all(): Promise<Work>;
  /** The work on one cable, its highlights found again in the record that `key` chooses. Throws `no-such-cable` for a wrong key. */
  cable(id: string, key?: string): Promise<CableWork>;
  /** One step of the person's. Throws `bad-request` where what it is about is gone, `disk-full` and `io`. */
  edit(edit: EditInput): Promise<Step>;
  /** Takes the last step of this session back. Throws `bad-request` where another program changed it meanwhile. */
  undo(): Promise<Step>;
  redo(): Promise<Step>;
  /** Remembers that a cable was opened, which counts as reading it; no step to undo. */
  visit(cable: string): Promise<Step>;
  /** Remembers a query that was run, with the values chosen with it; no step to undo. */
  searched(query: string, filters?: ChosenValues): Promise<Step>;
  /** Merges what was noted while this archive could not be written. Nothing is lost; doing it twice changes nothing. */
  mergeOverlay(): Promise<MergeReport>;
}

export interface Archive {
  readonly work: PersonalWork;
  info(): ArchiveInfo;
  /** Open for reading: goes over to what another program has committed meanwhile, and tells who may write. */
  follow(): Promise<{ info: ArchiveInfo; holder: LockHolder | null }>;
  stats(): Stats;
  /** Imports files and folders. A cancelled import resolves with a receipt whose state says so. */
  import(given: readonly GivenPath[], job?: Job): Promise<Receipt>;
  search(request: SearchInput, job?: Job): Promise<SearchResult>;
  /** The ids of the cables that a question finds, in its order, from `offset` on and `limit` of them: for what is done with many. */
  searchIds(request: IdsInput, job?: Job): Promise<string[]>;
  suggest(query: string, cursor: number, limit: number): Promise<Suggestion[]>;
  /** Every cable that is not withdrawn, oldest first. */
  list(): AsyncIterable<CableSummary>;
  /**
   * Which of these ids the archive holds, aliases and malformed ones too. Answers under the ids as they were asked; with
   * `cites` also which of them each cites.
   */
  known(ids: readonly string[], cites?: boolean): Promise<KnownCables>;
  /** Throws `no-such-cable`. `key` chooses a version. Ids are taken in any case, aliases too. */
  show(id: string, key?: string): Promise<ShownCable>;
  /** The record's exact source text: what the archival copy attaches. Throws `no-such-cable`. */
  frame(id: string, key?: string): Promise<Uint8Array>;
  receipts(): Promise<ReceiptSummary[]>;
  /** A long one has its first files and lines, and says so in `more`. Throws `no-such-receipt`. */
  receipt(id: string): Promise<Receipt>;
  /** Some of a receipt's lines, in order. Throws `no-such-receipt`. */
  receiptLines(request: ReceiptLinesRequest): Promise<ReceiptLines>;
  /** Some of the files that a receipt accounts for. Throws `no-such-receipt`. */
  receiptSources(request: ReceiptSourcesRequest): Promise<ReceiptSources>;
  verify(job?: Job): Promise<VerifyReport>;
  rebuild(job?: Job): Promise<ArchiveInfo>;
  /**
   * Copies the archive into a folder that is new or empty, and checks the copy. It stays open and usable meanwhile.
   * Throws `bad-request`, `no-such-cable`, `cancelled`, `disk-full`, `read-only`, `io`; then nothing of the copy is left.
   */
  copyTo(folder: string, wish: CopyWish, job?: Job): Promise<CopyReport>;
  /** Takes back a receipt's records or one cable, by a tombstone; answers how many records. Throws `no-such-cable` or `no-such-receipt`. */
  withdraw(target: string, reason: string): Promise<number>;
  restore(target: string): Promise<number>;
  /** Finishes what runs, gives the lock back. */
  close(): Promise<void>;
}
