/** An import from beginning to end: what was given is read, understood, appended, committed in batches, and accounted for. */
import type { GivenPath, Job } from '../archive.ts';
import { errorShape } from '../errors.ts';
import type { FramedItem } from '../formats/framed.ts';
import type { Receipt } from '../model/receipt.ts';
import { randomName } from '../store/durable.ts';
import { receiptId, writeReceipt } from '../store/receipts.ts';
import type { Store } from '../store/store.ts';
import { Pace } from './pace.ts';
import { prepareFrame } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { ReceiptDraft } from './receipt-draft.ts';
import { frame } from '../formats/index.ts';

/** A batch is committed when it has so many bytes of text or is so old: what a crash can cost. */
const BATCH_BYTES = 128 * 1024 * 1024;
const BATCH_MILLISECONDS = 5000;

class Importer {
  readonly #store: Store;
  readonly #draft: ReceiptDraft;
  readonly #pace: Pace;
  #bytes = 0;
  #committed = Date.now();

  constructor(store: Store, job: Job) {
    this.#store = store;
    const now = new Date();
    this.#draft = new ReceiptDraft(receiptId(now, randomName()), now.toISOString(), store.options.program);
    this.#pace = new Pace('importing', 'cables', job.onProgress);
  }

  async item(item: FramedItem): Promise<void> {
    const draft = this.#draft;
    switch (item.kind) {
      case 'source':
        draft.begin(item.source, item.file, item.bytes, item.sha256);
        return this.#pace.file(item.file, item.bytes);
      case 'source-end':
        return draft.end(item.source, item.format, item.changed);
      case 'refusal':
        return draft.refuse(item.source, item.refusal);
      case 'frame': {
        const context = {
          imported: draft.started,
          receipt: draft.id,
          sourceSha256: draft.sha256(item.source),
        };
        for (const prepared of prepareFrame(item, context)) await this.#take(item.source, prepared);
        this.#pace.at(item.end);
        if (this.#isBatchFull()) await this.commit('interrupted');
      }
    }
  }

  async #take(source: number, prepared: Prepared): Promise<void> {
    if (prepared.kind === 'refusal') return this.#draft.refuse(source, prepared.refusal);
    const { copy, place, doubt } = prepared;
    const taken = await this.#store.take(copy, this.#draft.id);
    this.#pace.one();
    if (!taken.known) this.#bytes += copy.header.length + copy.body.length;
    const repaired = doubt !== null && taken.outcome === 'accepted';
    this.#draft.add(source, place, {
      outcome: repaired ? 'repaired' : taken.outcome,
      id: copy.fields.canonicalId,
      key: copy.key,
      ...(doubt === null ? {} : doubt),
    });
  }

  #isBatchFull(): boolean {
    if (this.#bytes === 0) return false;
    return this.#bytes >= BATCH_BYTES || Date.now() - this.#committed >= BATCH_MILLISECONDS;
  }

  /** Commits what was taken, with the receipt as it stands. */
  async commit(state: Receipt['state']): Promise<Receipt> {
    this.#pace.phase('committing');
    const receipt = this.#draft.finish(state);
    const { disk, folder } = this.#store.options;
    await this.#store.commitNow([await writeReceipt(disk, folder, receipt)]);
    this.#bytes = 0;
    this.#committed = Date.now();
    this.#pace.phase('importing');
    return receipt;
  }
}

/**
 * Imports what was given. Cancelling keeps what was read so far and resolves with a receipt whose state says so.
 * Throws where the archive can't be written; then it is as after the last batch.
 */
export async function importGiven(
  store: Store,
  given: readonly GivenPath[],
  job: Job = {},
): Promise<Receipt> {
  return store.change(async () => {
    const importer = new Importer(store, job);
    let cancelled = false;
    try {
      for await (const item of frame(given, job)) {
        if (job.signal?.aborted === true) break;
        await importer.item(item);
      }
    } catch (thrown) {
      if (errorShape(thrown).code !== 'cancelled') throw thrown;
      cancelled = true;
    }
    cancelled ||= job.signal?.aborted === true;
    return importer.commit(cancelled ? 'cancelled' : 'done');
  });
}
