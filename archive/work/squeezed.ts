/** A text without what copies lose or gain (white space, the publisher's ¶), with the way back to its own offsets. */

export interface Squeezed {
  text: string;
  /** for each unit of `text`, its offset in the whole text; and one more, the offset behind the last */
  offsets: Uint32Array;
}

const dropped = /[\s¶]/u;

/** Drops white space and publisher's marks, which is what `sameness` drops too: UTF-16 unit by unit. */
export function squeeze(text: string): Squeezed {
  const offsets = new Uint32Array(text.length + 1);
  const kept: string[] = [];
  let from = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const drop = unit <= 0x20 || (unit >= 0x80 && dropped.test(text.charAt(at)));
    if (drop) {
      if (at > from) kept.push(text.slice(from, at));
      from = at + 1;
    } else {
      offsets[count] = at;
      count += 1;
    }
  }
  kept.push(text.slice(from));
  offsets[count] = count === 0 ? 0 : (offsets[count - 1] ?? 0) + 1;
  return { text: kept.join(''), offsets: offsets.subarray(0, count + 1) };
}

/** How many units of squeezed text lie before an offset of the whole text. */
export function squeezedOffset({ offsets }: Squeezed, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
