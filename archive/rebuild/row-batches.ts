/** Rows to be indexed anew, in batches as they lie in the packs: each batch is read in one go, and no pack twice. */
import type { Store } from '../store/store.ts';
import { textSpan } from '../store/frame.ts';
import { packFile } from '../store/pack-name.ts';

/** Rows whose texts lie near each other in one pack. */
export interface RowBatch {
  /** of the pack, as the commit names it; '' for rows whose text is lost */
  file: string;
  rows: Int32Array<ArrayBuffer>;
  /** for each row where its text begins, and how many bytes header and body have */
  places: Uint32Array<ArrayBuffer>;
  subjects: string[];
}

export const PLACE_NUMBERS = 3;

const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_ROWS = 256;

class Gathering {
  readonly #file: string;
  readonly #rows: number[] = [];
  readonly #places: number[] = [];
  readonly #subjects: string[] = [];
  #first = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether a text that ends at this byte of this file makes it too large. */
  isFullBefore(file: string, end: number): boolean {
    const rows = this.#rows.length;
    return rows > 0 && (file !== this.#file || rows >= BATCH_ROWS || end - this.#first > BATCH_BYTES);
  }

  add(row: number, subject: string, place: readonly [at: number, header: number, body: number]): void {
    if (this.#rows.length === 0) [this.#first] = place;
    this.#rows.push(row);
    this.#places.push(...place);
    this.#subjects.push(subject);
  }

  get size(): number {
    return this.#rows.length;
  }

  batch(): RowBatch {
    const [rows, places] = [Int32Array.from(this.#rows), Uint32Array.from(this.#places)];
    return { file: this.#file, rows, places, subjects: this.#subjects };
  }
}

/** All rows of the archive as it shows them, pack by pack. */
export function* rowBatches({ catalogue, view }: Pick<Store, 'catalogue' | 'view'>): Generator<RowBatch> {
  const { frames } = catalogue;
  const { codes, list } = frames.codes.pack;
  const { offset, headBytes, headerBytes, bodyBytes } = frames.numbers;
  const lost = frames.length;
  const textFrames = view.best.map(shown => catalogue.textOf(shown) ?? lost);
  // Number 0 of the list stands for no pack: what is beyond the frames comes first.
  const order = Uint32Array.from(textFrames.keys()).sort((a, b) => {
    const [one, other] = [textFrames[a] ?? lost, textFrames[b] ?? lost];
    return codes.at(one) - codes.at(other) || offset.at(one) - offset.at(other);
  });
  let gathering = new Gathering('');
  for (const row of order) {
    const frame = textFrames[row] ?? lost;
    const file = frame === lost ? '' : packFile(list.at(codes.at(frame)));
    const [at, header, body] = [
      offset.at(frame) + headBytes.at(frame),
      headerBytes.at(frame),
      bodyBytes.at(frame),
    ];
    if (gathering.size === 0 || gathering.isFullBefore(file, at + textSpan(header, body).size)) {
      if (gathering.size > 0) yield gathering.batch();
      gathering = new Gathering(file);
    }
    gathering.add(row, frames.texts.subject.at(view.best[row] ?? 0), [at, header, body]);
  }
  if (gathering.size > 0) yield gathering.batch();
}
