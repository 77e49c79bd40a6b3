/** A small archive in memory for tests of the search: columns, texts and segments over made-up rows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearch, SegmentBuilder, type Search, type SegmentInfo } from '../../archive/search/index.ts';
import type { NotesReader } from '../../archive/search/index.ts';
import {
  Flag,
  NO_DATE,
  valuesFrom,
  type Columns,
  type ListColumn,
  type PackedTexts,
  type RowText,
  type TextReader,
} from '../../archive/model/columns.ts';

/** A row, as a test says it; what it leaves out is empty. */
export interface TestRow {
  id: string;
  body: string;
  header?: string;
  subject?: string;
  /** ISO 8601, minutes */
  created?: string;
  origin?: string;
  classification?: string;
  tags?: string[];
  captions?: string[];
  signers?: string[];
  classifiers?: string[];
  references?: string[];
  partial?: boolean;
  redacted?: boolean;
  withdrawn?: boolean;
  /** of its cable's rows the one that is shown; without any, the first */
  shown?: boolean;
}

export interface TestArchive {
  folder: string;
  rows: readonly TestRow[];
  columns: Columns;
  texts: TextReader;
  segments: SegmentInfo[];
  search: Search;
  /** ids of the cables that a query finds, sorted */
  find(query: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface TestArchiveOptions {
  /** rows to a segment */
  segmentRows?: number;
  notes?: NotesReader;
}

/** Builds and opens one in a temporary folder of its own. */
export async function searchArchive(
  rows: readonly TestRow[],
  { segmentRows = 1000, notes }: TestArchiveOptions = {},
): Promise<TestArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'valise-search-'));
  const segments: SegmentInfo[] = [];
  const builder = new SegmentBuilder();
  for (const [row, { subject = '', header = '', body }] of rows.entries()) {
    builder.add(row, { subject, header, body });
    if (builder.size === segmentRows || row === rows.length - 1) {
      segments.push(await builder.finish(folder, `s${segments.length}`));
    }
  }
  const columns = columnsOf(rows);
  const texts = textsOf(rows);
  const search = await openSearch(folder, segments, { columns, texts, ...(notes ? { notes } : {}) });
  return {
    folder,
    rows,
    columns,
    texts,
    segments,
    search,
    async find(query) {
      const { results } = await search.search({ query, limit: 1000, snippets: false });
      return results.map(({ id }) => id).sort();
    },
    async close() {
      await search.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function textsOf(rows: readonly TestRow[]): TextReader {
  return {
    texts: async numbers =>
      numbers.map((row): RowText => {
        const { subject = '', header = '', body } = rows[row]!;
        return { subject, header, body };
      }),
  };
}

/** Texts as the catalogue keeps them. */
export function packedTexts(texts: readonly string[]): PackedTexts {
  const bytes = texts.map(text => Buffer.from(text));
  const starts = new Uint32Array(texts.length + 1);
  for (const [index, { length }] of bytes.entries()) starts[index + 1] = starts[index]! + length;
  return { bytes: Buffer.concat(bytes), starts };
}

function referencesOf(list: ListColumn): Columns['references'] {
  return { ...list, texts: packedTexts(list.values) };
}

/** The columns of made-up rows. */
export function columnsOf(rows: readonly TestRow[]): Columns {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const numberOf = new Map(ids.map((id, cable) => [id, cable]));
  const rowsOf = ids.map((): number[] => []);
  for (const [row, { id, shown }] of rows.entries()) {
    const own = rowsOf[numberOf.get(id)!]!;
    if (shown) own.unshift(row);
    else own.push(row);
  }
  const first = new Set(rowsOf.map(([row]) => row));
  const coded = (valueOf: (row: TestRow) => string | undefined) => {
    const values = ['', ...new Set(rows.map(row => valueOf(row) ?? '').filter(value => value !== ''))];
    return {
      ...valuesFrom(values),
      codes: Uint16Array.from(rows, row => values.indexOf(valueOf(row) ?? '')),
    };
  };
  const listed = (valuesOf: (row: TestRow) => string[] | undefined) => {
    const values = ['', ...new Set(rows.flatMap(row => valuesOf(row) ?? []))];
    const codeOf = new Map(values.map((value, code) => [value, code]));
    const starts = [0];
    const codes: number[] = [];
    for (const row of rows) {
      codes.push(...(valuesOf(row) ?? []).map(value => codeOf.get(value)!));
      starts.push(codes.length);
    }
    return { ...valuesFrom(values), starts: Uint32Array.from(starts), codes: Uint32Array.from(codes) };
  };
  const minutes = (date?: string) => (date === undefined ? NO_DATE : Date.parse(date) / 60_000);
  return {
    rows: rows.length,
    cables: ids.length,
    cable: Uint32Array.from(rows, ({ id }) => numberOf.get(id)!),
    flags: Uint8Array.from(
      rows,
      ({ partial, redacted, withdrawn }, row) =>
        (partial === undefined ? 0 : partial ? Flag.partialYes : Flag.partialNo) |
        (redacted === undefined ? 0 : redacted ? Flag.redactedYes : Flag.redactedNo) |
        (withdrawn ? Flag.withdrawn : 0) |
        (first.has(row) ? Flag.shown : 0),
    ),
    created: Int32Array.from(rows, ({ created }) => minutes(created)),
    released: new Int32Array(rows.length).fill(NO_DATE),
    origin: coded(row => row.origin),
    classification: coded(row => row.classification),
    tags: listed(row => row.tags),
    captions: listed(row => row.captions),
    signers: listed(row => row.signers),
    classifiers: listed(row => row.classifiers),
    references: referencesOf(listed(row => row.references)),
    ids: packedTexts(ids),
    cableId: cable => ids[cable]!,
    findCable: id => numberOf.get(id.toUpperCase()) ?? null,
    rowsOf: cable => rowsOf[cable]!,
    subject: row => rows[row]!.subject ?? '',
    key: row => row.toString(16).padStart(64, '0'),
  };
}
