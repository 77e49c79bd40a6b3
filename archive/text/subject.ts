/** The subject: what stands behind `SUBJECT:`, wherever else its line goes on. */
import { beginsCaptionLine } from './captions.ts';
import { withoutPageHeads } from './debris.ts';
import { withoutMarks } from './portion-mark.ts';
import { oneLine } from './view.ts';
import type { Part } from './view.ts';

const RULE_OR_SUMMARY =
  /(?:(?<=\s)(?:(?:Begin|Executive) )?(?:Summary|Introduction|Overview|Background) )?(?:[-=_*]{4,}|(?:[-=*] ){4,})|(?<=\s)(?:BEGIN )?SUMMARY(?=\s{0,2}(?::|\.|--|-\s|AND COMMENT))|(?<=\s)(?:Begin )?Summary(?: and Comment)?(?= ?:)|\n\s{0,40}(?:SUMMARY|INTRODUCTION)\s*(?=\n)|(?<=\s)(?:THE )?FOLLOWING (?:IS )?(?:A )?(?:REPEAT|TELEGRAM|SENT ACTION|MESSAGE)\b/;
const BLANK_LINE = /\n *\n/;
const LONGEST = 700;
const SECOND_LINE =
  /^[^\na-z]{8,120}[A-Z,] *\n *\n *(?!SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|SUMMARY|UNCLAS|CONFIDENTIAL|SECRET|FOR |FROM |PASS |DEPT |DEPARTMENT FOR |STATE FOR |EMBASSY FOR )[A-Z][^\na-z]{4,100}$/;
/** Where line breaks have been lost, stamps and captions of the lines below stand behind the title. */
const STAMP_BEHIND =
  /(?: {1,3}(?:FOR OFFICIAL USE ONLY|SENSITIVE BUT UNCLASSIFIED|NOT FOR INTERNET DISTRIBUTION|SIPDIS|NOFORN)){1,3} {0,9}$/;
const LABEL_BEHIND = /^\s*(?:REF|CLASSIFIED)/i;

/** Where the subject ends in the value of its field, and how it reads on one line without its portion marks. */
export function readSubject(view: string, field: Part): { text: string; end: number } | null {
  let value = view.slice(field.start, Math.min(field.end, field.start + 3000));
  const second = SECOND_LINE.exec(value)?.[0].length;
  if (second !== undefined && LABEL_BEHIND.test(view.slice(field.end, field.end + 30))) {
    // Double-spaced: the title goes on below a blank line, and a label follows.
    value = value.slice(0, second).replace(BLANK_LINE, gap => `\n${' '.repeat(gap.length - 1)}`);
  }
  for (const stop of [BLANK_LINE, RULE_OR_SUMMARY]) {
    const found = stop.exec(value);
    if (found !== null && found.index > 0) value = value.slice(0, found.index);
  }
  if (!value.includes('\n')) value = withoutRunningText(value).replace(STAMP_BEHIND, '');
  value = aboveCaptions(value);
  const text = withoutMarks(
    oneLine(withoutPageHeads(value))
      .replace(/^(?:SUBJ(?:ECT)? ?: ?)/i, '')
      .replace(/\s-+$/, ''),
  ).slice(0, LONGEST);
  return text === '' ? null : { text, end: field.start + value.length };
}

/** A title ends above a line that holds only captions. */
function aboveCaptions(value: string): string {
  for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) {
    let next = at + 1;
    while (value.charAt(next) === ' ') next++;
    if (beginsCaptionLine(value, next)) return value.slice(0, at);
  }
  return value;
}

/** In a flowed text without numbered paragraphs a subject in capitals ends where sentences begin. */
function withoutRunningText(value: string): string {
  if (value.length < 160) return value;
  const words = /[A-Z][A-Z]/.test(value.slice(0, 40)) && !/[a-z]{3}/.test(value.slice(0, 40));
  if (!words) return value.slice(0, LONGEST);
  const sentence = /\s(?=(?:\([A-Z/]+\)\s)?(?:[A-Z][a-z]+|A|An|I|On)\s[a-z]+\s[a-z]+)/.exec(value);
  return sentence === null ? value.slice(0, LONGEST) : value.slice(0, sentence.index);
}
