/**
 * Finds words that follow each other, or that stand in one part of the text, exactly. First the documents that have
 * all of the words, then their positions, from the rarest word to the commonest, among the documents still left.
 */
import { PositionReader } from './positions.ts';
import { postingsOf } from './postings.ts';
import type { Segment } from './segment.ts';
import { BODY_START, Level, Space, termBytes, type Zone } from './space.ts';

export interface SequenceWord {
  readonly token: string;
  /** whether any word that begins so will do */
  readonly prefix: boolean;
}

export interface Sequence {
  readonly space: Space;
  /** the part of the header that the words must stand in; null for any */
  readonly zone: Zone | null;
  readonly subjectOnly: boolean;
  readonly words: readonly SequenceWord[];
}

interface Element {
  readonly from: number;
  readonly to: number;
  /** how far behind the sequence's first word it stands */
  readonly offset: number;
  readonly postings: number;
}

/** The words of the dictionary that a searched word stands for: from the first up to, not including, the second. */
export function termRange(segment: Segment, space: Space, word: SequenceWord): [number, number] {
  const bytes = termBytes(space, word.token);
  if (word.prefix) return segment.range(bytes);
  const term = segment.find(bytes);
  return term < 0 ? [0, 0] : [term, term + 1];
}

/**
 * Calls `visit` for each document with the sequence. `wanted` may leave documents out beforehand.
 * `breathe` is called between the words.
 */
export async function findSequence(
  segment: Segment,
  sequence: Sequence,
  wanted: (document: number) => boolean,
  visit: (document: number, places: number, inSubject: boolean) => void,
  breathe: () => Promise<void>,
): Promise<void> {
  const step = sequence.space === Space.text ? 1 : 4;
  const elements: Element[] = [];
  for (const [index, word] of sequence.words.entries()) {
    const [from, to] = termRange(segment, sequence.space, word);
    let postings = 0;
    for (let term = from; term < to; term++) postings += segment.counts[term] ?? 0;
    if (postings === 0) return;
    elements.push({ from, to, offset: index * step, postings });
  }
  elements.sort((a, b) => a.postings - b.postings);
  let places: Places | null = null;
  let documents = documentsWithAll(segment, elements, sequence.subjectOnly, wanted);
  for (const element of elements) {
    if (documents.length === 0) return;
    await breathe();
    const found = placesOf(segment, element, documents, sequence);
    places = places === null ? found : inBoth(places, found);
    ({ documents, places } = withoutEmpty(documents, places));
  }
  if (places === null) return;
  for (const [index, document] of documents.entries()) {
    const start = places.starts[index] ?? 0;
    const end = places.starts[index + 1] ?? 0;
    // positions of the first word are kept shifted by BODY_START, so that none is negative
    visit(document, end - start, (places.values[start] ?? 0) < 2 * BODY_START);
  }
}

function documentsWithAll(
  segment: Segment,
  elements: readonly Element[],
  subjectOnly: boolean,
  wanted: (document: number) => boolean,
): Uint32Array {
  const seen = new Uint8Array(segment.documents);
  for (const [index, element] of elements.entries()) {
    for (let term = element.from; term < element.to; term++) {
      const { documents, levels } = postingsOf(segment, term);
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at] ?? 0;
        if (seen[document] !== index || (subjectOnly && levels[at] !== Level.subject)) continue;
        if (index > 0 || wanted(document)) seen[document] = index + 1;
      }
    }
  }
  let count = 0;
  const all = new Uint32Array(segment.documents);
  for (let document = 0; document < seen.length; document++) {
    if (seen[document] === elements.length) all[count++] = document;
  }
  return all.slice(0, count);
}

/** For each of some documents the places where the sequence may begin: those of document n from `starts[n]` on, rising. */
interface Places {
  starts: Uint32Array;
  values: Uint32Array;
}

class PlaceCollector {
  documents = new Uint32Array(1024);
  values = new Uint32Array(1024);
  count = 0;

  add(document: number, value: number): void {
    if (this.count === this.values.length) {
      const larger = (old: Uint32Array) => {
        const array = new Uint32Array(old.length * 2);
        array.set(old);
        return array;
      };
      this.documents = larger(this.documents);
      this.values = larger(this.values);
    }
    this.documents[this.count] = document;
    this.values[this.count++] = value;
  }

  places(documents: number, inOrder: boolean): Places {
    const starts = new Uint32Array(documents + 1);
    const { count } = this;
    for (let at = 0; at < count; at++) {
      const next = (this.documents[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let at = 0; at < documents; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    if (inOrder) return { starts, values: this.values.subarray(0, count) };
    const next = starts.slice();
    const values = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const document = this.documents[at] ?? 0;
      const to = next[document] ?? 0;
      values[to] = this.values[at] ?? 0;
      next[document] = to + 1;
    }
    for (let at = 0; at < documents; at++) values.subarray(starts[at], starts[at + 1]).sort();
    return { starts, values };
  }
}

/** Where the sequence would begin, going by one of its words. */
function placesOf(
  segment: Segment,
  element: Element,
  wanted: Uint32Array,
  { zone, subjectOnly, space }: Sequence,
): Places {
  const collector = new PlaceCollector();
  const shift = BODY_START - element.offset;
  for (let term = element.from; term < element.to; term++) {
    const postings = postingsOf(segment, term);
    const { documents } = postings;
    const reader = new PositionReader(segment, term, postings);
    let index = 0;
    for (let at = 0; at < wanted.length && index < documents.length; at++) {
      const document = wanted[at] ?? 0;
      while (index < documents.length && (documents[index] ?? 0) < document) index++;
      if (documents[index] !== document) continue;
      reader.read(index);
      for (let each = 0; each < reader.count; each++) {
        const value = reader.values[each] ?? 0;
        if (subjectOnly && value >= BODY_START) break;
        if (zone !== null && (value & 3) !== zone) continue;
        collector.add(at, (space === Space.text ? value : value & ~3) + shift);
      }
    }
  }
  return collector.places(wanted.length, element.to - element.from === 1);
}

function inBoth(left: Places, right: Places): Places {
  const starts = new Uint32Array(left.starts.length);
  let count = 0;
  for (let index = 0; index + 1 < starts.length; index++) {
    let a = left.starts[index] ?? 0;
    let b = right.starts[index] ?? 0;
    const aEnd = left.starts[index + 1] ?? 0;
    const bEnd = right.starts[index + 1] ?? 0;
    starts[index] = count;
    while (a < aEnd && b < bEnd) {
      const x = left.values[a] ?? 0;
      const y = right.values[b] ?? 0;
      if (x === y) left.values[count++] = x; // never overtakes what is still to be read
      if (x <= y) a++;
      if (y <= x) b++;
    }
  }
  starts[starts.length - 1] = count;
  return { starts, values: left.values };
}

function withoutEmpty(documents: Uint32Array, places: Places): { documents: Uint32Array; places: Places } {
  const kept = new Uint32Array(documents.length);
  const starts = new Uint32Array(documents.length + 1);
  let count = 0;
  for (let index = 0; index < documents.length; index++) {
    const start = places.starts[index] ?? 0;
    if (start === places.starts[index + 1]) continue;
    kept[count] = documents[index] ?? 0;
    starts[count++] = start;
  }
  starts[count] = places.starts[documents.length] ?? 0;
  return {
    documents: kept.subarray(0, count),
    places: { starts: starts.subarray(0, count + 1), values: places.values },
  };
}
