/** The passage of a body where most of what was searched for stands together. */
import type { Snippet } from '../../model/search.ts';
import type { Marker, MarkedHit } from './marks.ts';

/** about three lines in a list */
const LENGTH = 240;
const BEFORE = 60;
const FIRST_PARAGRAPH = /(?:^|\s)1\.\s*\(?/;

/** A passage with its hits marked; lines are joined, and what is cut shows as an ellipsis. */
export function snippetOf(body: string, marker: Marker): Snippet {
  const hits = marker.hits(body);
  const [from, to] = hits.length === 0 ? opening(body) : densest(body, hits);
  return joined(body, from, to, hits);
}

/** Where there is no hit in the body: how its first paragraph begins. */
function opening(body: string): [number, number] {
  const start = FIRST_PARAGRAPH.exec(body)?.index ?? 0;
  return [start, wordEnd(body, start + LENGTH)];
}

/** The window with the most different words of the query, and among those the one with the most hits. */
function densest(body: string, hits: readonly MarkedHit[]): [number, number] {
  const inside = new Map<number, number>();
  let best = 0;
  let bestFrom = 0;
  let from = 0;
  for (const hit of hits) {
    inside.set(hit.sequence, (inside.get(hit.sequence) ?? 0) + 1);
    for (
      let first = hits[from];
      first !== undefined && hit.end - first.start > LENGTH - BEFORE;
      first = hits[++from]
    ) {
      if (first === hit) break;
      const left = (inside.get(first.sequence) ?? 0) - 1;
      if (left > 0) inside.set(first.sequence, left);
      else inside.delete(first.sequence);
    }
    let count = 0;
    for (const each of inside.values()) count += each;
    const worth = inside.size * 1000 + count;
    if (worth > best) [best, bestFrom] = [worth, from];
  }
  const first = hits[bestFrom];
  const start = wordStart(body, Math.max(0, (first?.start ?? 0) - BEFORE));
  return [start, wordEnd(body, Math.max(start + LENGTH, first?.end ?? 0))];
}

/** The head of the word that an offset falls into. */
function wordStart(body: string, offset: number): number {
  for (let at = offset; at > 0 && at > offset - 20; at--) if (/\s/.test(body.charAt(at - 1))) return at;
  return splitsPair(body, offset) ? offset - 1 : offset;
}

function wordEnd(body: string, offset: number): number {
  for (let at = offset; at < body.length && at < offset + 20; at++) if (/\s/.test(body.charAt(at))) return at;
  const end = Math.min(offset, body.length);
  return splitsPair(body, end) ? end + 1 : end;
}

function splitsPair(body: string, offset: number): boolean {
  return /^[\udc00-\udfff]/.test(body.charAt(offset)) && /[\ud800-\udbff]$/.test(body.charAt(offset - 1));
}

/** The passage with every run of white space as one space, and the hits moved along. */
function joined(body: string, from: number, to: number, hits: readonly MarkedHit[]): Snippet {
  let text = from > 0 ? '… ' : '';
  const places = new Map<number, number>();
  const inside = hits.filter(hit => hit.start >= from && hit.end <= to);
  const wanted = new Set(inside.flatMap(hit => [hit.start, hit.end]));
  for (let at = from; at < to; at++) {
    if (wanted.has(at)) places.set(at, text.length);
    const character = body.charAt(at);
    if (!/\s/.test(character)) text += character;
    else if (text !== '' && !text.endsWith(' ')) text += ' ';
  }
  places.set(to, text.trimEnd().length);
  text = text.trimEnd();
  if (to < body.trimEnd().length) text += ' …';
  return {
    text,
    hits: inside.map((hit): [number, number] => [
      places.get(hit.start) ?? 0,
      places.get(hit.end) ?? text.length,
    ]),
  };
}
