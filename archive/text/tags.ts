/**
 * The TAGS line: codes with commas or none, wrapped, glued, with persons (`CLINTON, HILLARY`) and organisations between
 * them. What is no known code stays as it is written, as a typo still tells something.
 */
import { isTag } from './glossary.ts';
import { CAPTION_BEHIND } from './captions.ts';
import { pageHeadAt, withoutPageHeads } from './debris.ts';
import { MARK_PATTERN } from './portion-mark.ts';
import { oneLine, trimmed } from './view.ts';
import type { Part } from './view.ts';

const LONGEST = 1500;
const BLANK_LINE = /\n *\n\s*/g;
// A line below that isn't a list of codes belongs to something else: a classifier, a caption, a sentence.
const FOREIGN = /\n *(?=(?:UNCLAS|CONFIDENTIAL|SECRET|[A-Z]?[a-z]+ [a-z]+|\(?[UCS]\)|E\.?O\.?|-{3,}))/;

const MARK = new RegExp(MARK_PATTERN, 'g');

/** The codes of a TAGS line and the line as it stands. */
export function readTags(view: string, field: Part): { tags: string[]; line: string } {
  let line = view.slice(field.start, endOfCodes(view, field));
  for (const stop of [FOREIGN, CAPTION_BEHIND]) {
    const found = stop.exec(line);
    if (found !== null) line = line.slice(0, found.index);
  }
  if (!line.includes('\n') && line.length > 120) line = codesOnly(line);
  return { tags: splitTags(withoutPageHeads(line)), line: line.trim() };
}

/** A blank line ends the list, unless nothing but codes stands in the line below it (or below the head of a page). */
function endOfCodes(view: string, field: Part): number {
  const end = Math.min(field.end, field.start + LONGEST);
  BLANK_LINE.lastIndex = field.start;
  for (
    let found = BLANK_LINE.exec(view);
    found !== null && found.index < end;
    found = BLANK_LINE.exec(view)
  ) {
    const head = pageHeadAt(view, BLANK_LINE.lastIndex);
    const next = trimmed(view, Math.max(head, BLANK_LINE.lastIndex), end).start;
    const line = view.slice(next, Math.min(end, next + 200)).split('\n', 1)[0] ?? '';
    const codes = line.split(/[\s,;]+/).filter(word => word !== '');
    if (codes.length === 0 || !codes.every(isTag)) return found.index;
    BLANK_LINE.lastIndex = next;
  }
  return end;
}

/** Splits a list of TAGS, each code once, in its order. */
export function splitTags(line: string): string[] {
  const tags = new Set<string>();
  const bits = oneLine(line.replace(MARK, ' '))
    .toUpperCase()
    .replace(/[()[\]]/g, ',')
    .replace(/["#]|\bAND\b|:/g, ' ')
    .split(/[,;]/)
    .map(bit => bit.replace(/^[.:/\s-]+|[:/\s-]+$|(?<=[A-Z]{2})[.:/\s-]+$/g, ''))
    .filter(bit => bit !== '');
  for (let i = 0; i < bits.length; i++) {
    const bit = bits[i] ?? '';
    const next = bits[i + 1];
    if (next !== undefined && isSurname(bit) && isGivenName(next)) {
      tags.add(`${bit}, ${next}`);
      i++;
    } else for (const tag of codesOf(bit)) tags.add(tag);
  }
  return [...tags];
}

/** The codes in what stands between two commas. */
function codesOf(bit: string): string[] {
  if (isTag(bit)) return [bit];
  const words = bit.split(/[\s/.]+| - /).filter(word => /[A-Z]/.test(word));
  const known = words.map(word => (isTag(word) ? [word] : unglued(word)));
  // Words of which none is a code are one name: HUMAN RIGHTS.
  if (words.length > 1 && known.every(codes => codes === null) && words.some(word => word.length > 4))
    return [bit];
  return words.flatMap((word, i) => known[i] ?? [word]);
}

/** A glued word as its codes, only where every part exists: MASSMNUC is MASS and MNUC. Four letters before two. */
function unglued(word: string): string[] | null {
  if (word.length < 6 || word.length > 24) return null;
  const seen = new Map<number, string[] | null>();
  const from = (at: number): string[] | null => {
    if (at === word.length) return [];
    const known = seen.get(at);
    if (known !== undefined) return known;
    let answer: string[] | null = null;
    for (const length of [4, 5, 3, 2]) {
      const code = word.slice(at, at + length);
      if (code.length < length || !isTag(code)) continue;
      const rest = from(at + length);
      if (rest !== null) {
        answer = [code, ...rest];
        break;
      }
    }
    seen.set(at, answer);
    return answer;
  };
  const codes = from(0);
  // Two-letter codes alone make up too many words by chance.
  return codes !== null && codes.some(code => code.length === 4) ? codes : null;
}

// Codes with a slip in them sound like no name: KDME, PGVO.
const NO_NAME = /^(?:K[BCDFGJMPQSTVXZ]|P[BDGKMTV]|[^AEIOUY]{3,}$)/;

function isSurname(bit: string): boolean {
  return (
    /^[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+)?$/.test(bit) &&
    bit.length > 2 &&
    !NO_NAME.test(bit) &&
    !hasCode(bit) &&
    unglued(bit) === null
  );
}

function isGivenName(bit: string): boolean {
  return (
    /^[A-Z][A-Z'.-]*(?: [A-Z][A-Z'.-]*){0,3}$/.test(bit) &&
    /[A-Z]{2}/.test(bit) &&
    !NO_NAME.test(bit) &&
    !hasCode(bit)
  );
}

function hasCode(bit: string): boolean {
  return bit.split(' ').some(word => isTag(word));
}

/** In a flowed text without a further label: as long as codes follow. */
function codesOnly(line: string): string {
  const found = /\s(?:[A-Z]?[a-z]+|[A-Z]{5,} [A-Z]{5,} [A-Z]{5,})/.exec(line);
  return found === null ? line : line.slice(0, found.index);
}
