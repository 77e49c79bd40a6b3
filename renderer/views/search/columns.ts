/** How results stand in the list: heights of rows, and the columns of the table. Pure. */
import { ColumnNames } from '../../state/settings.ts';
import type { ColumnName, Settings } from '../../state/settings.ts';
import type { Sort } from '../../../preload/contract/index.ts';

/** Widths of each column in rem: the least that is worth having, and the most it takes; the subject takes what is left. */
const room: Record<ColumnName, { least: number; most: string; wide: string }> = {
  date: { least: 5.25, most: '6rem', wide: '7rem' },
  id: { least: 7.25, most: '8.25rem', wide: '9.5rem' },
  origin: { least: 8, most: '9.5rem', wide: '14rem' },
  classification: { least: 5.5, most: '9rem', wide: '17rem' },
  subject: { least: 13, most: '1fr', wide: '1fr' },
  tags: { least: 5, most: '12rem', wide: '20rem' },
};

/** From so much room on (rem), rows of lines stand in two halves, and no column of the table need be cut short. */
const wideFrom = { rows: 84, table: 110 } as const;

/** Whether a row with so much room (rem) has enough of it for everything. */
export const isWide = (layout: Settings['layout'], width: number): boolean => width >= wideFrom[layout];

/** Between two columns, as results.css has it. */
const gap = 0.875;

/** Where there is no room for all, these give way, the first of them first. */
const givingWay: readonly ColumnName[] = ['tags', 'classification', 'id', 'origin'];

/** The columns to show in so much room (rem), in their order; the subject is always there, for a row must say what it is. */
export function shownColumns(chosen: readonly ColumnName[], width = Infinity): ColumnName[] {
  let columns = ColumnNames.filter(one => one === 'subject' || chosen.includes(one));
  const needed = (): number => columns.reduce((sum, one) => sum + room[one].least + gap, -gap);
  for (const column of givingWay) {
    if (needed() <= width) break;
    columns = columns.filter(one => one !== column);
  }
  return columns;
}

/** The columns' widths as a grid takes them. */
export const templateOf = (columns: readonly ColumnName[], wide: boolean): string =>
  columns
    .map(column => `minmax(${room[column].least}rem, ${room[column][wide ? 'wide' : 'most']})`)
    .join(' ');

/** Heights of rows in rem: search.css draws what fits into them. */
const heights = {
  rows: { comfortable: { plain: 3.75, passage: 6.5 }, compact: { plain: 2.75, passage: 4.25 } },
  wide: { comfortable: { plain: 2.75, passage: 4 }, compact: { plain: 2, passage: 3.25 } },
  table: { comfortable: { plain: 2.25, passage: 2.25 }, compact: { plain: 1.75, passage: 1.75 } },
} as const;

/**
 * The height of a row in rem; `passages` where the query has words, so that passages of the text are shown, and `wide`
 * where they stand beside the subject instead of under it.
 */
export function rowHeight(
  { layout, density }: Pick<Settings, 'layout' | 'density'>,
  passages: boolean,
  wide = false,
): number {
  return heights[layout === 'rows' && wide ? 'wide' : layout][density][passages ? 'passage' : 'plain'];
}

/** The orders that a column's head goes through: upwards and downwards. None for TAGS, of which a cable has many. */
const orders: Record<ColumnName, readonly Sort[]> = {
  date: ['date', '-date'],
  id: ['id', '-id'],
  origin: ['origin', '-origin'],
  classification: ['classification', '-classification'],
  subject: ['subject', '-subject'],
  tags: [],
};

/** What a press on a column's head asks for; null where it cannot be sorted by. */
export function nextSort(column: ColumnName, now: Sort): Sort | null {
  const [up, down] = orders[column];
  if (up === undefined) return null;
  return now === up && down !== undefined ? down : up;
}

/** Whether the list is sorted by a column, and which way. */
export function sortedBy(column: ColumnName, now: Sort): 'up' | 'down' | null {
  const at = orders[column].indexOf(now);
  return at === -1 ? null : at === 0 ? 'up' : 'down';
}
