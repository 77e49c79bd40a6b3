/** Every word of every row, in order, as the builder collects it; turned round (by word, then row) when it is written. */
import { add } from './term-table.ts';

const FIRST_CAPACITY = 1 << 20;
/** the two highest bits of a word's number keep the zone of a header's word */
export const ZONE_SHIFT = 30;
const TERM_MASK = 0x3fff_ffff;
const COARSE_SHIFT = 8;

export class Occurrences {
  private words = new Uint32Array(FIRST_CAPACITY);
  count = 0;
  /** room for the same turned round, kept from one segment to the next */
  private places = new Uint32Array(0);
  /** for each row four bounds in `words`: subject, body, portion marks, header */
  private bounds: number[] = [];

  /** Forgets everything and keeps the memory. */
  clear(): void {
    this.count = 0;
    this.bounds.length = 0;
  }

  /** Marks where the next of a row's four parts begins. */
  begin(): void {
    this.bounds.push(this.count);
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

  /** The same, word by word. */
  byTerm(terms: number): OccurrencesByTerm {
    const { words, count } = this;
    const starts = new Uint32Array(terms + 1);
    for (let at = 0; at < count; at++) add(starts, ((words[at] ?? 0) & TERM_MASK) + 1, 1);
    for (let term = 0; term < terms; term++) add(starts, term + 1, starts[term] ?? 0);
    const next = starts.slice();
    if (this.places.length < count) this.places = new Uint32Array(this.words.length);
    const { places } = this;
    for (let at = 0; at < count; at++) places[add(next, (words[at] ?? 0) & TERM_MASK, 1)] = at;
    return new OccurrencesByTerm(words, places, starts, Uint32Array.from(this.bounds), count);
  }
}

export class OccurrencesByTerm {
  private readonly words: Uint32Array;
  /** indexes into `words`, those of term t from `starts[t]` to `starts[t + 1]`, rising */
  readonly places: Uint32Array;
  readonly starts: Uint32Array;
  private readonly bounds: Uint32Array;
  /** the document of every 256th occurrence, so that a document is found in a few steps */
  private readonly coarse: Uint32Array;
  private readonly documents: number;

  constructor(
    words: Uint32Array,
    places: Uint32Array,
    starts: Uint32Array,
    bounds: Uint32Array,
    count: number,
  ) {
    this.words = words;
    this.places = places;
    this.starts = starts;
    this.bounds = bounds;
    this.documents = bounds.length >> 2;
    this.coarse = new Uint32Array((count >> COARSE_SHIFT) + 1);
    for (let document = 0, at = 0; at < this.coarse.length; at++) {
      while (this.endOf(document) <= at << COARSE_SHIFT && document < this.documents - 1) document++;
      this.coarse[at] = document;
    }
  }

  documentAt(place: number): number {
    let document = this.coarse[place >>> COARSE_SHIFT] ?? 0;
    while (this.endOf(document) <= place) document++;
    return document;
  }

  endOf(document: number): number {
    return this.bounds[(document + 1) << 2] ?? 0xffff_ffff;
  }

  subjectOf(document: number): number {
    return this.bounds[document << 2] ?? 0;
  }

  bodyOf(document: number): number {
    return this.bounds[(document << 2) + 1] ?? 0;
  }

  marksOf(document: number): number {
    return this.bounds[(document << 2) + 2] ?? 0;
  }

  headerOf(document: number): number {
    return this.bounds[(document << 2) + 3] ?? 0;
  }

  zoneAt(place: number): number {
    return (this.words[place] ?? 0) >>> ZONE_SHIFT;
  }
}
