/** Which of many known names a misspelt one stands for: only when one is clearly nearest. */

/** How many slips a name of this length may hold and still be known again. */
function slipsAllowed(length: number): number {
  if (length <= 3) return 0;
  if (length <= 6) return 1;
  return length <= 11 ? 2 : 3;
}

/**
 * The name that `given` is clearly nearest to, or null. Names with the same `meaning` are one (two spellings of a post do
 * not compete). Short names are believed to have lost or swapped letters only, since BALI is not a slip for BARI.
 */
export function nearestName(
  given: string,
  names: Iterable<string>,
  meaning: (name: string) => string,
): string | null {
  const limit = slipsAllowed(given.length);
  if (limit === 0) return null;
  const letters = lettersIn(given);
  let best: string | null = null;
  let bestSlips = limit + 1;
  let rival = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (name.length < 4 || Math.abs(name.length - given.length) > limit + 1) continue;
    if (lettersApart(letters, lettersIn(name)) > 2 * (limit + 1)) continue;
    if (given.length <= 4 && !lostOrSwapped(given, name)) continue;
    const slips = slipsBetween(given, name, limit + 1);
    if (best !== null && meaning(name) === meaning(best)) {
      if (slips < bestSlips) [best, bestSlips] = [name, slips];
    } else if (slips < bestSlips) {
      if (best !== null) rival = Math.min(rival, bestSlips);
      [best, bestSlips] = [name, slips];
    } else rival = Math.min(rival, slips);
  }
  return best !== null && bestSlips <= limit && rival > bestSlips ? best : null;
}

/** Which of the letters A to Z a name has, a bit each: names too far apart are told without comparing them. */
function lettersIn(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) & 31);
  return letters;
}

/** How many letters only one of the two has; a slip accounts for two of them at most. */
function lettersApart(left: number, right: number): number {
  let count = 0;
  for (let bits = left ^ right; bits !== 0; bits &= bits - 1) count++;
  return count;
}

function lostOrSwapped(given: string, name: string): boolean {
  if (name.length === given.length) return sortedLetters(given) === sortedLetters(name);
  return name.length === given.length + 1;
}

function sortedLetters(name: string): string {
  return name.split('').sort().join('');
}

/**
 * Optimal string alignment distance (insert, drop, change, swap neighbours), or `limit + 1` when it is above `limit`:
 * Damerau's measure of typing slips.
 */
export function slipsBetween(left: string, right: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let slips = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
      if (slips < least) least = slips;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, limit + 1);
}
