/** References that point to no cable: e-mails, phone calls, OSC items, airgrams, memoranda. */
import type { Reference } from '../record.ts';
import type { Token } from './reference-tokens.ts';
import { oneLine, trimmed } from './view.ts';
import type { Part } from './view.ts';

const KINDS: readonly [Reference['kind'], RegExp][] = [
  ['email', /\bE-? ?MAILS?\b|@/i],
  ['phone', /\b(?:TELE)?PHONE|\bTELCONS?\b|\bPHONE?CON|\bTELECON|\bTELEPHON|\bFONECON|\bCALLS?\b/i],
  ['osc', /\bOSC\b|\bFBIS\b|\b[A-Z]{3}20\d{6,}/],
  ['airgram', /\bAIRGRAM|(?:^|[A-Z] )C?A-\d{1,5}\b/i],
  [
    'other',
    /\bMEMO|\bMEMCON|\bLETTER|\bFAX|\bREPORT|\bNOTE\b|\bPAPER|\bCONVERSATION|\bIIR\b|\b(?:EMB|CON)TELS?\b|\b(?:EMBASSY|MISSION|CONGEN|CONSULATE) TELS?\b|\bTDX?[ -]\d/i,
  ],
];
// Words that go with a cable's reference or say that there is none.
const NOTHING = /^(?:ET\.? AL\.?|NOTAL|PREVIOUS|NONE|NIL|N\/?A\.?|AND PREVIOUS|REF(?:TEL)?S?|\W*)$/i;

/** What an entry holds beside its cables: kept with its kind, without guessing an id. */
export function otherReferences(
  view: string,
  entry: readonly Token[],
  cables: readonly Part[],
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
  return gaps
    .flatMap(gap => atSemicolons(view, gap))
    .flatMap(gap => {
      const part = withoutJoints(view, gap);
      const text = oneLine(view.slice(part.start, part.end));
      const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
      const alone = cables.length === 0 && /[A-Za-z]{2}/.test(text) && !NOTHING.test(text);
      if (kind === undefined && (!alone || text === 'N/A')) return [];
      return [{ ...part, id: null, label, text, kind: kind ?? 'other', corrected: false }];
    });
}

/** The pieces of a gap between its semicolons. */
function atSemicolons(view: string, gap: Part): Part[] {
  const pieces: Part[] = [];
  let start = gap.start;
  for (let at = view.indexOf(';', start); at !== -1 && at < gap.end; at = view.indexOf(';', start)) {
    pieces.push({ start, end: at });
    start = at + 1;
  }
  return [...pieces, { start, end: gap.end }];
}

function withoutJoints(view: string, gap: Part): Part {
  const part = trimmed(view, gap.start, gap.end);
  const text = view.slice(part.start, part.end);
  const lead = /^(?:[\s,;&.)]|AND\b|and\b|\(?NOTAL\)?)*/.exec(text)?.[0].length ?? 0;
  const trail = /(?:[\s,;&.(]|\bAND|\band)*$/.exec(text.slice(lead))?.[0].length ?? 0;
  return { start: part.start + lead, end: Math.max(part.start + lead, part.end - trail) };
}
