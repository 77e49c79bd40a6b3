/** How many slips of the hand lie between a word and many others, without making anything for any of them. */

/** longer words are not compared */
const LONGEST = 64;

export class SlipCounter {
  private readonly word: Uint8Array;
  private before = new Uint8Array(LONGEST + 2);
  private previous = new Uint8Array(LONGEST + 2);
  private current = new Uint8Array(LONGEST + 2);

  /** The word in lower case, as bytes. */
  constructor(word: Uint8Array) {
    this.word = word;
  }

  /**
   * Letters added, dropped, changed, or swapped with their neighbour (optimal string alignment) between the word and
   * `bytes[start..end)`; `limit + 1` where there are more than `limit`. Only cells that near the diagonal are looked at.
   */
  between(bytes: Uint8Array, start: number, end: number, limit: number): number {
    const { word } = this;
    const length = end - start;
    const most = limit + 1;
    if (Math.abs(word.length - length) > limit || word.length > LONGEST || length > LONGEST) return most;
    let { before, previous, current } = this;
    for (let column = 0; column <= Math.min(length, limit); column++) previous[column] = column;
    for (let row = 1; row <= word.length; row++) {
      const from = Math.max(1, row - limit);
      const to = Math.min(length, row + limit);
      // beyond the band everything is too far
      current[from - 1] = from === 1 ? Math.min(row, most) : most;
      if (row + limit <= length) previous[row + limit] = most;
      const letter = word[row - 1];
      let least = current[from - 1] ?? most;
      for (let column = from; column <= to; column++) {
        const other = bytes[start + column - 1];
        let slips = Math.min(
          (previous[column] ?? most) + 1,
          (current[column - 1] ?? most) + 1,
          (previous[column - 1] ?? most) + (letter === other ? 0 : 1),
        );
        if (row > 1 && column > 1 && letter === bytes[start + column - 2] && word[row - 2] === other) {
          slips = Math.min(slips, (before[column - 2] ?? most) + 1);
        }
        current[column] = Math.min(slips, most);
        if (slips < least) least = slips;
      }
      if (least > limit) return most;
      [before, previous, current] = [previous, current, before];
    }
    return Math.min(previous[length] ?? most, most);
  }
}
