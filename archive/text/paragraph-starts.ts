/**
 * Where numbered paragraphs begin. A number with its full stop may also end a sentence or count a list, so candidates are
 * gathered first and then chosen by their place, their portion mark and the order of the numbers.
 */
import { markAt, markBefore } from './portion-mark.ts';
import { isBlank, startsLine } from './view.ts';

// A number with its stop, or one whose stop was lost before a mark. What must not stand before it is looked at later:
// a pattern that begins with a digit is found five times faster than one that begins with a look behind.
const NUMBER = /\d{1,4}(?: {0,2}[.)](?=[ \n(A-Z"'])| {0,2}[:,]? {0,3}(?=\([A-Z]{1,4}(?:\/[A-Z]{1,9})?\)))/g;
const NOT_BEFORE = /[A-Za-z0-9.,$/(-]/;
const ABBREVIATION =
  /(?:\b(?:No|Nos|Art|Arts|Sec|Secs|Para|Paras|Approx|Ch|Vol|Fig|Gen|Col|Lt|Mr|Dr|NO|ART|PARA|SEC))\.$/;

export interface ParagraphStart {
  at: number;
  number: number;
  mark: string | null;
  /** behind number and mark */
  textStart: number;
}

interface Candidate extends ParagraphStart {
  style: string;
  lineStart: boolean;
  blankLineBefore: boolean;
  /** a sentence, a rule or nothing stands before it */
  sentenceBefore: boolean;
  capitalBehind: boolean;
}

/** Chooses the paragraph starts between two places of the view. */
export function findParagraphStarts(view: string, from: number, to: number): ParagraphStart[] {
  const candidates = withoutYears(gather(view, from, to));
  const chosen: ParagraphStart[] = [];
  const marked = candidates.filter(candidate => candidate.mark !== null);
  const allMarked = marked.length >= 2 || (marked.length === 1 && candidates[0]?.mark !== null);
  const lastOf = new Map<number, number>();
  const lastMarkedOf = new Map<number, number>();
  candidates.forEach((candidate, i) => {
    lastOf.set(candidate.number, i);
    if (candidate.mark !== null) lastMarkedOf.set(candidate.number, i);
  });
  const style = candidates[0]?.style ?? '.';
  let last = 0;
  let list = 0;
  candidates.forEach((candidate, i) => {
    const { number } = candidate;
    const listed = list > 0 && number === list + 1;
    if (candidate.mark === null && (listed || (number === 1 && last > 0))) {
      const again = (allMarked ? lastMarkedOf : lastOf).get(number) ?? -1;
      const restart = number === 1 && candidate.blankLineBefore && !allMarked && candidate.style === '.';
      if (!restart && (number !== last + 1 || again > i)) {
        list = number;
        return;
      }
    }
    const accepted =
      candidate.mark === null
        ? candidate.style === style &&
          acceptsBare(candidate, last, allMarked && (lastMarkedOf.get(number) ?? -1) > i, allMarked)
        : acceptsMarked(candidate, last, lastMarkedOf.has(number + 1));
    if (!accepted) return;
    last = number;
    list = 0;
    chosen.push(candidate);
  });
  return chosen.length > 0 ? chosen : inParentheses(view, from, to);
}

const IN_PARENTHESES = /\((\d{1,3})\) {1,3}(?=["'(]?[A-Z])/g;
/** The text begins with its first number, perhaps with a heading above it. */
const MOST_ABOVE = 100;

/** `(1) Text`: believed where no other number begins a paragraph, as these otherwise count the points of a list. */
function inParentheses(view: string, from: number, to: number): ParagraphStart[] {
  const starts: ParagraphStart[] = [];
  const part = view.slice(0, to);
  IN_PARENTHESES.lastIndex = from;
  for (let found = IN_PARENTHESES.exec(part); found !== null; found = IN_PARENTHESES.exec(part)) {
    const at = found.index;
    const number = Number(found[1]);
    if (number !== starts.length + 1) continue;
    if (starts.length === 0 && at - from > MOST_ABOVE) return [];
    if (!startsLine(view, at)) continue;
    const mark = markAt(view, IN_PARENTHESES.lastIndex);
    starts.push({ at, number, mark: mark?.mark ?? null, textStart: mark?.end ?? IN_PARENTHESES.lastIndex });
  }
  return starts.length > 1 ? starts : [];
}

/** A number of four digits may be a year, which ends a sentence too: it counts only beside the next or the last number. */
function withoutYears(candidates: readonly Candidate[]): readonly Candidate[] {
  const numbers = new Set(candidates.map(({ number }) => number));
  return candidates.filter(
    ({ number }) => number < 1000 || numbers.has(number - 1) || numbers.has(number + 1),
  );
}

function acceptsMarked(candidate: Candidate, last: number, continued: boolean): boolean {
  const { number, lineStart, sentenceBefore } = candidate;
  const near = number > last && number <= last + 4;
  // A mark at a line's start is proof enough for any number that can't be a year.
  if (lineStart) return number > 0 && (number < 1000 || near || continued);
  return number === last + 1 || ((near || number === 1) && sentenceBefore);
}

function acceptsBare(candidate: Candidate, last: number, markedLater: boolean, allMarked: boolean): boolean {
  const { number, lineStart, blankLineBefore, sentenceBefore, capitalBehind } = candidate;
  if (markedLater) return false;
  if (!lineStart) return number === last + 1 && sentenceBefore && capitalBehind;
  if (number === last + 1) return blankLineBefore || sentenceBefore;
  if (!blankLineBefore || !capitalBehind || allMarked) return false;
  return number === 1 || (number > last && number <= last + 5);
}

function gather(view: string, from: number, to: number): Candidate[] {
  const candidates: Candidate[] = [];
  NUMBER.lastIndex = from;
  for (let found = NUMBER.exec(view); found !== null && found.index < to; found = NUMBER.exec(view)) {
    const at = found.index;
    const digits = Number.parseInt(found[0], 10);
    const stop = /[.)]/.exec(found[0])?.[0] ?? null;
    if (NOT_BEFORE.test(view.charAt(at - 1)) || (stop === null && !startsLine(view, at))) continue;
    let behind = NUMBER.lastIndex;
    let breaks = 0;
    while (behind < to && isBlank(view.charCodeAt(behind)) && breaks < 3) {
      if (view.charCodeAt(behind) === 0x0a) breaks++;
      behind++;
    }
    const mark = markAt(view, behind);
    // Without a stop only a known mark tells a paragraph: 4(A) is an article.
    if (stop === null && mark === null) continue;
    const marked = candidates.at(-1);
    // A mark that belongs to the paragraph before is none of this one: `1. (C - ENTIRE TEXT) 2. TEXT`.
    const own = marked === undefined || marked.mark === null ? from : Math.max(from, marked.textStart);
    const ahead = mark === null ? markBefore(view, own, at) : null;
    const start = ahead?.start ?? at;
    const before = lookBefore(view, from, start);
    candidates.push({
      at: start,
      number: digits,
      style: stop ?? '.',
      mark: mark?.mark ?? ahead?.mark ?? null,
      textStart: mark?.end ?? behind,
      capitalBehind: /["'“(]?[A-Z0-9]/y.test(view.slice(behind, behind + 2)),
      lineStart: before.lineStart,
      blankLineBefore: before.blankLineBefore,
      sentenceBefore: before.sentenceBefore,
    });
  }
  return candidates;
}

function lookBefore(
  view: string,
  from: number,
  at: number,
): Pick<Candidate, 'lineStart' | 'blankLineBefore' | 'sentenceBefore'> {
  let back = at - 1;
  let breaks = 0;
  while (back >= from && isBlank(view.charCodeAt(back))) {
    if (view.charCodeAt(back) === 0x0a) breaks++;
    back--;
  }
  const first = back < from;
  const lineStart = first || breaks > 0;
  const last = view.charAt(back);
  const sentence =
    first ||
    (/[.!?:;"'”’)\]*=_-]/.test(last) && !ABBREVIATION.test(view.slice(Math.max(from, back - 8), back + 1)));
  // Flowed text: a heading in capitals may stand between the sentence and the number.
  const capitals = /[A-Z]{2}[A-Z?]$/.test(view.slice(Math.max(from, back - 2), back + 1));
  return { lineStart, blankLineBefore: first || breaks > 1, sentenceBefore: sentence || capitals };
}
