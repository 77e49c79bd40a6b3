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

/**
 * Adds to each which of the others its shown record cites, by the catalogue's references: under the ids as they were
 * asked, in the order of the record. One that the archive lacks is found by its id alone.
 */
export function withCitations(columns: Columns, known: KnownCables): KnownCables {
  const asked = new Map<string, string>();
  for (const [id, cable] of Object.entries(known)) {
    for (const name of [id, cable?.id ?? id]) asked.set(name.toUpperCase(), id);
  }
  const { references } = columns;
  const citedBy = (cable: number): string[] => {
    const [row] = columns.rowsOf(cable);
    if (row === undefined) return [];
    const codes = references.codes.subarray(references.starts[row], references.starts[row + 1]);
    const found = Array.from(codes, code => asked.get(references.valueAt(code).toUpperCase()) ?? []);
    return [...new Set(found.flat())];
  };
  return Object.fromEntries(
    Object.entries(known).map(([id, cable]) => {
      const number = cable === null ? null : columns.findCable(cable.id);
      return [id, cable === null || number === null ? cable : { ...cable, cites: citedBy(number) }];
    }),
  );
}
