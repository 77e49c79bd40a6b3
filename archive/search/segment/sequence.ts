/**
 * Finds words that follow each other, or that stand in one part of the text, exactly. First the documents that have
 * all of the words, then their positions, from the rarest word to the commonest, among the documents still left.
 */
import { findAdjacent, type SequenceElement, type SequenceRooms } from './adjacent-words.ts';
import { PositionReader } from './positions.ts';
import { postingsOf } from './postings.ts';
import type { Segment, TermSpan } from './segment.ts';
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

/** The words of the dictionary that a searched word stands for. */
export function spanOf(segment: Segment, space: Space, { token, prefix }: SequenceWord): TermSpan {
  return segment.span(termBytes(space, token), prefix);
}

/**
 * Calls `visit` for each document with the sequence, whose words' places in the dictionary are `spans`. `wanted` may
 * leave documents out beforehand. `breathe` is called now and then.
 */
export async function findSequence(
  segment: Segment,
  sequence: Sequence,
  spans: readonly TermSpan[],
  rooms: SequenceRooms,
  wanted: ((document: number) => boolean) | null,
  visit: (document: number, inSubject: boolean) => void,
  breathe: () => Promise<void>,
): Promise<void> {
  const step = sequence.space === Space.text ? 1 : 4;
  const elements: SequenceElement[] = [];
  for (const [index, span] of spans.entries()) {
    if (span.rows === 0) return;
    elements.push({ span, offset: index * step });
  }
  elements.sort((a, b) => a.span.rows - b.span.rows);
  if (elements.every(({ span }) => span.counts.length === 1)) {
    return findAdjacent(segment, sequence, elements, rooms, wanted, visit, breathe);
  }
  let documents = documentsWithAll(segment, elements, sequence.subjectOnly, wanted);
  let places: Places | null = null;
  for (const [number, element] of elements.entries()) {
    if (documents.length === 0) return;
    await breathe();
    const kept: Places =
      places === null
        ? placesOf(segment, element, documents, sequence)
        : placesToo(segment, element, documents, sequence, places, number === elements.length - 1);
    ({ documents, places } = withoutEmpty(documents, kept));
  }
  if (places === null) return;
  for (const [index, document] of documents.entries()) {
    const start = places.starts[index] ?? 0;
    // positions of the first word are kept shifted by BODY_START, so that none is negative
    visit(document, (places.values[start] ?? 0) < 2 * BODY_START);
  }
}

function documentsWithAll(
  segment: Segment,
  elements: readonly SequenceElement[],
  subjectOnly: boolean,
  wanted: ((document: number) => boolean) | null,
): Uint32Array {
  const seen = new Uint8Array(segment.documents);
  for (const [index, { span }] of elements.entries()) {
    for (const cursor = segment.cursor(span.from); cursor.term < span.to; cursor.next()) {
      const { documents, levels } = postingsOf(segment, cursor);
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at] ?? 0;
        if (seen[document] !== index || (subjectOnly && levels[at] !== Level.subject)) continue;
        if (index > 0 || wanted === null || wanted(document)) seen[document] = index + 1;
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

/**
 * Calls `visit` for each posting of one of the element's words in a wanted document: with the document's index among
 * them, and the reader that holds the positions.
 */
function eachPosting(
  segment: Segment,
  { span: { from, to } }: SequenceElement,
  wanted: Uint32Array,
  visit: (index: number, reader: PositionReader) => void,
): void {
  const indexOf = new Int32Array(segment.documents).fill(-1);
  for (let index = 0; index < wanted.length; index++) indexOf[wanted[index] ?? 0] = index;
  for (const cursor = segment.cursor(from); cursor.term < to; cursor.next()) {
    const postings = postingsOf(segment, cursor);
    const { documents } = postings;
    let reader: PositionReader | null = null;
    for (let at = 0; at < documents.length; at++) {
      const index = indexOf[documents[at] ?? 0] ?? -1;
      if (index < 0) continue;
      reader ??= new PositionReader(segment, cursor, postings);
      reader.read(at);
      visit(index, reader);
    }
  }
}

/** The places where the sequence may begin, going by its first word looked at. */
function placesOf(
  segment: Segment,
  element: SequenceElement,
  wanted: Uint32Array,
  sequence: Sequence,
): Places {
  const { zone, subjectOnly, space } = sequence;
  const shift = BODY_START - element.offset;
  const mask = space === Space.text ? -1 : ~3;
  const single = element.span.counts.length === 1;
  // no position takes less than a byte, but for those that are packed, one a posting
  const most = element.span.positionBytes + element.span.rows;
  const found = new Uint32Array(most);
  const indexes = new Uint32Array(single ? 0 : most);
  let count = 0;
  const starts = new Uint32Array(wanted.length + 1);
  eachPosting(segment, element, wanted, (index, reader) => {
    const { values } = reader;
    const before = count;
    for (let each = 0; each < reader.count; each++) {
      const value = values[each] ?? 0;
      if (subjectOnly && value >= BODY_START) break;
      if (zone !== null && (value & 3) !== zone) continue;
      if (!single) indexes[count] = index;
      found[count++] = (value & mask) + shift;
    }
    starts[index + 1] = (starts[index + 1] ?? 0) + count - before;
  });
  for (let at = 0; at < wanted.length; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  if (single) return { starts, values: found.subarray(0, count) };
  const next = starts.slice();
  const values = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const index = indexes[at] ?? 0;
    const to = next[index] ?? 0;
    values[to] = found[at] ?? 0;
    next[index] = to + 1;
  }
  for (let at = 0; at < wanted.length; at++) values.subarray(starts[at], starts[at + 1]).sort();
  return { starts, values };
}

/** Of these places those where another word of the sequence stands too; at the last word one in each posting is enough. */
function placesToo(
  segment: Segment,
  element: SequenceElement,
  wanted: Uint32Array,
  sequence: Sequence,
  { starts, values }: Places,
  oneIsEnough: boolean,
): Places {
  const { zone, subjectOnly, space } = sequence;
  const shift = BODY_START - element.offset;
  const mask = space === Space.text ? -1 : ~3;
  const confirmed = new Uint8Array(values.length);
  eachPosting(segment, element, wanted, (index, reader) => {
    const others = reader.values;
    let at = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    for (let each = 0; each < reader.count && at < end; each++) {
      const other = others[each] ?? 0;
      if (subjectOnly && other >= BODY_START) break;
      if (zone !== null && (other & 3) !== zone) continue;
      const value = (other & mask) + shift;
      while (at < end && (values[at] ?? 0) < value) at++;
      if (at < end && values[at] === value) {
        confirmed[at] = 1;
        if (oneIsEnough) return;
      }
    }
  });
  const kept = new Uint32Array(starts.length);
  let count = 0;
  for (let index = 0; index < wanted.length; index++) {
    kept[index] = count;
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++)
      if (confirmed[at] === 1) values[count++] = values[at] ?? 0;
  }
  kept[wanted.length] = count;
  return { starts: kept, values };
}

/** Leaves out the documents without a place left. */
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
