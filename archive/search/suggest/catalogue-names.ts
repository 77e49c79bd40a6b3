/** The names that an archive's catalogue holds, with the number of cables each. */
import { Flag, type CodedColumn, type ListColumn } from '../../model/columns.ts';
import { posts } from '../../text/posts.ts';
import { tagMeaning } from '../../text/glossary.ts';
import type { Snapshot } from '../answer/snapshot.ts';
import { MOST_NAMES, Names, type Name } from './names.ts';

/** Origins; and the posts that send no cable of this archive, so that a slip in their name is known too. */
export function postNames(snapshot: Snapshot): Names {
  const names = valuesOf(snapshot, snapshot.columns.origin);
  const known = new Set(names.map(({ value }) => value));
  for (const { name, city } of posts.values()) {
    if (!known.has(name))
      names.push({ value: name, label: name.includes(city) ? name : `${name}, ${city}`, count: 0 });
  }
  return new Names(names);
}

export function tagNames(snapshot: Snapshot): Names {
  const names = valuesOf(snapshot, snapshot.columns.tags);
  return new Names(
    names.map(name => {
      const meaning = tagMeaning(name.value);
      return meaning === null ? name : { ...name, label: `${name.value} – ${meaning}` };
    }),
  );
}

export function namesIn(snapshot: Snapshot, column: CodedColumn | ListColumn): Names {
  return new Names(valuesOf(snapshot, column));
}

/** The values of a column over the cables that are not withdrawn; where there are many, the commonest. */
function valuesOf({ columns, shown }: Snapshot, column: CodedColumn | ListColumn): Name[] {
  const counts = new Uint32Array(column.size);
  const { codes } = column;
  const starts = 'starts' in column ? column.starts : null;
  const { flags } = columns;
  for (let cable = 0; cable < shown.length; cable++) {
    const row = shown[cable] ?? 0;
    if (((flags[row] ?? 0) & Flag.withdrawn) !== 0) continue;
    const from = starts === null ? row : (starts[row] ?? 0);
    const to = starts === null ? row + 1 : (starts[row + 1] ?? 0);
    for (let at = from; at < to; at++) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  counts[0] = 0;
  const names: Name[] = [];
  for (const code of commonest(counts, MOST_NAMES)) {
    const value = column.valueAt(code);
    names.push({ value, label: value, count: counts[code] ?? 0 });
  }
  return names;
}

/** The numbers of the highest counts, so many at most and none that is 0. */
function commonest(counts: Uint32Array, most: number): number[] {
  const sorted = counts.slice().sort();
  const least = Math.max(1, sorted[sorted.length - most] ?? 1);
  const above: number[] = [];
  const equal: number[] = [];
  for (const [code, count] of counts.entries()) {
    if (count > least) above.push(code);
    else if (count === least && equal.length < most) equal.push(code);
  }
  return [...above, ...equal.slice(0, most - above.length)];
}
