/** The lines of a receipt, by their number: at hand where they are few, fetched in pages as they come into view where not. */
import { call } from '../api.ts';
import type { Outcome, Receipt, ReceiptLine } from '../../preload/contract/index.ts';

const PAGE = 200;

export type OutcomeFilter = Outcome | 'all';

export interface ShownLines {
  readonly count: number;
  /** undefined while its page is on the way */
  at: (index: number) => ReceiptLine | undefined;
  /** these, from the first to the last, are in view */
  want: (first: number, last: number) => void;
  /** calls back when a page came; the answer ends it */
  follow: (onPage: () => void) => () => void;
  /** how many pages came */
  pages: () => number;
}

/** Lines that are all here. */
export function linesAtHand(lines: readonly ReceiptLine[], filter: OutcomeFilter): ShownLines {
  const shown = filter === 'all' ? lines : lines.filter(line => line.outcome === filter);
  return {
    count: shown.length,
    at: index => shown[index],
    want: () => undefined,
    follow: () => () => undefined,
    pages: () => 0,
  };
}

/** Lines of a long receipt. A page that could not be had is asked for again when it comes into view again. */
export function linesInPages(id: string, filter: OutcomeFilter, count: number): ShownLines {
  const here = new Map<number, readonly ReceiptLine[]>();
  const asked = new Set<number>();
  const followers = new Set<() => void>();
  const load = async (page: number): Promise<void> => {
    asked.add(page);
    const outcome = filter === 'all' ? {} : { outcome: filter };
    const result = await call('receipts.lines', { id, offset: page * PAGE, limit: PAGE, ...outcome });
    asked.delete(page);
    if (!result.ok) return;
    here.set(page, result.value.lines);
    for (const onPage of followers) onPage();
  };
  return {
    count,
    at: index => here.get(Math.floor(index / PAGE))?.[index % PAGE],
    want(first, last) {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
        if (!here.has(page) && !asked.has(page)) void load(page);
    },
    follow(onPage) {
      followers.add(onPage);
      return () => followers.delete(onPage);
    },
    pages: () => here.size,
  };
}

// What was not taken is what people come here for.
export const outcomes: readonly Outcome[] = [
  'rejected',
  'repaired',
  'new-version',
  'seen-before',
  'accepted',
];

export type LineCounts = ReadonlyMap<OutcomeFilter, number>;

/** How many lines the receipt has, in all and of each kind; null where a long one could not be asked. */
export async function countLines({ id, lines, more }: Receipt): Promise<LineCounts | null> {
  const counts = new Map<OutcomeFilter, number>([['all', more?.lines ?? lines.length]]);
  for (const outcome of outcomes) {
    if (more === undefined) {
      counts.set(outcome, lines.filter(line => line.outcome === outcome).length);
      continue;
    }
    const result = await call('receipts.lines', { id, offset: 0, limit: 1, outcome });
    if (!result.ok) return null;
    counts.set(outcome, result.value.total);
  }
  return counts;
}
