/** What telegraph machines and publishers left inside the text: marked, never deleted. */
import type { Span } from '../record.ts';

const LEVEL =
  '(?:U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|(?:T ?O ?P {1,3})?S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F ?I ?C ?I ?A ?L {1,3}U ?S ?E)';

/** A kind of debris: a word it can't do without, found fast, and its pattern. */
interface Kind {
  sign: string;
  pattern: RegExp;
}

/** What telegraph machines print at the head of a page or section. */
const PAGE_HEADS: readonly Kind[] = [
  // HANOI 00000841 002 OF 003, also 002.2 OF 003; the post is looked for behind the number
  { sign: 'OF ', pattern: /(?<!\d)\d{5,8} {1,3}\d{3}(?:\.\d)? OF \d{3}/g },
  // UNCLAS SECTION 02 OF 03 HANOI 000841
  {
    sign: 'SECTION ',
    pattern: new RegExp(
      `(?<![A-Za-z])${LEVEL}(?: {0,3}//? ?[A-Z]{2,12})?\\s{1,4}(?:[A-Z]{4,9}\\s{1,3}){0,3}SECTION \\d{2} OF \\d{2}(?: [A-Z][A-Z .-]{1,30}? \\d{3,8})?`,
      'g',
    ),
  },
  // PAGE 03 ROME 01196 182333Z
  {
    sign: 'PAGE ',
    pattern:
      /PAGE \d{2,3} {1,12}(?:OF \d{2} {1,12})?[A-Z][A-Z .-]{1,24}? \d{3,7}(?: {1,12}(?:\d{2} OF \d{2} {1,12})?\d{6}Z)?(?: [A-Z]{3} \d{2})?/g,
  },
];

const KINDS: readonly Kind[] = [
  { sign: '\u00b6', pattern: /\u00b6/g },
  { sign: '&', pattern: /&(?:#x?[0-9a-fA-F]{1,6}|nbsp|amp|lt|gt|quot|apos);/g },
  { sign: 'NNNN', pattern: /(?<![A-Z])NNNN[A-Z0-9]{0,12}/g },
  { sign: 'CABLE ENDS', pattern: /(?:={4,40} ?)?CABLE ENDS(?: ?={4,40})?/g },
  ...PAGE_HEADS,
];

/** The debris in the body behind its classification line, which ends at `from`; in order, none inside another. */
export function findDebris(body: string, from: number): Span[] {
  return find(KINDS, body, from);
}

/** A piece of the view without the heads of pages and sections that fell into it. */
export function withoutPageHeads(piece: string): string {
  let text = piece;
  for (const { start, end } of find(PAGE_HEADS, piece, 0).reverse()) {
    text = `${text.slice(0, start)}${text.slice(end).replace(/^ *\n?/, '')}`;
  }
  return text;
}

/** Where the head of a page or section that stands at this place ends; 0 where none stands there. */
export function pageHeadAt(view: string, at: number): number {
  const span = find(PAGE_HEADS, view.slice(at, at + 160), 0)[0];
  return span?.start === 0 ? at + span.end : 0;
}

function find(kinds: readonly Kind[], body: string, from: number): Span[] {
  const spans = kinds.flatMap(({ sign, pattern }) =>
    body.includes(sign, from) ? matches(body, pattern, from) : [],
  );
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return spans.filter(span => {
    const apart = span.start >= end;
    if (apart) end = span.end;
    return apart;
  });
}

function matches(body: string, pattern: RegExp, from: number): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = from;
  for (let found = pattern.exec(body); found !== null; found = pattern.exec(body)) {
    const start = /^\d/.test(found[0]) ? postBefore(body, found.index) : found.index;
    if (start !== null) spans.push({ start, end: found.index + found[0].length });
  }
  return spans;
}

/** Where the post's name before a number begins; null where no name stands there. */
function postBefore(body: string, at: number): number | null {
  const found = /(?:^|\s)([A-Z][A-Z.-]{0,20}(?: [A-Z][A-Z.-]{0,20}){0,3}) +$/.exec(
    body.slice(Math.max(0, at - 60), at),
  );
  return found === null ? null : at - found[0].length + found[0].search(/\S/);
}
