/**
 * The positions of one word in one row: a word that stands twice has them bare (once: see once-pack.ts), any other has
 * first the number of bytes that follow, so that they can be passed over; in the subject, the number of places there comes next.
 * Each is a varint of the step from the one before. Header and marks keep the zone in the lowest two bits.
 */
import type { OccurrencesByTerm } from './occurrences.ts';
import type { PostingsWriter } from './postings-writer.ts';
import { Level } from './space.ts';
import { putVarint, VARINT_BYTES } from './varint.ts';

let scratch = new Uint8Array(1 << 12);
let steps = new Uint8Array(1 << 12);

/** Writes the rows of a word of subject and body. */
export function encodeBody(byTerm: OccurrencesByTerm, term: number, writer: PostingsWriter): void {
  const { places, starts } = byTerm;
  const end = starts[term + 1] ?? 0;
  for (let from = starts[term] ?? 0; from < end;) {
    const document = byTerm.documentAt(places[from] ?? 0);
    const subjectStart = byTerm.subjectOf(document);
    const bodyStart = byTerm.bodyOf(document);
    const documentEnd = byTerm.endOf(document);
    let to = from;
    while (to < end && (places[to] ?? 0) < bodyStart) to++;
    const inSubject = to - from;
    while (to < end && (places[to] ?? 0) < documentEnd) to++;
    const count = to - from;
    if (count === 1 && inSubject === 0) {
      writer.addOnce(document, (places[from] ?? 0) - bodyStart);
      from = to;
      continue;
    }
    makeRoom(count);
    let at = 0;
    let previous = 0;
    for (let index = from; index < to; index++) {
      if (index === from + inSubject) previous = 0;
      const position = (places[index] ?? 0) - (index < from + inSubject ? subjectStart : bodyStart);
      at = putVarint(steps, at, position - previous);
      previous = position;
    }
    if (inSubject > 0) writer.add(document, Level.subject, scratch, 0, withLength(at, inSubject));
    else if (count === 2) writer.add(document, Level.twice, steps, 0, at);
    else writer.add(document, Level.frequent, scratch, 0, withLength(at, null));
    from = to;
  }
}

/** Writes the rows of a word of the routing header, or of portion marks. */
export function encodeHeader(
  byTerm: OccurrencesByTerm,
  term: number,
  isMark: boolean,
  writer: PostingsWriter,
): void {
  const { places, starts } = byTerm;
  const end = starts[term + 1] ?? 0;
  for (let from = starts[term] ?? 0; from < end;) {
    const document = byTerm.documentAt(places[from] ?? 0);
    const start = isMark ? byTerm.marksOf(document) : byTerm.headerOf(document);
    const documentEnd = byTerm.endOf(document);
    let to = from;
    while (to < end && (places[to] ?? 0) < documentEnd) to++;
    const count = to - from;
    if (count === 1) {
      const place = places[from] ?? 0;
      writer.addOnce(document, ((place - start) << 2) | byTerm.zoneAt(place));
      from = to;
      continue;
    }
    makeRoom(count);
    let at = 0;
    let previous = 0;
    for (let index = from; index < to; index++) {
      const place = places[index] ?? 0;
      const position = ((place - start) << 2) | byTerm.zoneAt(place);
      at = putVarint(steps, at, position - previous);
      previous = position;
    }
    if (count === 2) writer.add(document, Level.twice, steps, 0, at);
    else writer.add(document, Level.frequent, scratch, 0, withLength(at, null));
    from = to;
  }
}

function makeRoom(count: number): void {
  const need = (count + 2) * VARINT_BYTES;
  if (need <= steps.length) return;
  steps = new Uint8Array(need * 2);
  scratch = new Uint8Array(need * 2 + 2 * VARINT_BYTES);
}

/** Puts the number of bytes (and of places in the subject) before the steps, in `scratch`; answers its length. */
function withLength(stepBytes: number, inSubject: number | null): number {
  let at: number;
  if (inSubject === null) {
    at = putVarint(scratch, 0, stepBytes);
  } else {
    const countBytes = inSubject < 128 ? 1 : putVarint(scratch, 0, inSubject);
    at = putVarint(scratch, 0, stepBytes + countBytes);
    at = putVarint(scratch, at, inSubject);
  }
  for (let byte = 0; byte < stepBytes; byte++) scratch[at++] = steps[byte] ?? 0;
  return at;
}
