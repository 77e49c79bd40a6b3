/**
 * Puts what was found into order. A list asks for its first page, which is a thousandth of what a common word finds: only
 * what can stand on it is sorted, and the rest when somebody goes that far.
 */

/** ranks are below this */
export const RANKS = 4096;
/** of so many at most the first are picked out; beyond that everything is put in order once */
const MOST_PICKED = 2000;
/** picked ones may be so many, with those of the last bucket */
const PICKED_BITS = 18;
const BUCKET_BITS = 10;
const BUCKETS = 1 << BUCKET_BITS;
/** more than there are cables */
const CABLES = 2 ** 23;

/** What was found, in any order. */
export interface Found {
  readonly cables: Uint32Array;
  /** the smaller comes first; null where all are alike */
  readonly ranks: Uint16Array | null;
  /** cable -> its place among all cables; among equal ranks the smaller comes first */
  readonly places: Uint32Array;
}

/** Whether `firstOf` is to be asked for so many of so many. */
export function isWorthPicking(wanted: number, of: number): boolean {
  return wanted <= MOST_PICKED && wanted * 8 <= of;
}

/** The first cables in order, at least so many where there are as many. */
export function firstOf({ cables, ranks, places }: Found, wanted: number): Uint32Array {
  // up to which rank, and in this rank up to which bucket of places
  let lastRank = 0;
  let before = 0;
  if (ranks !== null) {
    const sizes = new Uint32Array(RANKS);
    for (let index = 0; index < ranks.length; index++) {
      const rank = ranks[index] ?? 0;
      sizes[rank] = (sizes[rank] ?? 0) + 1;
    }
    while (lastRank < RANKS - 1 && before + (sizes[lastRank] ?? 0) < wanted) before += sizes[lastRank++] ?? 0;
  }
  const shift = Math.max(0, 32 - Math.clz32(places.length) - BUCKET_BITS);
  const sizes = new Uint32Array(BUCKETS);
  for (let index = 0; index < cables.length; index++) {
    const bucket = (places[cables[index] ?? 0] ?? 0) >>> shift;
    const counts = ranks === null ? 1 : Number(ranks[index] === lastRank);
    sizes[bucket] = (sizes[bucket] ?? 0) + counts;
  }
  let lastBucket = 0;
  while (lastBucket < BUCKETS - 1 && before + (sizes[lastBucket] ?? 0) < wanted) {
    before += sizes[lastBucket++] ?? 0;
  }
  const picked = new Uint32Array(before + (sizes[lastBucket] ?? 0));
  // rank, place, and the number among those picked, in one number below 2^53: typed arrays sort such without calls
  const keys = new Float64Array(picked.length);
  const last = (lastRank << BUCKET_BITS) | lastBucket;
  let count = 0;
  for (let index = 0; index < cables.length; index++) {
    const rank = ranks === null ? 0 : (ranks[index] ?? 0);
    const cable = cables[index] ?? 0;
    const place = places[cable] ?? 0;
    if (((rank << BUCKET_BITS) | (place >>> shift)) > last) continue;
    picked[count] = cable;
    keys[count] = (rank * CABLES + place) * (1 << PICKED_BITS) + count;
    count++;
  }
  keys.sort();
  return Uint32Array.from(keys, key => picked[key % (1 << PICKED_BITS)] ?? 0);
}

/** All of them in order. */
export function allOf({ cables, ranks, places }: Found): Uint32Array {
  // index + 1 by place
  const standing = new Uint32Array(places.length);
  for (let index = 0; index < cables.length; index++) standing[places[cables[index] ?? 0] ?? 0] = index + 1;
  const order = new Uint32Array(cables.length);
  const ordered = ranks === null ? null : new Uint16Array(cables.length);
  let count = 0;
  for (let place = 0; place < standing.length; place++) {
    const index = (standing[place] ?? 0) - 1;
    if (index < 0) continue;
    if (ordered !== null) ordered[count] = ranks?.[index] ?? 0;
    order[count++] = cables[index] ?? 0;
  }
  return ordered === null ? order : byRank(order, ordered, RANKS);
}

/** Puts cables into order by a small number for each, keeping the order of those that have the same. */
export function byRank(cables: Uint32Array, ranks: Uint16Array | Uint32Array, limit: number): Uint32Array {
  const starts = new Uint32Array(limit + 1);
  for (let index = 0; index < cables.length; index++) {
    const next = (ranks[index] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let rank = 0; rank < limit; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const order = new Uint32Array(cables.length);
  for (let index = 0; index < cables.length; index++) {
    const rank = ranks[index] ?? 0;
    const at = starts[rank] ?? 0;
    order[at] = cables[index] ?? 0;
    starts[rank] = at + 1;
  }
  return order;
}
