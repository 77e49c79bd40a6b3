/**
 * All cables in every order that a list can have, each worked out once. Kept is the place of each cable in it: what was
 * found is put in order by its places.
 */
import { ArchiveError } from '../../errors.ts';
import { NO_DATE, type CodedColumn, type Columns } from '../../model/columns.ts';
import type { Sort } from '../../model/search.ts';
import type { Pace } from '../pace.ts';
import { byRank } from './arrange.ts';
import { byId } from './id-order.ts';
import { TextOrder } from './text-order.ts';

/** more minutes than lie between 1970 and any date of a cable (255 years) */
const FURTHEST = 2 ** 27;
/** more than there are cables */
const CABLES = 2 ** 23;

export class Orders {
  private readonly columns: Columns;
  private readonly shown: Uint32Array;
  /** order -> cable -> its place */
  private readonly kept = new Map<string, Uint32Array>();

  constructor(columns: Columns, shown: Uint32Array) {
    this.columns = columns;
    this.shown = shown;
  }

  /** The place of each cable in this order. What is equal stands newest first; what has no date or no value comes last. */
  places(sort: Exclude<Sort, 'relevance'>): Uint32Array {
    return this.kept.get(sort) ?? this.keep(sort, this.make(sort));
  }

  /** The cables in this order. */
  of(sort: Exclude<Sort, 'relevance'>): Uint32Array {
    return inverse(this.places(sort));
  }

  private keep(sort: Sort, order: Uint32Array): Uint32Array {
    const places = inverse(order);
    this.kept.set(sort, places);
    return places;
  }

  /** Makes an order that takes long, giving way meanwhile; the others are made when asked for. Throws `cancelled`. */
  async prepare(sort: Sort, pace: Pace): Promise<void> {
    if (this.kept.has(sort)) return;
    if (sort === '-id' || sort === '-subject') {
      const rising = sort === '-id' ? 'id' : 'subject';
      await this.prepare(rising, pace);
      this.keep(sort, this.turned(this.of(rising), sort === '-subject'));
      return;
    }
    const { columns, shown } = this;
    if (sort === 'id') this.keep(sort, await byId(this.of('-date'), columns.ids, pace));
    if (sort !== 'subject') return;
    const newest = this.of('-date');
    const texts = new TextOrder(newest.length);
    for (const [index, cable] of newest.entries()) {
      texts.add(columns.subject(shown[cable] ?? 0).toLowerCase());
      if ((index & 255) === 0 && pace.due) await pace.breathe();
    }
    const order = await texts.sorted(pace);
    this.keep(
      sort,
      order.map(at => newest[at] ?? 0),
    );
  }

  /** Turns an order of texts round. Cables without a subject stay last; among equal ones the oldest is first here. */
  private turned(order: Uint32Array, bySubject: boolean): Uint32Array {
    const hasNone = (cable: number): boolean => this.columns.subject(this.shown[cable] ?? 0) === '';
    let known = order.length;
    if (bySubject) while (known > 0 && hasNone(order[known - 1] ?? 0)) known--;
    order.subarray(0, known).reverse();
    return order;
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

/** From cables in order to their places, and back. */
function inverse(numbers: Uint32Array): Uint32Array {
  const places = new Uint32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) places[numbers[at] ?? 0] = at;
  return places;
}

function sortedBy(values: readonly string[], compare: (a: string, b: string) => number): number[] {
  const order = Array.from(values, (_, index) => index);
  return order.sort((a, b) => compare(values[a] ?? '', values[b] ?? '') || a - b);
}
