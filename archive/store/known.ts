/** Which cables the archive holds, of many that are asked for: from the catalogue's columns alone, without reading a text. */
import { Flag } from '../model/columns.ts';
import type { Columns } from '../model/columns.ts';
import type { KnownCables } from '../model/known.ts';
import { summaryOfRow } from './figures.ts';

/**
 * Looks each id up as it stands, among the aliases, and as `canonical` reads it; in any case of letters.
 * Answers under the ids as they were asked, null for those that the archive lacks.
 */
export function knownCables(
  columns: Columns,
  ids: readonly string[],
  canonical: (id: string) => string,
): KnownCables {
  const known = new Map<string, KnownCables[string]>();
  for (const id of ids) {
    const cable = columns.findCable(id) ?? columns.findCable(canonical(id));
    const row = cable === null ? undefined : columns.rowsOf(cable)[0];
    if (row === undefined) known.set(id, null);
    else {
      const withdrawn = ((columns.flags[row] ?? 0) & Flag.withdrawn) !== 0;
      known.set(id, { ...summaryOfRow(columns, row), withdrawn });
    }
  }
  return Object.fromEntries(known);
}
