/** The executive order under which a cable is classified, and when it was to be declassified. */
import { readDay } from './dates.ts';
import { oneLine } from './view.ts';
import type { Field } from './preamble.ts';

const LONGEST = 160;

export interface Declassification {
  executiveOrder: string | null;
  /** `YYYY-MM-DD`, where the line names a day */
  declassifyOn: string | null;
  /** what the line says behind its labels: `N/A`, `04/11/2015`, `OADR`, `GDS 12/31/84 (HUME, CAMERON R.) OR-P` */
  declassifyText: string | null;
}

/** Reads the line `E.O. 12958: DECL: 04/11/2015`, or a `DECL:` that stands without one. */
export function readDeclassification(
  view: string,
  order: Field | undefined,
  declassify: Field | undefined,
  cableYear: number | null,
): Declassification {
  const field = order ?? declassify;
  if (field === undefined) return { executiveOrder: null, declassifyOn: null, declassifyText: null };
  const number = order === undefined ? null : /1\d{4}/.exec(view.slice(order.labelStart, order.start))?.[0];
  let text = lineOf(view, field);
  if (order !== undefined && declassify !== undefined && !/\S/.test(text)) text = lineOf(view, declassify);
  text = oneLine(text)
    .replace(/^[\s,]*(?:AS AMENDED)?[\s:;,.-]*(?:DECL(?:AS(?:S(?:IFY)?)?)?(?: ON)?\b[\s:;.-]*)+/i, '')
    .replace(/^[\s:;,-]+/, '');
  return {
    executiveOrder: number ?? null,
    declassifyOn: readDay(text, cableYear),
    declassifyText: text === '' ? null : text,
  };
}

/** The rest of the label's line; the next line too where that line holds nothing. */
function lineOf(view: string, field: Field): string {
  const value = view.slice(field.start, Math.min(field.end, field.start + LONGEST));
  const end = value.search(/\S[^\n]*\n/) === -1 ? value.length : value.indexOf('\n', value.search(/\S/));
  return value.slice(0, end);
}
