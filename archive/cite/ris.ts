/** A cable as a RIS record, for reference managers: a report whose kind is a telegram, with its number as they read it (SN). */
import type { CslItem } from './item.ts';

/** The record with its end line. RIS (Research Information Systems) has lines `TY  - value`, ended by CR and LF. */
export function risRecord(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const two = (number: number | undefined) => String(number ?? 0).padStart(2, '0');
  const date = year === undefined ? [] : [`${year}/${two(month)}/${two(day)}/`];
  const lines: [string, readonly string[]][] = [
    ['TY', ['RPRT']],
    ['AU', item.author.map(({ literal }) => withoutComma(literal))],
    ['TI', [item.title]],
    ['M3', ['Telegram']],
    ['SN', [item.number]],
    ['PY', year === undefined ? [] : [String(year)]],
    ['DA', date],
    ['PB', item.publisher === undefined ? [] : [item.publisher]],
    ['N1', (item.recipient ?? []).map(({ literal }) => `To: ${literal}`)],
    ['N1', [item.note, item.dimensions, item.source].filter(note => note !== undefined)],
    ['UR', item.URL === undefined ? [] : [item.URL]],
    ['LA', [item.language]],
    ['ID', [item.id]],
  ];
  const text = lines.flatMap(([tag, values]) => values.map(value => `${tag}  - ${oneLine(value)}\r\n`));
  return `${text.join('')}ER  - \r\n`;
}

/** A value has one line: a second one could begin like a tag. */
function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A comma in a name would part a surname from a first name, and a sender has none. */
function withoutComma(name: string): string {
  return name.replaceAll(',', '');
}
