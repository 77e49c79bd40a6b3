/**
 * The catalogue in memory: one row a record (a version of a cable), as columns. The store fills them, the search
 * reads them for filters, facets, dates and lists. Row numbers are stable within an open archive and grow only;
 * a withdrawn row keeps its place.
 */

/** Values by their codes. Code 0 is always '' and means "has none". */
export interface Values {
  /** how many there are */
  readonly size: number;
  /** one of them; where there are many, asking for one spares making all of `values` */
  valueAt(code: number): string;
  readonly values: readonly string[];
}

/** A column of small codes into a list of values. */
export interface CodedColumn extends Values {
  readonly codes: Uint16Array | Uint32Array;
}

/** A column with several codes a row: those of row r are `codes[starts[r]]` up to `codes[starts[r + 1]]`. */
export interface ListColumn extends Values {
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
}

/** The values of a list that is at hand. */
export function valuesFrom(values: readonly string[]): Values {
  return { size: values.length, values, valueAt: code => values[code] ?? '' };
}

/** Texts one after the other in UTF-8: number n is the bytes from `starts[n]` up to `starts[n + 1]`. */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Bits of `Columns.flags`. A pair of bits tells yes, no, and (neither) unknown. */
export const Flag = {
  partialYes: 1,
  partialNo: 2,
  redactedYes: 4,
  redactedNo: 8,
  /** taken back: found by `is:withdrawn` only */
  withdrawn: 16,
  /** of its cable's versions, the one that is shown */
  shown: 32,
  /** the reader warned of something */
  warned: 64,
} as const;

/** `created` and `released` of a cable that has none. */
export const NO_DATE = -0x80000000;

export interface Columns {
  readonly rows: number;
  /** canonical ids; a cable is a number into this list */
  readonly cables: number;
  /** row -> cable */
  readonly cable: Uint32Array;
  readonly flags: Uint8Array;
  /** minutes since 1970-01-01T00:00Z, or NO_DATE */
  readonly created: Int32Array;
  readonly released: Int32Array;
  readonly origin: CodedColumn;
  readonly classification: CodedColumn;
  readonly tags: ListColumn;
  readonly captions: ListColumn;
  readonly signers: ListColumn;
  readonly classifiers: ListColumn;
  /** canonical ids of the cables that the row refers to; there are many, and `texts` are the same as `values` */
  readonly references: ListColumn & { readonly texts: PackedTexts };
  /** the canonical ids of all cables, by their numbers */
  readonly ids: PackedTexts;
  /** the canonical id of a cable */
  cableId(cable: number): string;
  /** the cable with this canonical id or alias, in any case; null where the archive lacks it */
  findCable(id: string): number | null;
  /** the rows of a cable, the shown one first */
  rowsOf(cable: number): readonly number[];
  subject(row: number): string;
  /** the record's SHA-256, hex */
  key(row: number): string;
}

/** The text of a row, as the packs keep it. */
export interface RowText {
  readonly subject: string;
  readonly header: string;
  readonly body: string;
}

export interface TextReader {
  /** Reads the text of rows from the packs, in the given order. */
  texts(rows: readonly number[]): Promise<RowText[]>;
}
