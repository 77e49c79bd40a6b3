/**
 * The catalogue in memory: all copies in the order of writing, and what follows from them - cables, their records
 * (rows, one a version), which copy of a row and which row of a cable is shown, what is withdrawn.
 */
import { FrameColumns } from './frame-columns.ts';
import type { FrameEntry } from './frame-columns.ts';
import type { MarkTarget } from './frame.ts';
import { NumberColumn } from './growing.ts';
import { wholeness } from './rank.ts';

/** A withdrawal or a restoral: holds for all that was written before it. */
export interface Mark {
  sequence: number;
  kind: 'withdrawal' | 'restoral';
  target: MarkTarget;
  time: string;
  reason: string;
  pack: string;
  offset: number;
}

const NONE = 0xffffffff;

export class Catalogue {
  readonly frames = new FrameColumns();
  readonly marks: Mark[] = [];
  /** row -> cable (a code of `frames.codes.cable`) */
  readonly rowCable = new NumberColumn('u32');
  /** row -> the copy that is shown */
  readonly rowBest = new NumberColumn('u32');
  /** row -> 1 where every copy is withdrawn */
  readonly rowWithdrawn = new NumberColumn('u8');
  readonly #rowFirst = new NumberColumn('u32');
  readonly #rowLast = new NumberColumn('u32');
  readonly #nextFrame = new NumberColumn('u32');
  readonly #frameRow = new NumberColumn('u32');
  readonly #nextRow = new NumberColumn('u32');
  /** cable -> its first row */
  readonly #cableRow = new NumberColumn('u32');
  readonly #withdrawnReceipts = new Map<string, number>();
  readonly #withdrawnCables = new Map<string, number>();

  /** Takes room for so many frames at once; see `FrameColumns.reserve`. */
  reserve(frames: number, bytesOf: (column: string) => number): void {
    this.frames.reserve(frames, bytesOf);
    for (const column of [this.rowCable, this.rowBest, this.rowWithdrawn]) column.reserve(frames);
    for (const column of [this.#rowFirst, this.#rowLast, this.#nextRow]) column.reserve(frames);
    for (const column of [this.#nextFrame, this.#frameRow]) column.reserve(frames);
    this.#cableRow.reserve(frames + 1);
  }

  get rows(): number {
    return this.rowCable.length;
  }

  /** The rows of a canonical id, in the order of their first copies. */
  rowsOfId(canonicalId: string): number[] {
    const cable = this.frames.codes.cable.list.find(canonicalId);
    return cable === undefined ? [] : this.#rowsOf(cable);
  }

  #rowsOf(cable: number): number[] {
    const rows: number[] = [];
    if (cable >= this.#cableRow.length) return rows;
    for (let row = this.#cableRow.at(cable); row !== NONE; row = this.#nextRow.at(row)) rows.push(row);
    return rows;
  }

  /** The copies of a row, oldest first. */
  framesOf(row: number): number[] {
    const frames: number[] = [];
    for (let frame = this.#rowFirst.at(row); frame !== NONE; frame = this.#nextFrame.at(frame))
      frames.push(frame);
    return frames;
  }

  rowOf(frame: number): number {
    return this.#frameRow.at(frame);
  }

  /** The row that holds this body under this published id, or null. `sameness` in hex. */
  findRow(canonicalId: string, publishedId: string, sameness: string): number | null {
    const wanted = sameness.slice(0, 32);
    for (const row of this.rowsOfId(canonicalId)) {
      const frame = this.#rowFirst.at(row);
      if (
        this.frames.publishedId(frame) === publishedId &&
        this.frames.checksums.sameness.at(frame) === wanted
      )
        return row;
    }
    return null;
  }

  /** The frame of a row that holds exactly this text, or null. */
  findText(row: number, key: string): number | null {
    const { frames } = this;
    const found = this.framesOf(row).find(
      frame => frames.hasText(frame) && frames.checksums.key.at(frame) === key,
    );
    return found ?? null;
  }

  /** The frame that holds a copy's text: itself for a record. Null where the pack has lost it. */
  textOf(frame: number): number | null {
    if (this.frames.hasText(frame)) return frame;
    return this.findText(this.rowOf(frame), this.frames.checksums.key.at(frame));
  }

  /** Whether the row has this very copy already. */
  hasCopy(row: number, fingerprint: string): boolean {
    return this.framesOf(row).some(frame => this.frames.checksums.fingerprint.at(frame) === fingerprint);
  }

  isWithdrawn(frame: number): boolean {
    const sequence = this.frames.numbers.sequence.at(frame);
    const { receipt, cable } = this.frames.codes;
    return (
      (this.#withdrawnReceipts.size > 0 &&
        sequence < (this.#withdrawnReceipts.get(receipt.at(frame)) ?? 0)) ||
      (this.#withdrawnCables.size > 0 && sequence < (this.#withdrawnCables.get(cable.at(frame)) ?? 0))
    );
  }

  /** Takes in a copy; answers its row. */
  add(entry: FrameEntry): number {
    this.frames.push(entry);
    return this.place(this.frames.length - 1);
  }

  /** Gives a frame of `frames` its row; frames are placed in order, each once. */
  place(frame: number): number {
    const { frames } = this;
    const cable = frames.codes.cable.codes.at(frame);
    let row = NONE;
    let last = NONE;
    if (cable < this.#cableRow.length) {
      for (let at = this.#cableRow.at(cable); at !== NONE; at = this.#nextRow.at(at)) {
        last = at;
        const first = this.#rowFirst.at(at);
        if (frames.checksums.sameness.same(first, frame) && frames.sameId(first, frame)) row = at;
      }
    }
    this.#nextFrame.push(NONE);
    if (row === NONE) {
      row = this.#newRow(cable, last, frame);
    } else {
      this.#nextFrame.set(this.#rowLast.at(row), frame);
      this.#rowLast.set(row, frame);
    }
    this.#frameRow.push(row);
    this.#choose(row);
    return row;
  }

  #newRow(cable: number, last: number, frame: number): number {
    const row = this.rowCable.length;
    this.rowCable.push(cable);
    this.rowBest.push(frame);
    this.rowWithdrawn.push(0);
    this.#rowFirst.push(frame);
    this.#rowLast.push(frame);
    this.#nextRow.push(NONE);
    while (this.#cableRow.length <= cable) this.#cableRow.push(NONE);
    if (last === NONE) this.#cableRow.set(cable, row);
    else this.#nextRow.set(last, row);
    return row;
  }

  /** Chooses the copy of a row that is shown. */
  #choose(row: number): void {
    const { rank } = this.frames.numbers;
    const first = this.#rowFirst.at(row);
    if (first === this.#rowLast.at(row)) {
      this.rowBest.set(row, first);
      this.rowWithdrawn.set(row, this.isWithdrawn(first) ? 1 : 0);
      return;
    }
    const all = this.framesOf(row);
    const visible = all.filter(frame => !this.isWithdrawn(frame));
    const candidates = visible.length > 0 ? visible : all;
    const best = candidates.reduce((best, frame) => (rank.at(frame) > rank.at(best) ? frame : best));
    this.rowBest.set(row, best);
    this.rowWithdrawn.set(row, visible.length > 0 ? 0 : 1);
  }

  /** Takes in a withdrawal or a restoral. */
  mark(mark: Mark): void {
    this.marks.push(mark);
    const { target } = mark;
    const withdrawn = target.kind === 'receipt' ? this.#withdrawnReceipts : this.#withdrawnCables;
    if (mark.kind === 'withdrawal') withdrawn.set(target.id, mark.sequence);
    else withdrawn.delete(target.id);
    const rows = target.kind === 'cable' ? this.rowsOfId(target.id) : this.rowsOfReceipt(target.id);
    for (const row of rows) this.#choose(row);
  }

  /** The rows that have a copy from this receipt. */
  rowsOfReceipt(receipt: string): number[] {
    const code = this.frames.codes.receipt.list.find(receipt);
    const rows = new Set<number>();
    if (code === undefined) return [];
    for (let frame = 0; frame < this.frames.length; frame += 1) {
      if (this.frames.codes.receipt.codes.at(frame) === code) rows.add(this.rowOf(frame));
    }
    return [...rows];
  }

  isReceiptWithdrawn(receipt: string): boolean {
    return this.#withdrawnReceipts.has(receipt);
  }

  isCableWithdrawn(canonicalId: string): boolean {
    return this.#withdrawnCables.has(canonicalId);
  }

  /** The rows of a cable, the shown one first: visible, then whole, then with more text, then older. */
  versions(cable: number): number[] {
    const rows = this.#rowsOf(cable);
    if (rows.length < 2) return rows;
    const { rank, bodyBytes } = this.frames.numbers;
    const textBytes = (row: number) =>
      bodyBytes.at(this.textOf(this.rowBest.at(row)) ?? this.rowBest.at(row));
    return rows.sort(
      (a, b) =>
        this.rowWithdrawn.at(a) - this.rowWithdrawn.at(b) ||
        wholeness(rank.at(this.rowBest.at(b))) - wholeness(rank.at(this.rowBest.at(a))) ||
        textBytes(b) - textBytes(a) ||
        a - b,
    );
  }
}
