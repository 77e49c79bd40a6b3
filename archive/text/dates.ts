/** Dates as cables and their publishers write them, read as UTC. */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH_NAMES =
  '(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)';

/** Columns hold minutes as 32-bit integers; they reach to January 6053. Years of three digits are slips. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 6052;

/** A moment in minutes since 1970-01-01T00:00Z, or null where the numbers make no date or one out of reach. */
function minutesOf(year: number, month: number, day: number, hour: number, minute: number): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  // 24:00 is the midnight that ends a day.
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const YEAR_FIRST =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?\(?(?:Z|UTC|GMT|\+00:?00)?\)?$/i;
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)? ?(AM|PM)?/i;
const DAY_NAMED = new RegExp(`^(\\d{1,2})[ -]${MONTH_NAMES}[ ,-]+(\\d{4})(?: +(\\d{1,2}):(\\d{2}))?`, 'i');
const NAMED_DAY = new RegExp(
  `^${MONTH_NAMES}\\.? +(\\d{1,2})(?:ST|ND|RD|TH)?,? +(\\d{4})(?: +(\\d{1,2}):(\\d{2}))?`,
  'i',
);

const WEEKDAY = /^(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]{0,6}[.,]? +/i;

/** A published moment: its ISO form (the day alone where the source gives no time) and its minutes since 1970. */
export interface Moment {
  iso: string;
  minutes: number;
}

/**
 * Reads a date as publishers write it: `2005-04-11 05:42:00`, ISO 8601, `4/11/2005 5:42` (month first, as in
 * `cables.csv`), `April 11, 2005`, a date-time group. Null where it is none of these.
 */
export function readPublishedDate(published: string): Moment | null {
  const text = published.trim().slice(0, 60).replace(WEEKDAY, '');
  let found = YEAR_FIRST.exec(text);
  if (found !== null) return moment(found[1], found[2], found[3], found[4], found[5], found[6]);
  found = MONTH_FIRST.exec(text);
  if (found !== null) {
    const [, first = '', second = '', year, hour, minute, seconds, half] = found;
    const swapped = Number(first) > 12 && Number(second) <= 12;
    return moment(
      year,
      swapped ? second : first,
      swapped ? first : second,
      halfDay(hour, half),
      minute,
      seconds,
    );
  }
  found = DAY_NAMED.exec(text);
  if (found !== null) return moment(found[3], monthNumber(found[2]), found[1], found[4], found[5], undefined);
  found = NAMED_DAY.exec(text);
  if (found !== null) return moment(found[3], monthNumber(found[1]), found[2], found[4], found[5], undefined);
  return readDateTimeGroup(text, null);
}

function halfDay(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour;
  return String((Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0));
}

function moment(year = '', month = '', day = '', hour?: string, minute = '0', seconds = '00'): Moment | null {
  const minutes = minutesOf(Number(year), Number(month), Number(day), Number(hour ?? 0), Number(minute));
  if (minutes === null || Number(seconds) > 59) return null;
  const iso = new Date(minutes * 60_000).toISOString();
  return { iso: hour === undefined ? iso.slice(0, 10) : `${iso.slice(0, 17)}${seconds}Z`, minutes };
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toUpperCase()) + 1);
}

const GROUP = new RegExp(`\\b(\\d{2})(\\d{2})(\\d{2}) ?Z ?${MONTH_NAMES},? ?(\\d{4}|\\d{2})?(?!\\d)`, 'i');

/**
 * Reads the first date-time group of a text (`281848Z DEC 66`). Two digits above 10 mean 19xx, as in reference ids;
 * a group without its year takes `year`.
 */
export function readDateTimeGroup(text: string, year: number | null): Moment | null {
  const found = GROUP.exec(text);
  if (found === null) return null;
  const [, day, hour, minute, month, written] = found;
  const full =
    written === undefined ? year : written.length === 4 ? Number(written) : century(Number(written));
  return full === null ? null : moment(String(full), monthNumber(month), day, hour, minute);
}

function century(twoDigits: number): number {
  return twoDigits > 10 ? 1900 + twoDigits : 2000 + twoDigits;
}

const PLAIN_DAY = /(?:^|[^\d/.-])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})(?![\d/])/;
const ISO_DAY = /(?:^|\D)((?:19|20)\d{2})(?:[/.-](\d{1,2})[/.-](\d{1,2})|(\d{2})(\d{2}))(?!\d)/;
const NAMED = new RegExp(`(\\d{1,2})(?:ST|ND|RD|TH)?[ -]*${MONTH_NAMES}[ .,-]*(\\d{4}|\\d{2})(?!\\d)`, 'i');
const NAMED_FIRST = new RegExp(
  `${MONTH_NAMES}\\.? *(\\d{1,2})(?:ST|ND|RD|TH)?[ ,]+(\\d{4}|\\d{2})(?!\\d)`,
  'i',
);

/**
 * The day of a declassification line (`04/11/2015`, `12/31/84`, `2015/04/11`, `11 APR 15`) as `YYYY-MM-DD`, or null.
 * Two digits mean the first such year that is not before the cable's (a cable is declassified after it was written).
 */
export function readDay(text: string, cableYear: number | null): string | null {
  let found = ISO_DAY.exec(text);
  if (found !== null)
    return day(Number(found[1]), Number(found[2] ?? found[4]), Number(found[3] ?? found[5]));
  found = PLAIN_DAY.exec(text);
  if (found !== null) {
    const [, first = '', second = '', year = ''] = found;
    const swapped = Number(first) > 12;
    return day(
      laterYear(year, cableYear),
      Number(swapped ? second : first),
      Number(swapped ? first : second),
    );
  }
  found = NAMED.exec(text);
  if (found !== null)
    return day(laterYear(found[3] ?? '', cableYear), Number(monthNumber(found[2])), Number(found[1]));
  found = NAMED_FIRST.exec(text);
  if (found !== null)
    return day(laterYear(found[3] ?? '', cableYear), Number(monthNumber(found[1])), Number(found[2]));
  return null;
}

function laterYear(digits: string, cableYear: number | null): number {
  if (digits.length === 4) return Number(digits);
  const two = Number(digits);
  if (cableYear === null) return two >= 66 ? 1900 + two : 2000 + two;
  const same = Math.floor(cableYear / 100) * 100 + two;
  return same >= cableYear ? same : same + 100;
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  const minutes = minutesOf(year, month, dayOfMonth, 0, 0);
  return minutes === null ? null : new Date(minutes * 60_000).toISOString().slice(0, 10);
}
