/** What a clerk answers to a batch of frames: copies in columns, and the few words that some of them need besides. */
import type { Place, Refusal } from '../model/raw.ts';
import { CopyReader, CopyWriter } from './copy-columns.ts';
import type { CopyColumns } from './copy-columns.ts';
import { framesIn, placeAt } from './frame-batch.ts';
import type { FrameBatch } from './frame-batch.ts';
import type { Doubt, Prepared } from './prepare.ts';

export interface PreparedBatch {
  /** for each frame how many copies and refusals were in it */
  items: Int32Array<ArrayBuffer>;
  /** by the item's number, counted over all frames; every other item is a copy, in order */
  refusals: { item: number; refusal: Refusal }[];
  /** copies with a doubt, or with a place that is not their frame's, by the item's number */
  remarks: { item: number; place: Place; doubt: Doubt | null }[];
  copies: CopyColumns;
  /** the texts of the copies */
  sheet: Uint8Array;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.member === b.member && a.file === b.file;
}

/** Gathers the answer to a batch. */
export class Answering {
  readonly #batch: FrameBatch;
  readonly #items: Int32Array<ArrayBuffer>;
  readonly #copies = new CopyWriter();
  readonly #refusals: PreparedBatch['refusals'] = [];
  readonly #remarks: PreparedBatch['remarks'] = [];
  #frame = 0;
  #item = 0;

  constructor(batch: FrameBatch) {
    this.#batch = batch;
    this.#items = new Int32Array(framesIn(batch));
  }

  /** What was in the next frame. */
  add(prepared: readonly Prepared[]): void {
    const own = placeAt(this.#batch, this.#frame);
    for (const each of prepared) {
      if (each.kind === 'refusal') this.#refusals.push({ item: this.#item, refusal: each.refusal });
      else {
        const { copy, place, doubt } = each;
        this.#copies.push(copy);
        if (doubt !== null || !isSamePlace(place, own))
          this.#remarks.push({ item: this.#item, place, doubt });
      }
      this.#item += 1;
    }
    this.#items[this.#frame] = prepared.length;
    this.#frame += 1;
  }

  /** The answer, with the sheet that the copies' texts are on. */
  finish(sheet: Uint8Array): PreparedBatch {
    return {
      items: this.#items,
      refusals: this.#refusals,
      remarks: this.#remarks,
      copies: this.#copies.columns(),
      sheet,
    };
  }
}

/** Reads an answer frame by frame. `batch` need not have its bytes any more. */
export class AnswerReader {
  readonly #batch: FrameBatch;
  readonly #answer: PreparedBatch;
  readonly #copies: CopyReader;
  #frame = 0;
  #item = 0;
  #refusals = 0;
  #remarks = 0;

  constructor(batch: FrameBatch, answer: PreparedBatch) {
    this.#batch = batch;
    this.#answer = answer;
    this.#copies = new CopyReader(answer.copies);
  }

  /** What was in the next frame. */
  next(): Prepared[] {
    const place = placeAt(this.#batch, this.#frame);
    const prepared: Prepared[] = [];
    const end = this.#item + (this.#answer.items[this.#frame] ?? 0);
    for (; this.#item < end; this.#item += 1) prepared.push(this.#next(place));
    this.#frame += 1;
    return prepared;
  }

  #next(place: Place): Prepared {
    const refusal = this.#answer.refusals[this.#refusals];
    if (refusal?.item === this.#item) {
      this.#refusals += 1;
      return { kind: 'refusal', refusal: refusal.refusal };
    }
    const copy = this.#copies.next();
    const remark = this.#answer.remarks[this.#remarks];
    if (remark?.item !== this.#item) return { kind: 'copy', copy, place, doubt: null };
    this.#remarks += 1;
    return { kind: 'copy', copy, place: remark.place, doubt: remark.doubt };
  }
}
