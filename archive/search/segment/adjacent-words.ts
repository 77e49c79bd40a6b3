/**
 * Finds single words that follow each other, document by document: of the documents that have all of the words, the
 * places of the rarest are read, then those of the next, as long as there is a place left where the sequence may begin.
 */
import { PositionReader, PositionsRoom } from './positions.ts';
import { postingsOf, PostingsRoom, type Postings } from './postings.ts';
import type { Segment, TermSpan } from './segment.ts';
import type { Sequence } from './sequence.ts';
import { BODY_START, Level, Space } from './space.ts';

/** A word of the sequence, and how far it stands behind the first. */
export interface SequenceElement {
  readonly span: TermSpan;
  readonly offset: number;
}

/** after so many documents others may have their turn */
const DOCUMENTS = 256;

interface WordRoom {
  readonly postings: PostingsRoom;
  readonly positions: PositionsRoom;
  /** which of the word's postings are those of the documents that have all words */
  indexes: Uint32Array;
}

/** What a question for a sequence needs room for, kept from one segment to the next. */
export class SequenceRooms {
  private readonly words: WordRoom[] = [];
  /** how many of the words each document has, as far as they were looked at */
  private seen = new Uint16Array(0);

  word(number: number, documents: number): WordRoom {
    let room = this.words[number];
    if (room === undefined) {
      room = { postings: new PostingsRoom(), positions: new PositionsRoom(), indexes: new Uint32Array(0) };
      this.words[number] = room;
    }
    if (room.indexes.length < documents) room.indexes = new Uint32Array(documents);
    return room;
  }

  none(documents: number): Uint16Array {
    if (this.seen.length < documents) this.seen = new Uint16Array(documents);
    return this.seen.fill(0, 0, documents);
  }
}

/** As `findSequence` does, for `elements` of one word each, the rarest first. */
export async function findAdjacent(
  segment: Segment,
  sequence: Sequence,
  elements: readonly SequenceElement[],
  rooms: SequenceRooms,
  wanted: ((document: number) => boolean) | null,
  visit: (document: number, inSubject: boolean) => void,
  breathe: () => Promise<void>,
): Promise<void> {
  const seen = rooms.none(segment.documents);
  const all: Postings[] = [];
  for (const [number, { span }] of elements.entries()) {
    const { postings: room } = rooms.word(number, segment.documents);
    const postings = postingsOf(segment, { ...span, count: span.rows }, room);
    all.push(postings);
    if (mark(postings, seen, number, sequence.subjectOnly, number === 0 ? wanted : null) === 0) return;
  }
  let found = 0;
  const readers: PositionReader[] = [];
  for (const [number, { span }] of elements.entries()) {
    const postings = all[number];
    if (postings === undefined) return;
    const { indexes, positions } = rooms.word(number, segment.documents);
    found = indexesOf(postings, seen, elements.length, indexes);
    readers.push(new PositionReader(segment, span, postings, positions));
  }
  const places = new Places(sequence, elements, readers);
  const indexes = elements.map((_, number) => rooms.word(number, segment.documents).indexes);
  const documents = all[0]?.documents ?? new Uint32Array(0);
  const ofFirst = indexes[0] ?? new Uint32Array(0);
  for (let from = 0; from < found; from += DOCUMENTS) {
    for (let at = from; at < Math.min(from + DOCUMENTS, found); at++) {
      const place = places.first(indexes, at);
      if (place >= 0) visit(documents[ofFirst[at] ?? 0] ?? 0, place < 2 * BODY_START);
    }
    await breathe();
  }
}

/** Counts a word in the documents that have all words before it; answers how many these are. */
function mark(
  { documents, levels }: Postings,
  seen: Uint16Array,
  number: number,
  subjectOnly: boolean,
  wanted: ((document: number) => boolean) | null,
): number {
  let marked = 0;
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    if (subjectOnly && levels[at] !== Level.subject) continue;
    if (wanted !== null && !wanted(document)) continue;
    const before = seen[document] ?? 0;
    const more = Number(before === number);
    seen[document] = before + more;
    marked += more;
  }
  return marked;
}

function indexesOf({ documents }: Postings, seen: Uint16Array, words: number, indexes: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < documents.length; at++) {
    indexes[count] = at;
    count += Number(seen[documents[at] ?? 0] === words);
  }
  return count;
}

/** The places in a document where the sequence may begin. */
class Places {
  private readonly shifts: readonly number[];
  private readonly readers: readonly PositionReader[];
  private readonly zone: number | null;
  private readonly mask: number;
  /** behind this no place counts */
  private readonly end: number;
  private starts = new Uint32Array(256);
  private count = 0;

  constructor(
    { zone, space, subjectOnly }: Sequence,
    elements: readonly SequenceElement[],
    readers: readonly PositionReader[],
  ) {
    this.readers = readers;
    this.zone = zone;
    this.mask = space === Space.text ? -1 : ~3;
    this.end = subjectOnly ? BODY_START : 0xffff_ffff;
    // shifted, so that none is negative
    this.shifts = elements.map(({ offset }) => BODY_START - offset);
  }

  /** The first place of the sequence, shifted by BODY_START; -1 where there is none. `at` is the document's number in `indexes`. */
  first(indexes: readonly Uint32Array[], at: number): number {
    const { readers } = this;
    for (let number = 0; number < readers.length; number++) {
      const reader = readers[number];
      if (reader === undefined) return -1;
      reader.read(indexes[number]?.[at] ?? 0);
      const shift = this.shifts[number] ?? 0;
      if (number === 0) this.begin(reader, shift);
      else this.keep(reader, shift, number === readers.length - 1);
      if (this.count === 0) return -1;
    }
    return this.starts[0] ?? -1;
  }

  private begin({ values, count }: PositionReader, shift: number): void {
    const { zone, mask, end } = this;
    if (this.starts.length < count) this.starts = new Uint32Array(count * 2);
    const { starts } = this;
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const value = values[at] ?? 0;
      if (value >= end) break;
      if (zone !== null && (value & 3) !== zone) continue;
      starts[kept++] = (value & mask) + shift;
    }
    this.count = kept;
  }

  /** Leaves those where this word stands too; of the last word one is enough. */
  private keep({ values, count }: PositionReader, shift: number, oneIsEnough: boolean): void {
    const { starts, zone, mask, end } = this;
    let kept = 0;
    let at = 0;
    for (let start = 0; start < this.count; start++) {
      const wanted = starts[start] ?? 0;
      while (at < count && ((values[at] ?? 0) & mask) + shift < wanted) at++;
      // one place of a word is in one zone
      if (at === count || (values[at] ?? 0) >= end) break;
      const value = values[at] ?? 0;
      if ((value & mask) + shift !== wanted || (zone !== null && (value & 3) !== zone)) continue;
      starts[kept++] = wanted;
      if (oneIsEnough) break;
    }
    this.count = kept;
  }
}
