import { expect, test } from 'vitest';
import { allOf, firstOf, isWorthPicking } from '../../../archive/search/answer/arrange.ts';
import { Random } from '../../support/random.ts';

/** Some of `all` cables at random places, with ranks of so many kinds; null for none. */
function found(random: Random, all: number, share: number, kinds: number | null) {
  const places = Uint32Array.from({ length: all }, (_, at) => at);
  for (let at = all - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  const cables = Uint32Array.from(places.keys()).filter(() => random.below(100) < share);
  const ranks = kinds === null ? null : Uint16Array.from(cables, () => random.below(kinds));
  return { cables, ranks, places };
}

test.each([
  { kinds: null, so: 'by place alone' },
  { kinds: 1, so: 'where all are as good' },
  { kinds: 4, so: 'of few ranks' },
  { kinds: 4096, so: 'of many ranks' },
])('the first page is how the whole list begins, $so', ({ kinds }) => {
  const random = new Random(11);
  for (const all of [200, 3000, 60_000]) {
    const some = found(random, all, 60, kinds);
    const { cables, ranks, places } = some;
    const rankOf = new Map(Array.from(cables, (cable, at) => [cable, ranks?.[at] ?? 0]));
    const expected = Array.from(cables).sort(
      (a, b) => rankOf.get(a)! - rankOf.get(b)! || places[a]! - places[b]!,
    );
    expect(Array.from(allOf(some))).toEqual(expected);
    for (const wanted of [1, 20, 200, 2000]) {
      if (!isWorthPicking(wanted, cables.length)) continue;
      const first = firstOf(some, wanted);
      expect(first.length).toBeGreaterThanOrEqual(wanted);
      expect(Array.from(first)).toEqual(expected.slice(0, first.length));
    }
  }
});
