/** Dates in queries: years, months, days and ranges of them, all UTC. */

const MINUTE = 60_000;

/** Minutes since 1970 from `from` up to, not including, `to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The year, month or day that `2005`, `2005-03` or `2005-03-17` stands for, or null. */
export function readPeriod(text: string): Period | null {
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, yearText = '', monthText, dayText] = match;
  const year = Number(yearText);
  const month = Number(monthText ?? 1);
  const day = Number(dayText ?? 1);
  const start = startOf(year, month, day);
  if (start === null) return null;
  if (monthText === undefined) return { from: start, to: utc(year + 1, 0, 1) };
  if (dayText === undefined) return { from: start, to: utc(year, month, 1) };
  return { from: start, to: start + 24 * 60 };
}

/** What `date:` takes: a period, or two with `..` between, both included; either may be left out. Null where it is none. */
export function readDate(text: string): Period | null {
  const dots = text.indexOf('..');
  if (dots < 0) return readPeriod(text);
  const before = text.slice(0, dots);
  const after = text.slice(dots + 2);
  if (before === '' && after === '') return null;
  const first = before === '' ? { from: -Infinity } : readPeriod(before);
  const last = after === '' ? { to: Infinity } : readPeriod(after);
  return first === null || last === null ? null : { from: first.from, to: last.to };
}

function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day); // Date.UTC takes years below 100 for 19xx
  return date.getTime() / MINUTE;
}

function startOf(year: number, month: number, day: number): number | null {
  const minutes = utc(year, month - 1, day);
  const date = new Date(minutes * MINUTE);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? minutes : null;
}
