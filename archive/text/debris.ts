/** What telegraph machines and publishers left inside the text: marked, never deleted. */
import type { Span } from '../record.ts';

const LEVEL =
  '(?:U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|(?:T ?O ?P {1,3})?S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F ?I ?C ?I ?A ?L {1,3}U ?S ?E)';
const PATTERNS = [
  // HANOI 00000841 002 OF 003
  '[A-Z][A-Z .-]{1,30}? \\d{5,8} {1,3}\\d{3} OF \\d{3}',
  // UNCLAS SECTION 02 OF 03 HANOI 000841
  `${LEVEL}(?: {0,3}//? ?[A-Z]{2,12})?\\s{1,4}(?:[A-Z]{4,9} {1,3}){0,3}SECTION \\d{2} OF \\d{2}(?: [A-Z][A-Z .-]{1,30}? \\d{3,8})?`,
  // PAGE 03 ROME 01196 182333Z
  'PAGE \\d{2,3} {1,4}(?:OF \\d{2} {1,4})?[A-Z][A-Z .-]{1,24}? \\d{3,7}(?: {1,4}(?:\\d{2} OF \\d{2} {1,4})?\\d{6}Z)?(?: [A-Z]{3} \\d{2})?',
  'NNNN[A-Z0-9]{0,12}',
  '&(?:#x?[0-9a-fA-F]{1,6}|nbsp|amp|lt|gt|quot|apos);',
  '\u00b6',
  '={8,} ?CABLE ENDS ?={8,}',
];
const DEBRIS = new RegExp(`(?<![A-Za-z0-9])(?:${PATTERNS.join('|')})`, 'g');

/** The debris in the body behind its classification line, which ends at `from`. */
export function findDebris(body: string, from: number): Span[] {
  const spans: Span[] = [];
  DEBRIS.lastIndex = from;
  for (let found = DEBRIS.exec(body); found !== null; found = DEBRIS.exec(body)) {
    spans.push({ start: found.index, end: DEBRIS.lastIndex });
  }
  return spans;
}
