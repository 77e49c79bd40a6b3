/** The bars of the year chart. Pure. */
import type { Facet } from '../../../preload/contract/index.ts';

export interface YearBar {
  year: number;
  count: number;
  /** 0 to 1; the root of the share, so that thin years are seen beside fat ones */
  height: number;
}

/** One bar a year from the first to the last, empty years too. Undated cables are left to the list. */
export function yearBars(values: Facet): YearBar[] {
  const counts = new Map(
    values.filter(one => /^\d{4}$/.test(one.value)).map(one => [Number(one.value), one.count]),
  );
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  const most = Math.max(...counts.values());
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const count = counts.get(first + at) ?? 0;
    return { year: first + at, count, height: most === 0 ? 0 : Math.sqrt(count / most) };
  });
}
