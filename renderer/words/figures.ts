/** Dates, counts and sizes as the window writes them: 11 April 2005, 05:42 UTC; 1,284; 36 MB. */
import { language, localeOf } from './say.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()} ${name}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(localeOf(language()), { timeZone: 'UTC', ...options });
    formats.set(key, format);
  }
  return format;
}

const parsed = (iso: string): Date | null => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
};

/** 11 April 2005. What is no date is given back as it is. */
export function longDate(iso: string): string {
  const date = parsed(iso);
  return date === null
    ? iso
    : dateFormat('long', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** 11 Apr 2005, for lists. */
export function shortDate(iso: string): string {
  const date = parsed(iso);
  return date === null
    ? iso
    : dateFormat('short', { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** March 2005, of `2005-03`; a year alone as it is. */
export function monthAndYear(month: string): string {
  const date = month.length < 7 ? null : parsed(`${month}-01T00:00Z`);
  return date === null ? month : dateFormat('month', { month: 'long', year: 'numeric' }).format(date);
}

/** Mar, of `2005-03`. */
export function monthAlone(month: string): string {
  const date = parsed(`${month}-01T00:00Z`);
  return date === null ? month : dateFormat('month alone', { month: 'short' }).format(date);
}

/** 11 April 2005, 05:42 UTC. */
export function dateAndTime(iso: string): string {
  const date = parsed(iso);
  if (date === null) return iso;
  const time = dateFormat('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
  return `${longDate(iso)}, ${time} UTC`;
}

/** 05:42, in UTC as all times of the window. What is no date is given back as it is. */
export function timeOfDay(iso: string): string {
  const date = parsed(iso);
  return date === null
    ? iso
    : dateFormat('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes longer than a hundred uses of it. */
function numberFormat(maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${language()} ${maximumFractionDigits}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf(language()), { maximumFractionDigits });
    numberFormats.set(key, format);
  }
  return format;
}

/** 1,284 in the language's own separators. */
export function count(number: number): string {
  return numberFormat(0).format(number);
}

/** 36 MB; decimal units, as file managers show them. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let step = 0;
  let amount = bytes;
  while (amount >= 1000 && step < units.length - 1) {
    amount /= 1000;
    step += 1;
  }
  const digits = step > 0 && amount < 10 ? 1 : 0;
  return `${numberFormat(digits).format(amount)} ${units[step] ?? ''}`;
}

/** Vietnam, of `VN` (ISO 3166-1 alpha-2); a code that the system doesn't know as it is. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([localeOf(language())], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
