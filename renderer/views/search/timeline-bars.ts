/** The bars of the timeline: a result over years, or over months where the stretch of time is short. Pure. */
import type { DateSpan } from '../../state/dates.ts';
import type { Facet } from '../../../preload/contract/index.ts';

export interface Bar {
  /** `2005`, or `2005-03` */
  key: string;
  count: number;
  /** 0 to 1, as a share of the fullest; the chart sees to it that thin times are seen beside fat ones */
  height: number;
}

export interface Bars {
  unit: 'year' | 'month';
  bars: Bar[];
}

/** Up to so many years there is a bar for each month. */
const fewYears = 4;
/** Dates are as published, and may be absurd: years further than this from the middle of the result have no bar. */
const furthest = 100;

const yearOf = (month: string): number => Number(month.slice(0, 4));

/** The first and last year that have bars. */
function extent(months: Facet): [number, number] | null {
  const dated = months.filter(one => /^\d{4}-\d\d$/.test(one.value));
  const total = dated.reduce((sum, one) => sum + one.count, 0);
  let before = 0;
  const middle = dated.find(one => (before += one.count) * 2 >= total);
  if (middle === undefined) return null;
  const years = dated
    .map(one => yearOf(one.value))
    .filter(year => Math.abs(year - yearOf(middle.value)) <= furthest);
  return [Math.min(...years), Math.max(...years)];
}

/** The years that a stretch of time touches, where it is short enough to be seen by months; else null, for all years. */
export function zoomOf(span: DateSpan | null): [number, number] | null {
  if (span === null || span.from === '' || span.to === '') return null;
  const years: [number, number] = [yearOf(span.from), yearOf(span.to)];
  return years[1] >= years[0] && years[1] - years[0] < fewYears ? years : null;
}

/** One bar for each year or month from the first to the last, empty ones too; `zoom` names the years to show. */
export function barsOf(months: Facet, zoom: [number, number] | null): Bars {
  const ends = zoom ?? extent(months);
  if (ends === null) return { unit: 'year', bars: [] };
  const [first, last] = ends;
  const unit = last - first < fewYears ? 'month' : 'year';
  const counts = new Map<string, number>();
  for (let year = first; year <= last; year += 1) {
    if (unit === 'year') counts.set(String(year), 0);
    else for (let month = 1; month <= 12; month += 1) counts.set(monthKey(year, month), 0);
  }
  for (const { value, count } of months) {
    const key = unit === 'year' ? value.slice(0, 4) : value;
    const before = counts.get(key);
    if (before !== undefined) counts.set(key, before + count);
  }
  const most = Math.max(1, ...counts.values());
  const bars = [...counts].map(([key, count]) => ({ key, count, height: count / most }));
  return { unit, bars };
}

const monthKey = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;

/** The first and last bar that a stretch of time touches; all of them where it is null, none where it lies elsewhere. */
export function barsWithin({ bars }: Bars, span: DateSpan | null): [number, number] | null {
  if (bars.length === 0) return null;
  if (span === null) return [0, bars.length - 1];
  const touched = bars.flatMap(({ key }, at) => {
    const before = span.from !== '' && key < span.from.slice(0, key.length);
    const after = span.to !== '' && key.slice(0, span.to.length) > span.to;
    return before || after ? [] : [at];
  });
  const [first] = touched;
  const last = touched.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}

/** The stretch of time from one bar to another, whichever comes first. */
export function spanBetween({ bars }: Bars, one: number, other: number): DateSpan | null {
  const from = bars[Math.min(one, other)];
  const to = bars[Math.max(one, other)];
  return from === undefined || to === undefined ? null : { from: from.key, to: to.key };
}

/** Which bars have their name written under them, so that names of this width (in pixels) have room. */
export function namedBars({ unit, bars }: Bars, width: number, room: number): number[] {
  const steps = unit === 'year' ? [1, 2, 5, 10, 20, 50] : [1, 3, 6, 12];
  const each = width / Math.max(1, bars.length);
  const step = steps.find(one => one * each >= room) ?? steps.at(-1) ?? 1;
  return bars.flatMap(({ key }, at) => {
    const number = unit === 'year' ? Number(key) : Number(key.slice(5)) - 1;
    return number % step === 0 ? [at] : [];
  });
}

/** Where a name stands that would else go past an end of the chart; `middle` under the middle of its bar. */
export function standOf(at: number, bars: number, width: number, room: number): 'start' | 'middle' | 'end' {
  const middle = ((at + 0.5) / bars) * width;
  if (middle * 2 < room) return 'start';
  return (width - middle) * 2 < room ? 'end' : 'middle';
}
