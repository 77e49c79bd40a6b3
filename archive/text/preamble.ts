/**
 * What stands between the classification line and the first paragraph: the labelled lines (E.O., TAGS, SUBJECT, REF,
 * Classified By) in any order, on lines of their own or, where the line breaks have been lost, one behind the other.
 */
import { blankLineBehind, startsLine, trimmed } from './view.ts';
import type { Part } from './view.ts';
import { isDashed, opensTitle, refersBehind, wordAt } from './behind-label.ts';
import { classifierInText } from './classifier-paragraph.ts';
import { lastCaptionEnd } from './captions.ts';
import { firstParagraphStart } from './first-paragraph.ts';
import { isTag } from './glossary.ts';
import { MARK_PATTERN } from './portion-mark.ts';
import { readSubject } from './subject.ts';

export type Label =
  'order' | 'declassify' | 'tags' | 'subject' | 'references' | 'classifiedBy' | 'reason' | 'derived';

/** A labelled line. `labelStart` is where its label begins, `start` and `end` bound its value. */
export interface Field extends Part {
  label: Label;
  labelStart: number;
}

export interface Preamble {
  /** by label; the first of each kind */
  fields: ReadonlyMap<Label, Field>;
  /** where the text proper begins: the first paragraph, or the heading or rule above it */
  end: number;
}

/** The preamble is believed to be no longer than this; real ones stay under 10,000 characters. */
const LONGEST = 30_000;

// The groups are in the order of LABELS. Colons may be missing, so a match is only a candidate until `isLabel` agrees.
const LABELS: readonly Label[] = [
  'order',
  'tags',
  'subject',
  'references',
  'classifiedBy',
  'reason',
  'declassify',
  'derived',
];
const CANDIDATE = new RegExp(
  '(?:' +
    [
      '(E ?\\.? ?[O0] ?\\.?,? ?:? ?1[0-9]{4}|EXECUTIVE ORDER {1,2}1[0-9]{4})',
      '(TAGS?|T A G S|TAG S|TAGGS|TAGES|TGAS|TAS)',
      '(SUBJECTS?(?:/TITLE)?|S U B J(?: E C T)?|SUBJ?|SUBEJCT|SUBECT|SUJECT|SUBJCT|SUBJET|SUBJEC|SUBJ ECT|SUBJECTT|SUBJEXT|SUBJETC|SBUJECT)',
      "(REF(?:E?RE?N|ERAN|EREN|EN)[CS]ES?|REF ?TEL(?:\\(S\\)|S)?(?! {1,2}AVIV)|REF(?:ERENCE|TEL)? ?\\( ?S ?\\)|REF[/']S|REFS?|R E F(?: S)?)",
      '((?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS|WAS) )?CLA?S{1,3}[IFY]{1,5}[ED]{1,3}[ -]{1,3}BY|CLASS\\.? BY|CLASSIFIER)',
      '(REASONS?)',
      '(DECL(?:AS(?:S|SIFY)?)?(?: ON)?)',
      '(DERIVED FROM)',
    ].join('|') +
    ')(?![A-Za-z0-9])',
  'iy',
);
/** The letters that labels begin with, as bits counted from A. */
const FIRST_LETTERS = Array.from('CDERST').reduce(
  (bits, letter) => bits | (1 << (letter.charCodeAt(0) - 65)),
  0,
);

/** Finds the labelled lines of a telegram behind its classification line, which ends at `from`. */
export function readPreamble(view: string, from: number): Preamble {
  const limit = Math.min(view.length, from + LONGEST);
  let end = firstParagraphStart(view, from, limit) ?? limit;
  let fields = labelsIn(view, from, end);
  if (end === limit) end = endOfLast(view, from, limit, fields);
  if (!fields.some(field => field.label === 'subject') && end < limit) {
    // What looked like a paragraph stood above the subject: look again from there.
    const later = labelsIn(view, end, Math.min(limit, end + 4000)).find(
      field => field.label === 'subject' && startsLine(view, field.labelStart),
    );
    if (later !== undefined) {
      end = firstParagraphStart(view, later.start, limit) ?? limit;
      fields = labelsIn(view, from, end);
    }
  }
  const found = new Map<Label, Field>();
  fields.forEach((field, i) => {
    const until = fields.slice(i + 1).find(next => !isPartOf(next.label, field.label))?.labelStart ?? end;
    if (!found.has(field.label)) {
      const { start, end: valueEnd } = trimmed(view, field.start, Math.max(field.start, until));
      found.set(field.label, { label: field.label, labelStart: field.labelStart, start, end: valueEnd });
    }
  });
  const inText = found.has('classifiedBy') ? null : classifierInText(view, end);
  if (inText !== null) found.set('classifiedBy', inText);
  return { fields: found, end };
}

/** Without a first paragraph to be seen: behind the last labelled line, at a marked paragraph, at a blank line. */
function endOfLast(view: string, from: number, limit: number, fields: readonly Field[]): number {
  const last = fields.at(-1);
  if (last === undefined) return behindCaptions(view, from, limit);
  const own =
    last.label === 'subject' ? readSubject(view, { start: last.start, end: limit })?.end : undefined;
  const behindReferences = last.label === 'references' ? sentenceBehindNumber(view, last.start, limit) : null;
  return Math.min(own ?? limit, behindReferences ?? limit, blankLineBehind(view, last.start, limit) ?? limit);
}

const SENTENCE_BEHIND_NUMBER = /(?<=\d\)?[.;]? )[A-Z][a-z]* [a-z]+ [a-z]+ [a-z]+/;

/** Where line breaks have been lost, the text begins behind a list of references with its first sentence. */
function sentenceBehindNumber(view: string, from: number, limit: number): number | null {
  const found = SENTENCE_BEHIND_NUMBER.exec(view.slice(from, Math.min(limit, from + 2000)));
  return found === null ? null : from + found.index;
}

/** A text without labels, a snippet perhaps: behind the words in capitals under the classification line. */
function behindCaptions(view: string, from: number, limit: number): number {
  const head = view.slice(from, Math.min(limit, from + 400));
  const sentence = /[a-z]{2}|[.!?:](?:\s|$)|\(|\d[.)]/.exec(head);
  const part = sentence === null ? head : head.slice(0, sentence.index);
  const last = lastCaptionEnd(part);
  return last === null ? from : from + last;
}

/** `DECL` is a part of the executive order's line, `Reason` of the line that names the classifier. */
function isPartOf(inner: Label, outer: Label): boolean {
  return (
    (outer === 'order' && inner === 'declassify') ||
    (outer === 'classifiedBy' && (inner === 'reason' || inner === 'declassify' || inner === 'derived'))
  );
}

function labelsIn(view: string, from: number, end: number): Field[] {
  const fields: Field[] = [];
  const seen = new Set<Label>();
  for (let at = from; at < end; at++) {
    if (!beginsLikeLabel(view, at)) continue;
    CANDIDATE.lastIndex = at;
    const found = CANDIDATE.exec(view);
    if (found === null) continue;
    const behind = CANDIDATE.lastIndex;
    const group = found.findIndex((value, i) => i > 0 && value !== undefined);
    const label = LABELS[group - 1];
    if (label === undefined || seen.has(label)) continue;
    const start = valueStart(view, behind, label);
    if (!isLabel(view, at, found[0], start, label, fields.at(-1))) continue;
    seen.add(label);
    fields.push({ label, labelStart: at, start: Math.min(start, end), end });
    at = behind - 1;
  }
  return fields;
}

/** A first look without a pattern, as it is taken at every letter: the start of a word with the right first letter. */
function beginsLikeLabel(view: string, at: number): boolean {
  const letter = (view.charCodeAt(at) | 0x20) - 0x61;
  if (letter < 0 || letter > 25 || (FIRST_LETTERS & (1 << letter)) === 0) return false;
  return !isLetterOrDigit(view.charCodeAt(at - 1));
}

function isLetterOrDigit(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Behind the label's own punctuation: `SUBJECT: `, `SUBJ - `, `TAGS. `. */
function valueStart(view: string, at: number, label: Label): number {
  let place = at + (label === 'references' ? 0 : markBeforeColon(view, at));
  let marks = 0;
  for (; place < view.length && marks < 4; place++) {
    const unit = view.charAt(place);
    if (unit === ':' || unit === ';' || unit === '.' || unit === '-' || unit === '–') marks++;
    else if (unit !== ' ' || (label === 'references' && marks === 0 && place - at > 12)) break;
  }
  return place;
}

/** `..., E.O. 12958, Reason 1.5(b)` on the line of the classifier says under which order it was done. */
function givesReason(view: string, start: number, before: Field | undefined): boolean {
  if (before?.label !== 'classifiedBy' && before?.label !== 'reason') return false;
  return /^[\s,;:(-]{0,4}(?:REASON|RATIONALE|SECTION|SEC\.|1\. ?[4-7])/i.test(view.slice(start, start + 20));
}

const MARK_BEFORE_COLON = new RegExp(` {0,3}${MARK_PATTERN} {0,2}(?=[:.-])`, 'y');

/** The length of a portion mark between a label and its colon: `SUBJECT (C): `. */
function markBeforeColon(view: string, at: number): number {
  if (view.charCodeAt(at) !== 0x28 && view.charCodeAt(at + 1) !== 0x28) return 0;
  MARK_BEFORE_COLON.lastIndex = at;
  return MARK_BEFORE_COLON.exec(view)?.[0].length ?? 0;
}

/** Whether a word that may be a label is one: by its punctuation, its place and its letters. */
function isLabel(
  view: string,
  at: number,
  written: string,
  start: number,
  label: Label,
  before: Field | undefined,
): boolean {
  const punctuated = /[:;]/.test(view.slice(at + written.length, start));
  const lineStart = startsLine(view, at);
  const capitals = written === written.toUpperCase();
  switch (label) {
    case 'order':
      return lineStart || !givesReason(view, start, before);
    case 'tags':
      if (written.length < 4 && !lineStart) return false;
      // A title may speak of TAGS: codes follow where they are meant.
      if (before?.label === 'subject' && !lineStart && !isTag(wordAt(view, start))) return false;
      if (capitals && isTag(wordAt(view, start)) && wordAt(view, start).length === 4) return true;
      return punctuated || (lineStart && capitals) || (capitals && before?.label === 'order');
    case 'subject':
      if (written.length < 4 && !(punctuated && (lineStart || before?.label === 'tags'))) return false;
      if (capitals && isDashed(view, at + written.length) && leadsToSubject(before)) return true;
      return (
        punctuated ||
        (lineStart && capitals) ||
        (capitals && before !== undefined && leadsToSubject(before)) ||
        (capitals && opensTitle(view, at, start))
      );
    case 'references':
      if (before?.label === 'subject' && !lineStart && !punctuated && !refersBehind(view, start))
        return false;
      return punctuated || (lineStart && capitals) || (capitals && refersBehind(view, start));
    case 'classifiedBy':
      return punctuated || lineStart || capitals || /\bclass/i.test(written);
    case 'reason':
      if (before?.label === 'order' || before?.label === 'declassify')
        return /^\s{0,3}[1Il] ?\./.test(view.slice(start, start + 8));
      return before?.label === 'classifiedBy' || (punctuated && lineStart);
    case 'declassify':
      return before?.label === 'order' || (punctuated && (lineStart || capitals));
    case 'derived':
      return punctuated;
    default:
      return false;
  }
}

/** Whether nothing stands before, or a label above which no title is. */
function leadsToSubject(before: Field | undefined): boolean {
  return (
    before === undefined ||
    before.label === 'order' ||
    before.label === 'declassify' ||
    before.label === 'tags'
  );
}
