/**
 * Framed cables on their way to a clerk: their bytes on one sheet, numbers for each, and once what many have in common.
 * As objects of their own they would cost a thread as much to send and take as half of reading them.
 */
import type { Framed } from '../formats/framed.ts';
import type { Place } from '../model/raw.ts';
import type { CopyContext } from '../store/copy.ts';
import { Sheet, pieceOf } from '../store/sheet.ts';

/** What a framed cable shares with those beside it: all but its row, its bytes and where they end. */
export interface Common {
  source: number;
  format: Framed['format'];
  encoding: string;
  assumed: boolean;
  file: string;
  member: string | null;
  copy: CopyContext;
}

/**
 * A batch of frames with their bytes, and a block for the answer. All threads share the blocks, and never look at one at
 * the same time: both are the clerk's until it answers.
 */
export interface FrameBatch {
  common: Common[];
  /** for each frame: which of `common`, its row or 0, where its bytes begin on the sheet, and how many they are */
  numbers: Int32Array<ArrayBuffer>;
  sheet: Uint8Array;
  spare: SharedArrayBuffer;
}

const NUMBERS = 4;
const FIRST_FRAMES = 256;

/** A batch while it gathers. */
export class Gathering {
  readonly #sheet: Sheet;
  readonly #common: Common[] = [];
  #numbers = new Int32Array(FIRST_FRAMES * NUMBERS);
  /** how many frames there are */
  frames = 0;
  /** where the last frame ends in its source, in bytes */
  end = 0;

  /** Bytes are gathered in this block, which may have been used before. */
  constructor(block: SharedArrayBuffer) {
    this.#sheet = new Sheet(block);
  }

  get bytes(): number {
    return this.#sheet.length;
  }

  /** Takes a frame in; its bytes are copied. */
  add(framed: Framed, copy: CopyContext): void {
    this.#sheet.align(framed.bytes);
    const { at, length } = this.#sheet.bytes(framed.bytes);
    const first = this.frames * NUMBERS;
    if (first === this.#numbers.length) this.#widen();
    this.#numbers[first] = this.#commonOf(framed, copy);
    this.#numbers[first + 1] = framed.place.row ?? 0;
    this.#numbers[first + 2] = at;
    this.#numbers[first + 3] = length;
    this.frames += 1;
    this.end = framed.end;
  }

  #widen(): void {
    const wider = new Int32Array(this.#numbers.length * 2);
    wider.set(this.#numbers);
    this.#numbers = wider;
  }

  #commonOf({ source, format, context, place }: Framed, copy: CopyContext): number {
    const { encoding, assumed } = context;
    const { file, member } = place;
    const last = this.#common.at(-1);
    const isSame =
      last !== undefined &&
      last.source === source &&
      last.format === format &&
      last.encoding === encoding &&
      last.assumed === assumed &&
      last.file === file &&
      last.member === member;
    if (!isSame) this.#common.push({ source, format, encoding, assumed, file, member, copy });
    return this.#common.length - 1;
  }

  /** The batch as a clerk takes it, with a block for its answer. Nothing may be added any more. */
  batch(spare: SharedArrayBuffer): FrameBatch {
    const numbers = this.#numbers.slice(0, this.frames * NUMBERS);
    return { common: this.#common, numbers, sheet: this.#sheet.all(), spare };
  }
}

/** How many frames a batch has. */
export function framesIn({ numbers }: FrameBatch): number {
  return numbers.length / NUMBERS;
}

function commonAt({ common, numbers }: FrameBatch, index: number): Common {
  const shared = common[numbers[index * NUMBERS] ?? 0];
  if (shared === undefined) throw new Error('a frame of a batch has lost what it shares with others');
  return shared;
}

/** The number of the source that a frame came from. */
export function sourceAt(batch: FrameBatch, index: number): number {
  return commonAt(batch, index).source;
}

/** Where a frame stood. */
export function placeAt(batch: FrameBatch, index: number): Place {
  const { file, member } = commonAt(batch, index);
  const row = batch.numbers[index * NUMBERS + 1] ?? 0;
  return { file, member, row: row === 0 ? null : row };
}

/** A frame of a batch with what all copies of it share. Its bytes are the batch's. */
export function frameAt(batch: FrameBatch, index: number): { framed: Framed; copy: CopyContext } {
  const { source, format, encoding, assumed, copy } = commonAt(batch, index);
  const first = index * NUMBERS;
  const at = batch.numbers[first + 2] ?? 0;
  const length = batch.numbers[first + 3] ?? 0;
  const bytes = pieceOf(batch.sheet, { at, length });
  const place = placeAt(batch, index);
  return {
    framed: { kind: 'frame', source, format, context: { encoding, assumed }, place, bytes, end: 0 },
    copy,
  };
}
