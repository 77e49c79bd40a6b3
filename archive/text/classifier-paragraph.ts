/** Who classified a cable, where the text itself says so: `1. (U) Classified by DCM Jane Roe. Reason 1.4(b).` */
import type { Field } from './preamble.ts';

const SEARCHED = 2500;
const LONGEST = 400;
const SENTENCE =
  /(?:^|[\n.)\]]) {0,4}\(?(?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS|WAS) )?CLASSIFIED BY ?:? (?=\S)/i;
// A blank line, or the number of the next paragraph.
const NEXT = /\n *\n|\s\d{1,2} {0,2}[.)]\s{1,3}\(?[A-Z]/;

/** The sentence that names the classifier in the first paragraphs of the text, which begins at `from`; else null. */
export function classifierInText(view: string, from: number): Field | null {
  const text = view.slice(from, from + SEARCHED);
  if (!text.includes('lassified ') && !text.includes('LASSIFIED ')) return null;
  const found = SENTENCE.exec(text);
  if (found === null) return null;
  const start = found.index + found[0].length;
  const value = text.slice(start, start + LONGEST);
  const next = NEXT.exec(value)?.index ?? value.length;
  return {
    label: 'classifiedBy',
    labelStart: from + found.index,
    start: from + start,
    end: from + start + next,
  };
}
