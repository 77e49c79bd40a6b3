/** The summary: from its label or heading to `END SUMMARY`, or to the end of its paragraph. */
import type { Paragraph } from '../record.ts';
import { withoutPageHeads } from './debris.ts';
import { MARK_PATTERN } from './portion-mark.ts';
import { oneLine } from './view.ts';

const SEARCHED = 4000;
const LONGEST = 12_000;
const LABEL =
  /(?:\b(?:BEGIN )?(?:EXECUTIVE |(?:INTRODUCTION|BACKGROUND|COMMENT|OVERVIEW|ACTION REQUEST) ?(?:AND|&|\/) ?)?SUMMARY(?: ?(?:AND|&|\/|,|WITH) ?(?:ACTION REQUEST|COMMENTS?|INTRODUCTION|ANALYSIS|RECOMMENDATIONS?|CONCLUSIONS?|[A-Z]{4,16}(?: [A-Z]{4,16})?))?)(?=\s*(?:[:.;)]|-{1,}|={2,}|\n|\(|[A-Z]))(?: ?\((?:SBU|[A-Z]{1,2})(?:\/[A-Z]{1,6})?\)(?= ?[:.-]))?\s*[:.;)]*[\s=-]*/i;
const END =
  /\bEND(?: OF)?(?: (?:EXECUTIVE|COMMENT AND|NOTE AND|INTRODUCTION AND|ACTION REQUEST AND))? SUMMARY\b|\bSUMMARY ENDS?\b|\bENDSUMMARY\b/i;
const MARKER = new RegExp(`\\n *(?:\\d{1,3} ?[.)]\\s*)?${MARK_PATTERN}`, 'gi');
const NUMBER = new RegExp(`^(?:${MARK_PATTERN} {0,2})?\\d{1,3} {0,2}[.)]?\\s{0,4}(?:${MARK_PATTERN})?`, 'i');
const LAST_MARK = new RegExp(`\\s*${MARK_PATTERN}[\\s([-]{0,20}$`);
const RULE = /[-=_]{4,}/g;

/** The summary on one line, without the paragraph numbers inside it; null where the cable has none. */
export function readSummary(
  view: string,
  from: number,
  to: number,
  paragraphs: readonly Paragraph[],
): string | null {
  const head = view.slice(from, Math.min(to, from + SEARCHED));
  const label = /ummary|UMMARY/.test(head) ? LABEL.exec(head) : null;
  if (label === null) return null;
  const labelStart = from + label.index;
  const start = labelStart + label[0].length;
  if (!isLabelPlace(view, from, labelStart, label[0], paragraphs)) return null;
  const end = END.exec(view.slice(start, Math.min(to, start + LONGEST)));
  const stop = end === null ? endWithoutWords(start, labelStart, to, paragraphs) : start + end.index;
  const written = withoutNumbers(view, start, stop, paragraphs);
  const text = tidy(end === null ? written : withoutLastMark(written));
  return text === '' ? null : text;
}

/** `(C) END SUMMARY`: the mark belongs to the words that end it. */
function withoutLastMark(text: string): string {
  const end = text.slice(-80);
  return text.slice(0, text.length - end.length) + end.replace(LAST_MARK, '');
}

/** What stands between two places, without the numbers and marks of the paragraphs and what fell in between pages. */
function withoutNumbers(view: string, start: number, stop: number, paragraphs: readonly Paragraph[]): string {
  let text = '';
  let from = start;
  for (const paragraph of paragraphs) {
    if (paragraph.number === null || paragraph.start < start || paragraph.start >= stop) continue;
    text += `${view.slice(from, paragraph.start)}\n`;
    from =
      paragraph.start + (NUMBER.exec(view.slice(paragraph.start, paragraph.start + 80))?.[0].length ?? 0);
  }
  return withoutPageHeads(text + view.slice(from, stop));
}

/** `SUMMARY` counts where it heads something: a line, a paragraph, or a sentence of capitals with a colon. */
function isLabelPlace(
  view: string,
  from: number,
  at: number,
  label: string,
  paragraphs: readonly Paragraph[],
): boolean {
  if (/^[A-Z]/.test(label) && /[:.;)=-]|\n/.test(label)) {
    const before = view.slice(Math.max(from, at - 40), at);
    if (/(?:^|[\n.)\]:-]\s*\(?|\d{1,3}\s*[.)]?\s*)(?:EXECUTIVE |BEGIN )?$/i.test(before)) return true;
  }
  return paragraphs.some(
    paragraph => paragraph.number === null && paragraph.heading !== null && paragraph.start === at,
  );
}

/** Without `END SUMMARY`: the rest of the paragraph it stands in, or of all paragraphs under its heading. */
function endWithoutWords(
  start: number,
  labelStart: number,
  to: number,
  paragraphs: readonly Paragraph[],
): number {
  const inside = paragraphs.find(paragraph => paragraph.start <= labelStart && labelStart < paragraph.end);
  if (inside !== undefined && (inside.number !== null || inside.heading === null)) return inside.end;
  const next = paragraphs.find(paragraph => paragraph.start >= start && isHeading(paragraph));
  return Math.min(next?.start ?? to, to, start + LONGEST);
}

function isHeading(paragraph: Paragraph): boolean {
  return paragraph.number === null && paragraph.mark === null && paragraph.heading !== null;
}

function tidy(text: string): string {
  return oneLine(text.replace(RULE, ' ').replace(MARKER, '\n'))
    .replace(/^(?:\d{1,3} ?[.)] ?)?(?:\([A-Z]{1,4}(?:\/[A-Z]+)*\) ?)?(?:(?:BEGIN )?SUMMARY ?[:.-]+ ?)?/i, '')
    .replace(/[\s([-]{1,20}$/, '')
    .trim();
}
