/** The references of a `REF:` line, whatever their shape, and what points to no cable: e-mails, phone calls, OSC items. */
import type { Reference } from '../record.ts';
import { pageHeadAt } from './debris.ts';
import { otherReferences } from './other-references.ts';
import { EntryReader } from './reference-entries.ts';
import type { Found } from './reference-entries.ts';
import { tokenize } from './reference-tokens.ts';
import { oneLine } from './view.ts';
import type { Part } from './view.ts';

const LONGEST = 8000;

/**
 * Reads the references in the value of a `REF` field. `year` is the cable's own, as two digits, for those without one;
 * where that is unknown too, the reference has no id.
 */
export function readReferences(view: string, field: Part, year: string | null): Reference[] {
  const end = Math.min(field.end, field.start + LONGEST);
  const tokens = tokenize(view, field.start, endOfList(view, field.start, end));
  const found: Found[] = [];
  const others: Reference[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && !(token.kind === 'label' && i > from)) continue;
    const entry = tokens.slice(from, i);
    const label = entry[0]?.kind === 'label' ? entry[0].text : null;
    const cables = new EntryReader(entry, label, found.at(-1) ?? null, found.length, year).read();
    found.push(...cables);
    others.push(...otherReferences(view, entry, cables, label));
    from = i;
  }
  const cables = found.map((one, i): Reference => {
    const known = one.year ?? yearOfChain(found, i) ?? year;
    const span = { start: one.start, end: one.end };
    return {
      ...span,
      id: known === null ? null : `${known}${one.post}${one.serial}`,
      label: one.label,
      text: oneLine(view.slice(one.start, one.end)),
      kind: 'cable',
      corrected: one.corrected,
    };
  });
  return [...cables, ...others].sort((a, b) => a.start - b.start);
}

/** How an entry begins: with a label of its own, or with a year, a post and a number. */
const ENTRY =
  /^(?:AND )?(?:[([]?[A-Za-z](?:[)\].:] |[)\]]|\.(?=[A-Z]{2}|\d{2})| - )|[([]?\d{1,2}[)\]]|(?:\d{1,2}\. )?(?:(?:19|20)?\d{2}[ /-]?)?[A-Z][A-Z '-]{2,24}[ /-]\d{1,7}\b)/;

/** A blank line ends the list unless it is a page's end, or the line behind it goes on with an entry. */
function endOfList(view: string, start: number, end: number): number {
  const blank = /\n *\n\s*/g;
  blank.lastIndex = start;
  for (let found = blank.exec(view); found !== null && found.index < end; found = blank.exec(view)) {
    if (!/\S/.test(view.slice(start, found.index))) continue;
    const head = pageHeadAt(view, blank.lastIndex);
    if (head > 0) {
      blank.lastIndex = head;
      continue;
    }
    const next = view.slice(blank.lastIndex, Math.min(end, blank.lastIndex + 40));
    if (!ENTRY.test(next)) return found.index;
  }
  return end;
}

/** Numbers of one chain (`LA PAZ 2974 AND 2975 (2003)`) share the year that one of them has. */
function yearOfChain(found: readonly Found[], index: number): string | null {
  const { chain } = found[index] ?? { chain: -1 };
  return found.find(other => other.chain === chain && other.year !== null)?.year ?? null;
}
