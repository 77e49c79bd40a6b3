/** The references of a `REF:` line, whatever their shape, and what points to no cable: e-mails, phone calls, OSC items. */
import type { Reference } from '../record.ts';
import type { Token } from './reference-tokens.ts';
import { tokenize } from './reference-tokens.ts';
import { namePost } from './reference-posts.ts';
import { oneLine, trimmed } from './view.ts';
import type { Part } from './view.ts';

const LONGEST = 8000;
const MONTH =
  /^(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)$/;
/** Words that stand between a post and its number, or between two numbers of one post. */
const JOINING = new Set(['AND', 'NO', 'NR', 'NUMBER', 'TO', 'OR', 'THROUGH', 'THRU']);

interface Found {
  start: number;
  end: number;
  post: string;
  serial: string;
  /** two digits; null where the line has none */
  year: string | null;
  corrected: boolean;
  label: string | null;
  chain: number;
}

/** Reads the references in the value of a `REF` field. `year` is the cable's own, as two digits, for those without one. */
export function readReferences(view: string, field: Part, year: string): Reference[] {
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
    const cables = readEntry(entry, label, found.at(-1) ?? null, found.length);
    found.push(...cables);
    others.push(...otherReferences(view, entry, cables, label));
    from = i;
  }
  const cables = found.map((one, i): Reference => {
    const written = one.year ?? yearOfChain(found, i);
    const span = { start: one.start, end: one.end };
    return {
      ...span,
      id: `${written ?? year}${one.post}${one.serial}`,
      label: one.label,
      text: oneLine(view.slice(one.start, one.end)),
      kind: 'cable',
      corrected: one.corrected,
    };
  });
  return [...cables, ...others].sort((a, b) => a.start - b.start);
}

/** A blank line ends the list unless the line behind it goes on with an entry. */
function endOfList(view: string, start: number, end: number): number {
  const blank = /\n *\n\s*/g;
  blank.lastIndex = start;
  for (let found = blank.exec(view); found !== null && found.index < end; found = blank.exec(view)) {
    if (!/\S/.test(view.slice(start, found.index))) continue;
    const next = view.slice(blank.lastIndex, Math.min(end, blank.lastIndex + 40));
    if (!/^(?:AND )?(?:\(?[A-Z]\)?[.):] |\(?\d{1,2}\)|(?:\d{2} )?[A-Z][A-Z ]{2,24} \d{2,7}\b)/.test(next))
      return found.index;
  }
  return end;
}

/** Numbers of one chain (`LA PAZ 2974 AND 2975 (2003)`) share the year that one of them has. */
function yearOfChain(found: readonly Found[], index: number): string | null {
  const { chain } = found[index] ?? { chain: -1 };
  return found.find(other => other.chain === chain && other.year !== null)?.year ?? null;
}

function readEntry(
  tokens: readonly Token[],
  label: string | null,
  before: Found | null,
  chainBase: number,
): Found[] {
  const found: Found[] = [];
  let words: Token[] = [];
  let last = before;
  let joined = false;
  let year: Token | null = null;
  let dated = false;
  for (let i = label === null ? 0 : 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const next = tokens[i + 1];
    if (token.kind === 'word') {
      const upper = token.text.toUpperCase();
      if (JOINING.has(upper))
        joined = joined || upper === 'AND' || upper === 'OR' || upper === 'TO' || upper.startsWith('THR');
      else words.push(token);
      if (upper === 'AND') words = [];
    } else if (token.kind === 'break') {
      words = [];
      year = null;
      joined = token.text !== ';';
    } else if (token.kind === 'year') {
      const previous = found.at(-1);
      if (previous !== undefined && words.length === 0) {
        previous.year = token.text;
        previous.end = token.end;
      }
    } else if (token.kind === 'number') {
      const previous = found.at(-1);
      if (FULL_YEAR.test(token.text) && (dated || words.at(-1)?.text.toUpperCase() === 'OF')) {
        // STATE 12 OF APRIL 3, 2008
        if (previous !== undefined) previous.year ??= token.text.slice(-2);
        words = [];
        dated = false;
        continue;
      }
      if (isYearBefore(token, tokens, i)) {
        year = token;
        words = [];
        continue;
      }
      if (words.some(isMonth) || isDay(token, next)) {
        dated = true;
        words = [];
        continue;
      }
      const named = words.length > 0 ? namePost(words, token) : null;
      const serial = token.text.replace(/^0+(?=\d)/, '');
      if (named !== null && serial.length <= 7) {
        const one: Found = {
          start: year?.start ?? named.start,
          end: token.end,
          post: named.post,
          serial,
          year: year === null ? null : year.text.slice(-2),
          corrected: named.corrected,
          label,
          chain: chainBase + found.length,
        };
        found.push(one);
        last = one;
      } else if (
        words.length === 0 &&
        last !== null &&
        (joined || (label !== null && i === 1)) &&
        token.text.length > 1
      ) {
        const repeated: Found = {
          ...last,
          start: token.start,
          end: token.end,
          serial,
          label,
          corrected: last.corrected,
        };
        if (label !== null && found.length === 0)
          Object.assign(repeated, { chain: chainBase, year: year?.text.slice(-2) ?? last.year });
        found.push(repeated);
        last = repeated;
      }
      words = [];
      year = null;
      joined = false;
    }
  }
  return found;
}

const FULL_YEAR = /^(?:19|20)\d{2}$/;

function isMonth(word: Token): boolean {
  return MONTH.test(word.text.toUpperCase());
}

/** Two or four digits before a post and its number: `04 HANOI 123`, `2004 LA PAZ 2974`. */
function isYearBefore(token: Token, tokens: readonly Token[], index: number): boolean {
  if (!/^(?:\d{2}|(?:19|20)\d{2})$/.test(token.text)) return false;
  let words = 0;
  for (let i = index + 1; i < tokens.length; i++) {
    const next = tokens[i];
    if (
      next?.kind === 'word' &&
      !JOINING.has(next.text.toUpperCase()) &&
      !isMonth(next) &&
      !/^(?:OF|DATED)$/i.test(next.text)
    )
      words++;
    else return next?.kind === 'number' && words > 0 && words < 6;
  }
  return false;
}

function isDay(token: Token, next: Token | undefined): boolean {
  return token.text.length < 3 && next?.kind === 'word' && isMonth(next);
}

const KINDS: readonly [Reference['kind'], RegExp][] = [
  ['email', /\bE-? ?MAILS?\b|@/i],
  ['phone', /\b(?:TELE)?PHONE|\bTELCONS?\b|\bPHONECON|\bTELECON|\bCALLS?\b/i],
  ['osc', /\bOSC\b|\bFBIS\b|\b[A-Z]{3}20\d{6,}/],
  ['airgram', /\bAIRGRAM|(?:^|[A-Z] )A-\d{1,4}\b/i],
  ['other', /\bMEMO|\bLETTER|\bFAX|\bREPORT|\bNOTE\b|\bPAPER|\bCONVERSATION/i],
];

/** What an entry holds beside its cables: kept with its kind, without guessing an id. */
function otherReferences(
  view: string,
  entry: readonly Token[],
  cables: readonly Found[],
  label: string | null,
): Reference[] {
  const first = entry[label === null ? 0 : 1];
  const last = entry.at(-1);
  if (first === undefined || last === undefined) return [];
  const gaps: Part[] = [];
  let from = first.start;
  for (const cable of cables) {
    gaps.push({ start: from, end: cable.start });
    from = cable.end;
  }
  gaps.push({ start: from, end: last.end });
  return gaps.flatMap(gap => {
    const part = withoutJoints(view, gap);
    const text = oneLine(view.slice(part.start, part.end));
    const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    const alone =
      cables.length === 0 && /[A-Za-z]{2}/.test(text) && !/^(?:ET AL\.?|NOTAL|PREVIOUS)$/i.test(text);
    if (kind === undefined && !alone) return [];
    return [{ ...part, id: null, label, text, kind: kind ?? 'other', corrected: false }];
  });
}

function withoutJoints(view: string, gap: Part): Part {
  const part = trimmed(view, gap.start, gap.end);
  const text = view.slice(part.start, part.end);
  const lead = /^(?:[\s,;&.)]|AND\b|and\b|\(?NOTAL\)?)*/.exec(text)?.[0].length ?? 0;
  const trail = /(?:[\s,;&.(]|\bAND|\band)*$/.exec(text.slice(lead))?.[0].length ?? 0;
  return { start: part.start + lead, end: Math.max(part.start + lead, part.end - trail) };
}
