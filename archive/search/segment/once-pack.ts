/**
 * Most words stand in most of their rows once, so these positions make up most of an index. A block of them is packed
 * into as many bits each as serves best; the few larger ones are marked by all bits set and stand elsewhere as varints.
 * Any of them can be read without reading those before.
 */

/** Blocks of words in fewer rows than this are not packed: saying the width would cost more than it saves. */
export const PACK_FROM = 6;
const WIDEST = 16;
/** the bits that a position costs elsewhere, about */
const ELSEWHERE = 16;

/** how many positions are so many bits long */
const ofLength = new Uint32Array(33);

/** The width in bits that packs these positions best. */
export function bestWidth(positions: Uint32Array, count: number): number {
  ofLength.fill(0);
  for (let index = 0; index < count; index++) {
    // one more than the position, since all bits set is the mark
    const bits = 32 - Math.clz32((positions[index] ?? 0) + 1);
    ofLength[bits] = (ofLength[bits] ?? 0) + 1;
  }
  let best = WIDEST;
  let least = Infinity;
  let larger = count;
  for (let width = 1; width <= WIDEST; width++) {
    larger -= ofLength[width] ?? 0;
    const cost = count * width + larger * ELSEWHERE;
    if (cost < least) [least, best] = [cost, width];
  }
  return best;
}

/** Whether a position is too large for the width. */
export function standsElsewhere(position: number, width: number): boolean {
  return position >= (1 << width) - 1;
}

/** How many bytes `count` packed positions take. */
export function packedBytes(count: number, width: number): number {
  return (count * width + 7) >>> 3;
}

/** Packs positions into `bytes` from `at` on; answers the offset behind them. */
export function pack(
  bytes: Uint8Array,
  at: number,
  positions: Uint32Array,
  count: number,
  width: number,
): number {
  const mark = (1 << width) - 1;
  let to = at;
  let bits = 0;
  let held = 0;
  for (let index = 0; index < count; index++) {
    const position = positions[index] ?? 0;
    held |= (position < mark ? position : mark) << bits;
    for (bits += width; bits > 7; bits -= 8) {
      bytes[to++] = held & 255;
      held >>>= 8;
    }
  }
  if (bits > 0) bytes[to++] = held;
  return to;
}

/** The packed position with this index, or -1 where it stands elsewhere. */
export function unpack(bytes: Uint8Array, at: number, index: number, width: number): number {
  const bit = index * width;
  const byte = at + (bit >>> 3);
  const three = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16);
  const mark = (1 << width) - 1;
  const value = (three >>> (bit & 7)) & mark;
  return value === mark ? -1 : value;
}
