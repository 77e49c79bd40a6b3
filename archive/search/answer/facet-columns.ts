/** Each facet as a column of codes, whatever the catalogue keeps it as. */
import { Flag, NO_DATE, valuesFrom, type CodedColumn, type ListColumn } from '../../model/columns.ts';
import type { FacetName } from '../../model/search.ts';
import type { Snapshot } from './snapshot.ts';

export type FacetColumn = CodedColumn | ListColumn;

/** The columns made here, kept with their snapshot. */
const made = new WeakMap<Snapshot, Map<FacetName, FacetColumn>>();

/** The column of a facet, one row a record. */
export function facetColumn(snapshot: Snapshot, facet: FacetName): FacetColumn {
  const { columns } = snapshot;
  if (facet === 'origin') return columns.origin;
  if (facet === 'classification') return columns.classification;
  if (facet === 'tag') return columns.tags;
  if (facet === 'caption') return columns.captions;
  // the person changes these while the archive stays as it is
  if (facet === 'dossier') return dossierColumn(snapshot);
  let known = made.get(snapshot);
  if (known === undefined) made.set(snapshot, (known = new Map<FacetName, FacetColumn>()));
  let column = known.get(facet);
  if (column === undefined) known.set(facet, (column = derivedColumn(snapshot, facet)));
  return column;
}

function derivedColumn(snapshot: Snapshot, facet: 'year' | 'month' | 'partial' | 'redacted'): CodedColumn {
  if (facet === 'partial') return flagColumn(snapshot, Flag.partialYes, Flag.partialNo);
  if (facet === 'redacted') return flagColumn(snapshot, Flag.redactedYes, Flag.redactedNo);
  return dateColumn(snapshot, facet);
}

function flagColumn({ columns }: Snapshot, yes: number, no: number): CodedColumn {
  const { flags, rows } = columns;
  const codes = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    const bits = flags[row] ?? 0;
    codes[row] = (bits & yes) !== 0 ? 1 : (bits & no) !== 0 ? 2 : 0;
  }
  return { codes, ...valuesFrom(['', 'true', 'false']) };
}

/** Years (`2005`) or months (`2005-03`) of creation, in order. */
function dateColumn({ columns }: Snapshot, facet: 'year' | 'month'): CodedColumn {
  const { created, rows } = columns;
  const span = facet === 'year' ? 12 : 1;
  const periods = new Int32Array(rows);
  const known = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const minutes = created[row] ?? NO_DATE;
    if (minutes === NO_DATE) {
      periods[row] = NO_DATE;
      continue;
    }
    const period = Math.floor(monthOf(minutes) / span);
    periods[row] = period;
    known.add(period);
  }
  const order = Int32Array.from(known).sort();
  const codeOf = new Map(Array.from(order, (period, index) => [period, index + 1]));
  const codes = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = codeOf.get(periods[row] ?? NO_DATE) ?? 0;
  const values = Array.from(order, period => {
    const year = String(Math.floor((period * span) / 12)).padStart(4, '0');
    return facet === 'year' ? year : `${year}-${String((period % 12) + 1).padStart(2, '0')}`;
  });
  return { codes, ...valuesFrom(['', ...values]) };
}

/** The number of a minute's month, counted from year 0 (Howard Hinnant's civil-from-days, without a Date for each row). */
function monthOf(minutes: number): number {
  const days = Math.floor(minutes / 1440) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 2 : shifted - 10;
  return (yearOfEra + era * 400 + (month < 2 ? 1 : 0)) * 12 + month;
}

function dossierColumn({ columns, source, shown }: Snapshot): ListColumn {
  const names = source.notes?.dossiers() ?? [];
  const memberships = new Map<number, number[]>();
  for (const [index, name] of names.entries()) {
    for (const id of source.notes?.cablesIn(name) ?? []) {
      const cable = columns.findCable(id);
      if (cable === null) continue;
      const row = shown[cable] ?? 0;
      const codes = memberships.get(row);
      if (codes === undefined) memberships.set(row, [index + 1]);
      else if (!codes.includes(index + 1)) codes.push(index + 1);
    }
  }
  const starts = new Uint32Array(columns.rows + 1);
  for (const [row, own] of memberships) starts[row + 1] = own.length;
  for (let row = 0; row < columns.rows; row++) starts[row + 1] = (starts[row] ?? 0) + (starts[row + 1] ?? 0);
  const codes = new Uint32Array(starts[columns.rows] ?? 0);
  for (const [row, own] of memberships) codes.set(own, starts[row]);
  return { starts, codes, ...valuesFrom(['', ...names]) };
}
