/** Every word of every row, in order, as the builder collects it; turned round (by word, then row) when it is written. */

const FIRST_CAPACITY = 1 << 20;
/** the two highest bits of a word's number, and of a place, keep the zone of a header's word */
export const ZONE_SHIFT = 30;
const TERM_MASK = 0x3fff_ffff;
const PLACE_MASK = 0x3fff_ffff;
/** each row begins at a multiple of this, so that a place tells its row in one step */
const ROW_SHIFT = 6;

/** A row has five bounds: where its subject, its body, its portion marks and its header begin, and where it ends. */
const Bound = { subject: 0, body: 1, marks: 2, header: 3, end: 4 } as const;
const BOUNDS = 5;

export class Occurrences {
  private words = new Uint32Array(FIRST_CAPACITY);
  count = 0;
  /** room for the same turned round, kept from one segment to the next */
  private places = new Uint32Array(0);
  private bounds = new Uint32Array(1 << 12);
  private boundCount = 0;

  /** Forgets everything and keeps the memory. */
  clear(): void {
    this.count = 0;
    this.boundCount = 0;
  }

  /** Begins a row: its subject comes first. */
  beginRow(): void {
    const unit = 1 << ROW_SHIFT;
    this.count = (this.count + unit - 1) & -unit;
    this.bound();
  }

  /** Marks where a row's next part begins, and where its last one ends. */
  bound(): void {
    if (this.boundCount === this.bounds.length) {
      const larger = new Uint32Array(this.bounds.length * 2);
      larger.set(this.bounds);
      this.bounds = larger;
    }
    this.bounds[this.boundCount++] = this.count;
  }

  /** Room for `more` words from `count` on; whoever fills it raises `count`. */
  room(more: number): Uint32Array {
    const need = this.count + more;
    if (need > this.words.length) {
      const larger = new Uint32Array(Math.max(need, this.words.length * 2));
      larger.set(this.words.subarray(0, this.count));
      this.words = larger;
    }
    return this.words;
  }

  /**
   * The same, word by word: the words come in this order, with so many occurrences each; the first `headerWords` of them
   * are the header's, the next `markWords` marks. What was collected is gone then, since its memory is used again.
   */
  byTerm(order: Uint32Array, counts: Uint32Array, headerWords: number, markWords: number): OccurrencesByTerm {
    const starts = new Uint32Array(order.length + 1);
    const next = new Uint32Array(order.length);
    let start = 0;
    for (let rank = 0; rank < order.length; rank++) {
      const term = order[rank] ?? 0;
      starts[rank] = start;
      next[term] = start;
      start += counts[term] ?? 0;
    }
    starts[order.length] = start;
    const rowOf = this.scatter(next, start);
    const inHeader = starts[headerWords] ?? 0;
    const inMarks = starts[headerWords + markWords] ?? 0;
    this.resolve(0, inHeader, Bound.header, rowOf);
    this.resolve(inHeader, inMarks, Bound.marks, rowOf);
    this.resolveText(inMarks, start, rowOf);
    return { starts, rows: this.words, positions: this.places };
  }

  /** Puts the place of each occurrence where its word's turn is; answers in which row a place is, see ROW_SHIFT. */
  private scatter(next: Uint32Array, total: number): Uint32Array {
    const { words, bounds, count } = this;
    if (this.places.length < total) this.places = new Uint32Array(this.words.length);
    const { places } = this;
    const rowOf = new Uint32Array((count >>> ROW_SHIFT) + 1);
    for (let bound = 0, row = 0; bound < this.boundCount; bound += BOUNDS, row++) {
      const from = bounds[bound] ?? 0;
      const end = bounds[bound + Bound.end] ?? 0;
      rowOf.fill(row, from >>> ROW_SHIFT, (end >>> ROW_SHIFT) + 1);
      for (let at = from; at < end; at++) {
        const word = words[at] ?? 0;
        const term = word & TERM_MASK;
        const to = next[term] ?? 0;
        places[to] = (word & ~TERM_MASK) | at;
        next[term] = to + 1;
      }
    }
    return rowOf;
  }

  /** Turns places in header or marks into rows and positions. A loop of its own: it steps through memory far ahead of itself. */
  private resolve(from: number, to: number, part: number, rowOf: Uint32Array): void {
    const { words: rows, places, bounds } = this;
    for (let index = from; index < to; index++) {
      const zoned = places[index] ?? 0;
      const place = zoned & PLACE_MASK;
      const row = rowOf[place >>> ROW_SHIFT] ?? 0;
      rows[index] = row * 2 + 1;
      places[index] = ((place - (bounds[row * BOUNDS + part] ?? 0)) << 2) | (zoned >>> ZONE_SHIFT);
    }
  }

  private resolveText(from: number, to: number, rowOf: Uint32Array): void {
    const { words: rows, places, bounds } = this;
    for (let index = from; index < to; index++) {
      const place = places[index] ?? 0;
      const row = rowOf[place >>> ROW_SHIFT] ?? 0;
      const subject = bounds[row * BOUNDS] ?? 0;
      const body = bounds[row * BOUNDS + Bound.body] ?? 0;
      const inBody = place >= body ? 1 : 0;
      rows[index] = row * 2 + inBody;
      places[index] = place - (inBody === 1 ? body : subject);
    }
  }
}

/** Where each word stands, word by word in the dictionary's order, then row by row: the n-th from `starts[n]` to `starts[n + 1]`. */
export interface OccurrencesByTerm {
  readonly starts: Uint32Array;
  /** twice the row, counted from 0, and one more outside of the subject */
  readonly rows: Uint32Array;
  /** in the subject or the body; in header and marks with the zone in the lowest two bits */
  readonly positions: Uint32Array;
}
