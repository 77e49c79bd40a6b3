/**
 * Finding a highlight again: by its exact place, else by its words with what stood around them, else by similar words.
 * Text is compared without white space and publisher's marks, since copies differ in them. Never drops anything: what
 * is not found has no anchor and is still told.
 */
import findSimilar from 'approx-string-match';
import type { Highlight } from '../model/notes.ts';
import type { Anchor } from '../model/work.ts';
import { squeeze, squeezedOffset } from './squeezed.ts';
import type { Squeezed } from './squeezed.ts';

/** So many UTF-16 units on either side are kept of what stood around a highlight. */
const AROUND = 64;
/** Words shorter than this (squeezed) say too little to be found where nothing around them fits. */
const TELLING = 12;
/** So much of what stood around them must fit then. */
const TELLING_AROUND = 8;
/** Shorter words than this are not looked for in a similar form. */
const SHORTEST_SIMILAR = 8;
/** One in so many units may differ in similar words. */
const TOLERANCE = 5;
/** Of longer quotations the first and the last so many units are looked for: the work grows with the length. */
const LONGEST_SIMILAR = 256;
/** So many places with the same words are weighed; a hostile body may have a million. */
const MOST_PLACES = 1000;

type Quotation = Pick<Highlight, 'text' | 'before' | 'after'>;

/** What is kept of a place in a body so that it is found again. Null where there is no text in it. */
export function quotationAt(body: string, start: number, end: number): Quotation | null {
  const text = body.slice(start, end);
  if (end > body.length || text.trim() === '') return null;
  return {
    text,
    before: body.slice(Math.max(0, start - AROUND), start),
    after: body.slice(end, end + AROUND),
  };
}

interface Place {
  start: number;
  end: number;
}

/** Finds highlights in one body, which is squeezed once for all of them. */
export class Anchorer {
  readonly #body: string;
  readonly #key: string;
  #squeezed: Squeezed | null = null;

  constructor(body: string, key: string) {
    this.#body = body;
    this.#key = key;
  }

  /** Where the highlight lies in this body; null where its words are not there. */
  find(highlight: Highlight): Anchor | null {
    const { start, end, text, before, after, key } = highlight;
    const body = this.#body;
    const fits = text !== '' && body.slice(start, end) === text;
    const inContext = () =>
      body.slice(0, start).endsWith(before) && body.slice(end, end + after.length) === after;
    if (fits && (key === this.#key || inContext())) return { start, end, how: 'exact' };
    const quotation = squeeze(text).text;
    if (quotation === '') return null;
    this.#squeezed ??= squeeze(body);
    const around = { before: squeeze(before).text, after: squeeze(after).text };
    const guess = squeezedOffset(this.#squeezed, start);
    const whole = this.#squeezed;
    const moved = best(whole.text, samePlaces(whole.text, quotation), around, guess);
    const enough = Math.min(TELLING_AROUND, around.before.length + around.after.length);
    if (moved !== null && (moved.context >= enough || quotation.length >= TELLING))
      return this.#anchor(moved.place, 'moved');
    const similar = best(whole.text, similarPlaces(whole.text, quotation), around, guess);
    if (similar === null || (similar.context < enough && quotation.length < 2 * TELLING)) return null;
    return this.#anchor(similar.place, 'similar');
  }

  #anchor({ start, end }: Place, how: 'moved' | 'similar'): Anchor {
    const offsets = this.#squeezed?.offsets ?? new Uint32Array(1);
    return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1, how };
  }
}

function samePlaces(text: string, quotation: string): Place[] {
  const places: Place[] = [];
  let start = text.indexOf(quotation);
  while (start !== -1 && places.length < MOST_PLACES) {
    places.push({ start, end: start + quotation.length });
    start = text.indexOf(quotation, start + 1);
  }
  return places;
}

function similarPlaces(text: string, quotation: string): Place[] {
  const { length } = quotation;
  if (length < SHORTEST_SIMILAR) return [];
  const search = (words: string) =>
    findSimilar(text, words, Math.floor(words.length / TOLERANCE)).slice(0, MOST_PLACES);
  if (length <= LONGEST_SIMILAR) return search(quotation).filter(({ start, end }) => end > start);
  const heads = search(quotation.slice(0, LONGEST_SIMILAR));
  const tails = search(quotation.slice(-LONGEST_SIMILAR));
  // The end that lies as far behind the beginning as it should, within a quarter.
  return heads.flatMap(({ start }) => {
    const off = ({ end }: Place) => Math.abs(end - start - length);
    const [end] = tails.filter(tail => off(tail) <= length / 4).sort((a, b) => off(a) - off(b));
    return end === undefined ? [] : [{ start, end: end.end }];
  });
}

/** The place around which most fits, and of several such the one nearest to where it was. */
function best(
  text: string,
  places: readonly Place[],
  around: { before: string; after: string },
  guess: number,
): { place: Place; context: number } | null {
  let chosen: { place: Place; context: number } | null = null;
  for (const place of places) {
    const context =
      commonEnd(text, place.start, around.before) + commonBeginning(text, place.end, around.after);
    const nearer =
      chosen === null ||
      context > chosen.context ||
      (context === chosen.context && Math.abs(place.start - guess) < Math.abs(chosen.place.start - guess));
    if (nearer) chosen = { place, context };
  }
  return chosen;
}

function commonBeginning(text: string, at: number, after: string): number {
  let count = 0;
  while (count < after.length && text[at + count] === after[count]) count += 1;
  return count;
}

function commonEnd(text: string, at: number, before: string): number {
  let count = 0;
  while (count < before.length && at > count && text[at - 1 - count] === before[before.length - 1 - count])
    count += 1;
  return count;
}
