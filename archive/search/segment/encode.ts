/**
 * The positions of one word in one row: a word that stands twice has them bare (once: see once-pack.ts), any other has
 * first the number of bytes that follow, so that they can be passed over; in the subject, the number of places there comes next.
 * Each is a varint of the step from the one before. Header and marks keep the zone in the lowest two bits.
 */
import type { OccurrencesByTerm } from './occurrences.ts';
import type { PostingsWriter } from './postings-writer.ts';
import { Level } from './space.ts';
import { putVarint, VARINT_BYTES, varintBytes } from './varint.ts';

/** room before the steps, for their number of bytes and the number of places in the subject */
const HEAD = 2 * VARINT_BYTES;
let steps = new Uint8Array(1 << 12);

/** Writes the rows of the n-th word. */
export function encodeWord(byTerm: OccurrencesByTerm, rank: number, writer: PostingsWriter): void {
  const { starts, rows, positions } = byTerm;
  const end = starts[rank + 1] ?? 0;
  for (let from = starts[rank] ?? 0; from < end;) {
    const first = rows[from] ?? 0;
    const document = first >>> 1;
    let to = from + 1;
    while (to < end && rows[to] === first) to++;
    if ((first & 1) === 0) {
      const inSubject = to - from;
      while (to < end && (rows[to] ?? 0) >>> 1 === document) to++;
      encodeSubject(positions, document, from, from + inSubject, to, writer);
    } else if (to - from === 1) writer.addOnce(document, positions[from] ?? 0);
    else encodeSeveral(positions, document, from, to, writer);
    from = to;
  }
}

/** A row that has the word in its subject, up to `bodyFrom`, and perhaps in its body. */
function encodeSubject(
  positions: Uint32Array,
  document: number,
  from: number,
  bodyFrom: number,
  to: number,
  writer: PostingsWriter,
): void {
  makeRoom(to - from);
  const end = putSteps(positions, bodyFrom, to, putSteps(positions, from, bodyFrom, HEAD));
  const start = HEAD - varintBytes(bodyFrom - from);
  putVarint(steps, start, bodyFrom - from);
  writer.add(document, Level.subject, steps, withLength(start, end), end);
}

function encodeSeveral(
  positions: Uint32Array,
  document: number,
  from: number,
  to: number,
  writer: PostingsWriter,
): void {
  makeRoom(to - from);
  const end = putSteps(positions, from, to, HEAD);
  if (to - from === 2) writer.add(document, Level.twice, steps, HEAD, end);
  else writer.add(document, Level.frequent, steps, withLength(HEAD, end), end);
}

function makeRoom(count: number): void {
  const need = HEAD + count * VARINT_BYTES;
  if (need > steps.length) steps = new Uint8Array(need * 2);
}

function putSteps(positions: Uint32Array, from: number, to: number, at: number): number {
  let next = at;
  let previous = 0;
  for (let index = from; index < to; index++) {
    const position = positions[index] ?? 0;
    next = putVarint(steps, next, position - previous);
    previous = position;
  }
  return next;
}

/** Puts the number of bytes before them; answers where it begins. */
function withLength(start: number, end: number): number {
  const from = start - varintBytes(end - start);
  putVarint(steps, from, end - start);
  return from;
}
