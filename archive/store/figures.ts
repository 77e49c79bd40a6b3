/** What can be counted in an archive, from the catalogue's columns alone. */
import type { Stats } from '../archive.ts';
import type { ArchiveInfo } from '../model/archive.ts';
import { Flag, NO_DATE } from '../model/columns.ts';
import type { Columns } from '../model/columns.ts';
import type { CableSummary } from '../model/search.ts';
import type { CatalogueView } from './columns-view.ts';
import { isoMinute } from './frame-columns.ts';
import type { Store } from './store.ts';

/** Rows that stand for a cable in lists and totals: shown, and not withdrawn. */
export function* shownRows({ flags, rows }: Columns): Generator<number> {
  for (let row = 0; row < rows; row += 1) {
    const flag = flags[row] ?? 0;
    if ((flag & Flag.shown) !== 0 && (flag & Flag.withdrawn) === 0) yield row;
  }
}

function either(flags: number, yes: number, no: number): boolean | null {
  return (flags & yes) !== 0 ? true : (flags & no) !== 0 ? false : null;
}

function valuesOf({ starts, codes, values }: Columns['tags'], row: number): string[] {
  return Array.from(codes.subarray(starts[row], starts[row + 1]), code => values[code] ?? '');
}

/** What a list shows of the cable that this row stands for. */
export function summaryOfRow(columns: Columns, row: number): CableSummary {
  const flags = columns.flags[row] ?? 0;
  const cable = columns.cable[row] ?? 0;
  const word = ({ codes, values }: Columns['origin']) => values[codes[row] ?? 0] || null;
  return {
    id: columns.cableId(cable),
    key: columns.key(row),
    created: isoMinute(columns.created[row] ?? NO_DATE),
    origin: word(columns.origin),
    classification: word(columns.classification),
    subject: columns.subject(row) || null,
    tags: valuesOf(columns.tags, row),
    captions: valuesOf(columns.captions, row),
    partial: either(flags, Flag.partialYes, Flag.partialNo),
    redacted: either(flags, Flag.redactedYes, Flag.redactedNo),
    versions: columns.rowsOf(cable).length,
  };
}

const textBytesOf = new WeakMap<CatalogueView, number>();

/** Bytes of text in the packs; counted once for each commit. */
function textBytes(store: Store): number {
  const known = textBytesOf.get(store.view);
  if (known !== undefined) return known;
  const { headerBytes, bodyBytes } = store.catalogue.frames.numbers;
  let sum = 0;
  for (let frame = 0; frame < store.committedFrames; frame += 1) {
    sum += headerBytes.at(frame) + bodyBytes.at(frame);
  }
  textBytesOf.set(store.view, sum);
  return sum;
}

/** Cables all of whose versions are withdrawn. */
function withdrawnCables({ flags, rows }: Columns): number {
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const both = Flag.shown | Flag.withdrawn;
    if (((flags[row] ?? 0) & both) === both) count += 1;
  }
  return count;
}

/** Counts over cables, each once. */
export function statsOf(store: Store): Stats {
  const { columns } = store;
  const origins = new Map<string, number>();
  const classifications = new Map<string, number>();
  const years = new Map<string, number>();
  const count = (map: Map<string, number>, value: string) => map.set(value, (map.get(value) ?? 0) + 1);
  let cables = 0;
  let undated = 0;
  let partial = 0;
  let redacted = 0;
  for (const row of shownRows(columns)) {
    cables += 1;
    const flags = columns.flags[row] ?? 0;
    const created = columns.created[row] ?? NO_DATE;
    if ((flags & Flag.partialYes) !== 0) partial += 1;
    if ((flags & Flag.redactedYes) !== 0) redacted += 1;
    if (created === NO_DATE) undated += 1;
    count(origins, columns.origin.values[columns.origin.codes[row] ?? 0] ?? '');
    count(classifications, columns.classification.values[columns.classification.codes[row] ?? 0] ?? '');
    count(years, isoMinute(created)?.slice(0, 4) ?? '');
  }
  const sorted = (map: Map<string, number>) =>
    Object.fromEntries([...map].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)));
  return {
    cables,
    records: columns.rows,
    sightings: store.committedFrames,
    withdrawn: withdrawnCables(columns),
    packs: Object.keys(store.commit.packs).length,
    textBytes: textBytes(store),
    undated,
    partial,
    redacted,
    origins: sorted(origins),
    classifications: sorted(classifications),
    years: sorted(years),
  };
}

/** What an archive tells of itself. */
export function infoOf(store: Store, lastVerified: string | null): ArchiveInfo {
  const { columns, commit } = store;
  let cables = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = NO_DATE;
  for (const row of shownRows(columns)) {
    cables += 1;
    const created = columns.created[row] ?? NO_DATE;
    if (created === NO_DATE) continue;
    first = Math.min(first, created);
    last = Math.max(last, created);
  }
  return {
    id: commit.id,
    name: commit.name,
    readOnly: !store.options.writable,
    generation: commit.generation,
    cables,
    records: columns.rows,
    sightings: store.committedFrames,
    withdrawn: withdrawnCables(columns),
    textBytes: textBytes(store),
    firstCreated: first === Number.POSITIVE_INFINITY ? null : isoMinute(first),
    lastCreated: isoMinute(last),
    lastVerified,
    notices: [...store.notices],
  };
}
