/**
 * What one commit looks like to a search: its segments, its columns, and what is derived from both, made when first
 * asked for. A search keeps its snapshot to its end; segments that a later commit dropped are closed when the last
 * search that reads them is done.
 */
import { Flag, type Columns } from '../../model/columns.ts';
import type { Segment } from '../segment/segment.ts';
import type { SearchSource } from '../source.ts';
import { Orders } from './orders.ts';

const MOST_SPARE = 4;

export class Snapshot {
  readonly segments: readonly Segment[];
  readonly source: SearchSource;
  readonly columns: Columns;
  /** cable -> the row that represents it */
  readonly shown: Uint32Array;
  /** whether every row is a cable with its number, and none is withdrawn, as in most archives */
  readonly rowsAreCables: boolean;
  readonly orders: Orders;
  /** room for as many numbers as there are cables, for whoever fills it and is done with it in one go */
  readonly room: Uint32Array;
  private readonly released: (snapshot: Snapshot) => void;
  private readonly spare: Float32Array<ArrayBuffer>[] = [];
  private users = 1;

  constructor(segments: readonly Segment[], source: SearchSource, released: (snapshot: Snapshot) => void) {
    this.segments = segments;
    this.source = source;
    this.columns = source.columns;
    this.released = released;
    this.shown = shownRows(source.columns);
    const { cables, rows, cable, flags } = this.columns;
    this.rowsAreCables =
      cables === rows &&
      cable.every((number, row) => number === row && ((flags[row] ?? 0) & Flag.withdrawn) === 0);
    this.orders = new Orders(source.columns, this.shown);
    this.room = new Uint32Array(cables);
  }

  /** Room for the scores of all rows, all 0; given back with `recycle`, since making it anew costs more than the search. */
  scores(): Float32Array<ArrayBuffer> {
    return this.spare.pop()?.fill(0) ?? new Float32Array(this.columns.rows);
  }

  recycle(scores: Float32Array<ArrayBuffer>): void {
    if (this.spare.length < MOST_SPARE) this.spare.push(scores);
  }

  /** Keeps the snapshot's files open until `release` is called as often. */
  retain(): this {
    this.users++;
    return this;
  }

  release(): void {
    this.users--;
    if (this.users === 0) this.released(this);
  }
}

function shownRows(columns: Columns): Uint32Array {
  const { rows, cables, cable, flags } = columns;
  const none = 0xffff_ffff;
  const shown = new Uint32Array(cables).fill(none);
  for (let row = 0; row < rows; row++) {
    if (((flags[row] ?? 0) & Flag.shown) !== 0) shown[cable[row] ?? 0] = row;
  }
  return shown.map((row, number) => (row === none ? (columns.rowsOf(number)[0] ?? 0) : row));
}
