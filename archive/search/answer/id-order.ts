/** Puts reference ids into order as a person counts: 05HANOI841 before 05HANOI1000 before 06ACCRA1. */
import type { PackedTexts } from '../../model/columns.ts';
import { fullYear } from '../../text/reference-id.ts';
import { textAt } from '../packed-texts.ts';
import type { Pace } from '../pace.ts';
import { byRank } from './arrange.ts';
import { TextOrder } from './text-order.ts';

const FIRST_YEAR = fullYear(11);
const YEARS = 100;
const LONGEST_POST = 48;
const LONGEST_SERIAL = 7;
/** a serial is put in order by its lower and its upper half */
const HALF_BITS = 12;
const HALF = 1 << HALF_BITS;

const isDigit = (byte: number): boolean => byte > 0x2f && byte < 0x3a;
const isCapital = (byte: number): boolean => byte > 0x40 && byte < 0x5b;

/** The parts of ids, by the numbers of their cables. */
class IdParts {
  readonly years: Uint8Array;
  readonly posts: Uint32Array;
  readonly serials: Uint32Array;
  private readonly ids: PackedTexts;
  private readonly text: Buffer;
  private readonly numbers = new Map<string, number>();

  constructor(ids: PackedTexts) {
    const cables = ids.starts.length - 1;
    const { buffer, byteOffset, length } = ids.bytes;
    this.ids = ids;
    this.text = Buffer.from(buffer, byteOffset, length);
    this.years = new Uint8Array(cables);
    this.posts = new Uint32Array(cables);
    this.serials = new Uint32Array(cables);
  }

  /** Reads an id; false where it is not well formed (see reference-id.ts). */
  read(cable: number): boolean {
    const { bytes, starts } = this.ids;
    const start = starts[cable] ?? 0;
    const end = starts[cable + 1] ?? 0;
    const tens = (bytes[start] ?? 0) - 0x30;
    const ones = (bytes[start + 1] ?? 0) - 0x30;
    const from = start + 2;
    let at = from;
    while (at < end && (isCapital(bytes[at] ?? 0) || (at > from && bytes[at] === 0x2d))) at++;
    const post = at;
    let serial = 0;
    while (at < end && isDigit(bytes[at] ?? 0)) serial = serial * 10 + (bytes[at++] ?? 0) - 0x30;
    const isWhole =
      at === end && tens >= 0 && tens < 10 && ones >= 0 && ones < 10 && post - from > 1 && end > post;
    if (!isWhole || post - from > LONGEST_POST || end - post > LONGEST_SERIAL) return false;
    this.years[cable] = fullYear(tens * 10 + ones) - FIRST_YEAR;
    this.posts[cable] = this.numberOf(this.text.toString('latin1', from, post));
    this.serials[cable] = serial;
    return true;
  }

  private numberOf(post: string): number {
    let number = this.numbers.get(post);
    if (number === undefined) this.numbers.set(post, (number = this.numbers.size));
    return number;
  }

  /** The place of each post among all posts, by its number. */
  ranks(): Uint32Array {
    const ranks = new Uint32Array(this.numbers.size);
    for (const [rank, name] of [...this.numbers.keys()].sort().entries()) {
      ranks[this.numbers.get(name) ?? 0] = rank;
    }
    return ranks;
  }
}

/**
 * These cables in the order of their ids; malformed ids come last, and what is equal stays as it was. By numbers, from
 * the least telling part to the most: a string for each id would take ten times as long. Throws `cancelled`.
 */
export async function byId(cables: Uint32Array, ids: PackedTexts, pace: Pace): Promise<Uint32Array> {
  const parts = new IdParts(ids);
  const wellFormed = new Uint32Array(cables.length);
  let count = 0;
  const malformed: number[] = [];
  for (let index = 0; index < cables.length; index++) {
    const cable = cables[index] ?? 0;
    if (parts.read(cable)) wellFormed[count++] = cable;
    else malformed.push(cable);
    if ((index & 1023) === 0 && pace.due) await pace.breathe();
  }
  let order: Uint32Array = wellFormed.slice(0, count);
  const { serials, posts, years } = parts;
  const ofPosts = parts.ranks();
  for (const [rank, limit] of [
    [(cable: number) => (serials[cable] ?? 0) & (HALF - 1), HALF],
    [(cable: number) => (serials[cable] ?? 0) >>> HALF_BITS, HALF],
    [(cable: number) => ofPosts[posts[cable] ?? 0] ?? 0, ofPosts.length],
    [(cable: number) => years[cable] ?? 0, YEARS],
  ] as const) {
    order = byRank(order, order.map(rank), limit);
    await pace.breathe();
  }
  const last = await inOrderOfText(malformed, ids, pace);
  const all = new Uint32Array(cables.length);
  all.set(order);
  all.set(last, count);
  return all;
}

async function inOrderOfText(
  cables: readonly number[],
  ids: PackedTexts,
  pace: Pace,
): Promise<readonly number[]> {
  const texts = new TextOrder(cables.length);
  for (const [index, cable] of cables.entries()) {
    texts.add(textAt(ids, cable));
    if ((index & 255) === 0 && pace.due) await pace.breathe();
  }
  const order = await texts.sorted(pace);
  return Array.from(order, at => cables[at] ?? 0);
}
