/**
 * All cables in every order that a list can have, each worked out once and kept: a result is put in order by going
 * through one of these and taking what was found.
 */
import { ArchiveError } from '../../errors.ts';
import { NO_DATE, type CodedColumn, type Columns } from '../../model/columns.ts';
import type { Sort } from '../../model/search.ts';
import type { Pace } from '../pace.ts';
import { referenceIdParts } from '../../text/reference-id.ts';
import { TextOrder } from './text-order.ts';

/** more minutes than lie between 1970 and any date of a cable (255 years) */
const FURTHEST = 2 ** 27;
/** more than there are cables */
const CABLES = 2 ** 23;

export class Orders {
  private readonly columns: Columns;
  private readonly shown: Uint32Array;
  private readonly kept = new Map<string, Uint32Array>();

  constructor(columns: Columns, shown: Uint32Array) {
    this.columns = columns;
    this.shown = shown;
  }

  /** The cables in this order; what is equal stands newest first. Undated cables, and those without a value, come last. */
  of(sort: Exclude<Sort, 'relevance'>): Uint32Array {
    const kept = this.kept.get(sort);
    if (kept !== undefined) return kept;
    const order = this.make(sort);
    this.kept.set(sort, order);
    return order;
  }

  /** Makes an order that takes long, giving way meanwhile; the others are made when asked for. Throws `cancelled`. */
  async prepare(sort: Sort, pace: Pace): Promise<void> {
    if (this.kept.has(sort)) return;
    if (sort === '-id' || sort === '-subject') {
      const rising = sort === '-id' ? 'id' : 'subject';
      await this.prepare(rising, pace);
      this.kept.set(sort, this.turned(this.of(rising), sort === '-subject'));
      return;
    }
    if (sort !== 'id' && sort !== 'subject') return;
    const { columns, shown } = this;
    const textOf =
      sort === 'id'
        ? (cable: number) => idKey(columns.cableId(cable))
        : (cable: number) => columns.subject(shown[cable] ?? 0).toLowerCase();
    const newest = this.of('-date');
    const texts = new TextOrder(newest.length);
    for (const [index, cable] of newest.entries()) {
      texts.add(textOf(cable));
      if ((index & 255) === 0 && pace.due) await pace.breathe();
    }
    const order = await texts.sorted(pace);
    this.kept.set(
      sort,
      order.map(at => newest[at] ?? 0),
    );
  }

  /** An order of texts the other way round. Cables without a subject stay last; among equal ones the oldest is first here. */
  private turned(order: Uint32Array, bySubject: boolean): Uint32Array {
    const hasNone = (cable: number): boolean => this.columns.subject(this.shown[cable] ?? 0) === '';
    let known = order.length;
    if (bySubject) while (known > 0 && hasNone(order[known - 1] ?? 0)) known--;
    const turned = order.slice();
    turned.subarray(0, known).reverse();
    return turned;
  }

  private make(sort: Exclude<Sort, 'relevance'>): Uint32Array {
    const { columns } = this;
    switch (sort) {
      case '-date':
        return this.byDate(-1);
      case 'date':
        return this.byDate(1);
      case 'origin':
        return this.byCode(columns.origin, 1);
      case '-origin':
        return this.byCode(columns.origin, -1);
      case 'classification':
        return this.byCode(columns.classification, 1);
      case '-classification':
        return this.byCode(columns.classification, -1);
      case 'id':
      case '-id':
      case 'subject':
      case '-subject':
        throw new ArchiveError('internal', 'This order was not prepared.');
    }
    return sort satisfies never;
  }

  private byDate(direction: 1 | -1): Uint32Array {
    const { columns, shown } = this;
    const count = columns.cables;
    // a date and the cable's number in one number below 2^53: typed arrays sort such without calls
    const keys = new Float64Array(count);
    for (let cable = 0; cable < count; cable++) {
      const created = columns.created[shown[cable] ?? 0] ?? NO_DATE;
      const date =
        created === NO_DATE ? 2 * FURTHEST : Math.max(-FURTHEST, Math.min(created * direction, FURTHEST));
      keys[cable] = (date + FURTHEST) * CABLES + cable;
    }
    keys.sort();
    const order = new Uint32Array(count);
    for (let at = 0; at < count; at++) order[at] = (keys[at] ?? 0) % CABLES;
    return order;
  }

  private byCode(column: CodedColumn, direction: 1 | -1): Uint32Array {
    const newest = this.of('-date');
    const order = sortedBy(column.values, (a, b) => {
      if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
      return direction * (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
    });
    const rank = new Uint32Array(order.length);
    for (const [at, code] of order.entries()) rank[code] = at;
    const ranks = newest.map(cable => rank[column.codes[this.shown[cable] ?? 0] ?? 0] ?? 0);
    return byRank(newest, ranks, order.length);
  }
}

/** Puts cables into order by a small number for each, keeping the order of those that have the same. */
export function byRank(cables: Uint32Array, ranks: Uint16Array | Uint32Array, limit: number): Uint32Array {
  const starts = new Uint32Array(limit + 1);
  for (let index = 0; index < cables.length; index++) {
    const next = (ranks[index] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let rank = 0; rank < limit; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const order = new Uint32Array(cables.length);
  for (let index = 0; index < cables.length; index++) {
    const rank = ranks[index] ?? 0;
    const at = starts[rank] ?? 0;
    order[at] = cables[index] ?? 0;
    starts[rank] = at + 1;
  }
  return order;
}

function sortedBy(values: readonly string[], compare: (a: string, b: string) => number): number[] {
  const order = Array.from(values, (_, index) => index);
  return order.sort((a, b) => compare(values[a] ?? '', values[b] ?? '') || a - b);
}

/** 05HANOI841 before 05HANOI1000 before 06ACCRA1. */
function idKey(id: string): string {
  const parts = referenceIdParts(id);
  if (parts === null) return `~${id}`;
  return `${parts.year} ${parts.post} ${String(parts.serial).padStart(8, '0')}`;
}
