/** A cable as a row of `cables.csv`: eight columns, all in quotes, a quote or a backslash inside behind a backslash. */
import type { ShownCable } from '../model/archive.ts';

/** How the table writes a date: `4/11/2005 5:42`. */
const TABLE_DATE = /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/;

/**
 * The row with its line end. Columns hold what was published; what the source did not publish stays empty, so that an
 * import of the table gives the same record and nothing that was only derived. `number` is for a cable without one.
 */
export function csvRow(cable: ShownCable, number: number): string {
  const { published } = cable;
  const columns = [
    published.number ?? String(number),
    dateOf(cable),
    cable.id,
    published.origin ?? '',
    published.classification ?? '',
    published.references ?? '',
    cable.header,
    cable.body,
  ];
  return `${columns.map(quoted).join(',')}\n`;
}

/** A date of another form (`2005-04-11 05:42`, as mirror pages have it) is written as the table writes it. */
function dateOf({ published, created }: ShownCable): string {
  const own = published.created;
  if (own === undefined || TABLE_DATE.test(own)) return own ?? '';
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(created ?? '');
  if (parts === null) return own;
  const [year = 0, month = 0, day = 0, hour = 0] = parts.slice(1).map(Number);
  return `${month}/${day}/${year} ${hour}:${parts[5] ?? '00'}`;
}

function quoted(text: string): string {
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}
