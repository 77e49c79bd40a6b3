/** An import from beginning to end: what was given is read, understood, appended, committed in batches, and accounted for. */
import type { GivenPath, Job } from '../archive.ts';
import { errorShape } from '../errors.ts';
import type { Framed, FramedItem, SourceStart } from '../formats/framed.ts';
import { frame } from '../formats/index.ts';
import type { Receipt } from '../model/receipt.ts';
import { randomName } from '../store/durable.ts';
import { LongReceipt } from '../store/long-receipt.ts';
import { receiptId, writeReceipt } from '../store/receipts.ts';
import type { Store } from '../store/store.ts';
import { Batches } from './batches.ts';
import type { SourceEvent } from './batches.ts';
import { Beside } from './beside.ts';
import type { Clerks } from './clerks.ts';
import { joinSegments, segmentsOf } from './index-files.ts';
import { Pace } from './pace.ts';
import { PassedOver } from './passed-over.ts';
import type { Prepared } from './prepare.ts';
import { ReceiptDraft } from './receipt-draft.ts';
import { EarlierImports } from './resume.ts';

/** A batch is committed when it has so many bytes of text or is so old: what a crash can cost. */
const COMMIT_BYTES = 256 * 1024 * 1024;
const COMMIT_MILLISECONDS = 8000;
/** So many files and lines of the receipt are kept in memory; a longer one goes into a file beside it. */
const RECEIPT_LINES = 5000;
/** An import of so many is followed by some tidying. */
const MANY = 20_000;

/** Doubts of a format's reader that it could do something about. */
const repairs = new Set(['encoding-mixed', 'page-torn']);

const withdrawnRemark = {
  code: 'withdrawn',
  message: 'The archive has this record and it is withdrawn. Restore it to see it again.',
};

class Importer {
  readonly #store: Store;
  readonly #draft: ReceiptDraft;
  readonly #pace: Pace;
  readonly #batches: Batches;
  readonly #commitMilliseconds: number;
  #bytes = 0;
  #taken = 0;
  readonly #passedOver = new PassedOver();
  #earlier: EarlierImports | null = null;
  /** the file that was read to its end by an import that was broken off */
  #known = -1;
  readonly #long: LongReceipt;
  #commits = 0;
  #committed = Date.now();
  /** the commit of what was taken in so far */
  readonly #beside = new Beside();

  constructor(store: Store, clerks: Clerks, job: Job, commitMilliseconds: number) {
    this.#commitMilliseconds = commitMilliseconds;
    this.#store = store;
    this.#batches = new Batches(clerks);
    const now = new Date();
    this.#draft = new ReceiptDraft(receiptId(now, randomName()), now.toISOString(), store.options.program);
    const { disk, folder } = store.options;
    this.#long = new LongReceipt(disk, folder, this.#draft.id);
    this.#pace = new Pace('importing', 'cables', job.onProgress);
  }

  /** Takes an item of the source; returns when there is room for the next. */
  async item(item: FramedItem): Promise<void> {
    // The checksum of a source is needed before its first cable is taken in.
    if (item.kind === 'source') await this.#begin(item);
    else if (this.#passedOver.has(item)) {
      if (item.kind === 'frame') this.#pace.one();
      return;
    }
    if (item.kind === 'frame') this.#batches.add(item, this.#contextOf(item));
    else this.#batches.note(item);
    // While a commit goes on nothing is taken in; what is read meanwhile keeps the clerks busy.
    if (this.#beside.busy && !this.#batches.crowded) return;
    await this.#beside.done();
    while (this.#batches.full) await this.#step();
    if (this.#isCommitDue()) this.#beside.begin(() => this.#commit('interrupted'));
  }

  async #begin({ source, file, bytes, sha256 }: SourceStart): Promise<void> {
    this.#draft.begin(source, file, bytes, sha256);
    this.#earlier ??= new EarlierImports(this.#store);
    const earlier = await this.#earlier.find(sha256, file);
    this.#passedOver.begin(earlier?.taken ?? 0);
    if (earlier === null) return;
    this.#draft.resume(source, earlier);
    if (earlier.taken !== null) return;
    this.#known = source;
    this.#pace.many(earlier.known);
  }

  /** Whether an import that was broken off has read the file to its end, and all of it is still here. */
  isKnown(source: number): boolean {
    return this.#known === source;
  }

  #contextOf({ source }: Framed) {
    return {
      imported: this.#draft.started,
      receipt: this.#draft.id,
      sourceSha256: this.#draft.sha256(source),
    };
  }

  async #step(): Promise<void> {
    const answered = await this.#batches.next();
    if (answered === null) return;
    const rows: number[] = [];
    for (const entry of answered.entries) {
      if (entry.kind === 'event') {
        this.#event(entry.event);
        continue;
      }
      for (const prepared of entry.prepared) {
        const row = await this.#take(entry.source, prepared, answered.sheet);
        if (prepared.kind === 'copy') rows.push(row);
      }
      this.#draft.took(entry.source, 1);
    }
    this.#pace.at(answered.end);
    answered.taken(Int32Array.from(rows));
    if (this.#draft.waiting >= RECEIPT_LINES) await this.#long.append(this.#draft.take());
  }

  #event(event: SourceEvent): void {
    switch (event.kind) {
      case 'source':
        return this.#pace.file(event.file, event.bytes);
      case 'source-end':
        return this.#draft.end(event.source, event.format, event.changed, event.read);
      case 'refusal':
        this.#draft.took(event.source, 1);
        return this.#draft.refuse(event.source, event.refusal);
    }
  }

  /** Answers the row to index the copy under, or -1. */
  async #take(source: number, prepared: Prepared, sheet: Uint8Array): Promise<number> {
    if (prepared.kind === 'refusal') {
      this.#draft.refuse(source, prepared.refusal);
      return -1;
    }
    const { copy, place, doubt } = prepared;
    const taken = await this.#store.intake.take(copy, sheet, this.#draft.id);
    this.#pace.one();
    if (!taken.known) this.#taken += 1;
    if (!taken.known) this.#bytes += copy.text.length;
    const mended = doubt !== null && repairs.has(doubt.code) && taken.outcome === 'accepted';
    const outcome = mended ? 'repaired' : taken.outcome;
    const remark = taken.withdrawn ? withdrawnRemark : doubt;
    this.#draft.add(source, place, { outcome, id: copy.fields.canonicalId, key: copy.key, ...remark });
    return taken.index ? taken.row : -1;
  }

  #isCommitDue(): boolean {
    if (this.#bytes === 0) return false;
    return this.#bytes >= COMMIT_BYTES || Date.now() - this.#committed >= this.#commitMilliseconds;
  }

  /** Waits until no commit goes on, however it ended. */
  async quiet(): Promise<void> {
    await this.#beside.quiet();
  }

  /** Takes in all that was read, and commits it as the end of the import. */
  async finish(state: 'done' | 'cancelled'): Promise<Receipt> {
    await this.#beside.done();
    this.#batches.send();
    while (!this.#batches.empty) await this.#step();
    return this.#commit(state);
  }

  /** Commits what was taken in, with the receipt as it stands. Nothing may be taken in until it is done. */
  async #commit(state: Receipt['state']): Promise<Receipt> {
    this.#pace.phase('committing');
    this.#bytes = 0;
    const written = await this.#receipt(state);
    const { disk, folder } = this.#store.options;
    // The packs go to the medium while the clerks write their segments. Both must have ended before a failure is told.
    const [sealed, synced] = await Promise.allSettled([
      this.#batches.seal(),
      this.#store.intake.writer.sync(),
    ]);
    if (synced.status === 'rejected') throw synced.reason;
    if (sealed.status === 'rejected') throw sealed.reason;
    const all = [...segmentsOf(this.#store.commit), ...sealed.value];
    const joined = await joinSegments(disk, folder, all);
    const segments = this.#batches.indexing ? { segments: joined } : {};
    await this.#store.commitNow({
      receipts: [await writeReceipt(disk, folder, written)],
      moreFollows: state === 'interrupted',
      settle: state !== 'interrupted' && this.#taken >= MANY,
      ...segments,
    });
    this.#committed = Date.now();
    this.#pace.phase('importing');
    return written.receipt;
  }

  /** The receipt as it is written now; while the import goes on each commit has one of its own. */
  async #receipt(state: Receipt['state']) {
    const more = state === 'interrupted';
    if (!more) this.#draft.close();
    if (this.#long.begun) await this.#long.append(this.#draft.take());
    this.#commits += 1;
    const { first } = this.#draft;
    return {
      receipt: this.#draft.finish(state),
      first,
      long: this.#long,
      number: more ? this.#commits : null,
    };
  }
}

/**
 * Imports what was given. Cancelling keeps what was read so far and resolves with a receipt whose state says so; of a
 * long one it has what is not in the file beside it. Throws where the archive can't be written; then it is as after the last commit.
 */
export async function importGiven(
  store: Store,
  clerks: Clerks,
  given: readonly GivenPath[],
  job: Job = {},
  commitMilliseconds = COMMIT_MILLISECONDS,
): Promise<Receipt> {
  return store.change(async () => {
    const importer = new Importer(store, clerks, job, commitMilliseconds);
    let cancelled = false;
    try {
      for await (const item of frame(given, job, source => importer.isKnown(source)))
        await importer.item(item);
    } catch (thrown) {
      await importer.quiet();
      if (errorShape(thrown).code !== 'cancelled') throw thrown;
      cancelled = true;
    }
    return importer.finish(cancelled ? 'cancelled' : 'done');
  });
}
