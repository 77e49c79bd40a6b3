/** A cable as a line in a list, out of the catalogue's columns. */
import { Flag, NO_DATE, type ListColumn } from '../../model/columns.ts';
import type { CableSummary } from '../../model/search.ts';
import type { Snapshot } from './snapshot.ts';

export function summaryOf({ columns, shown }: Snapshot, cable: number): CableSummary {
  const row = shown[cable] ?? 0;
  const flags = columns.flags[row] ?? 0;
  const created = columns.created[row] ?? NO_DATE;
  const state = (yes: number, no: number) => ((flags & yes) !== 0 ? true : (flags & no) !== 0 ? false : null);
  return {
    id: columns.cableId(cable),
    key: columns.key(row),
    created: created === NO_DATE ? null : new Date(created * 60_000).toISOString().replace('.000Z', 'Z'),
    origin: orNull(columns.origin.valueAt(columns.origin.codes[row] ?? 0)),
    classification: orNull(columns.classification.valueAt(columns.classification.codes[row] ?? 0)),
    subject: orNull(columns.subject(row)),
    tags: valuesIn(columns.tags, row),
    captions: valuesIn(columns.captions, row),
    partial: state(Flag.partialYes, Flag.partialNo),
    redacted: state(Flag.redactedYes, Flag.redactedNo),
    versions: columns.rowsOf(cable).length,
  };
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}

function valuesIn(column: ListColumn, row: number): string[] {
  const { starts, codes } = column;
  return Array.from(codes.subarray(starts[row], starts[row + 1]), code => column.valueAt(code));
}
