/** Who sent a telegram and to whom, as a footnote names them. */
import type { CableRecord } from '../record.ts';
import { titleCase } from './title-case.ts';

/** Origins that are American by their nature but don't say so. */
const AMERICAN =
  /^(?:Embassy|Consulate|Mission|Interests Section|Liaison Office|Delegation|Legation|Branch Office)\b/i;
const SECRETARY = 'Secretary of State';

/** `U.S. Embassy Hanoi`. The published origin goes before the header's FM line; a cable with neither has an unknown sender. */
export function senderOf(record: Pick<CableRecord, 'origin' | 'from' | 'body'>): string {
  const origin = (record.origin ?? '').replace(/\s+/g, ' ').trim();
  if (origin !== '') return AMERICAN.test(origin) ? `U.S. ${origin}` : origin.replace(/^US /, 'U.S. ');
  const from = (record.from ?? '').trim();
  return from === '' ? '[unknown sender]' : addressee(from, record);
}

/**
 * `Secretary of State`: the header's first action addressee, or, where the copy has no header, the State Department if
 * the text itself is directed to its bureaus. Null where nothing tells.
 */
export function recipientOf(record: CableRecord): string | null {
  const [first, ...others] = record.recipients;
  if (first !== undefined) {
    const name = addressee(first.name, record);
    return others.length === 0 || name === SECRETARY ? name : `${name} et al.`;
  }
  const front = record.body.slice(0, record.paragraphs[0]?.start ?? 2000);
  return /\b(?:STATE|DEPT|DEPARTMENT)\s+(?:FOR|PASS|ALSO)\b/.test(front) ? SECRETARY : null;
}

function addressee(name: string, record: Pick<CableRecord, 'body'>): string {
  const plain = name.replace(/\s+/g, ' ').trim();
  if (/^SEC?STATE\b|^SECRETARY OF STATE/i.test(plain)) return SECRETARY;
  const kind = /^(AMEMBASSY|AMCONSUL|USMISSION)\s+(.+)$/i.exec(plain);
  if (kind === null) return plain;
  const place = titleCase(kind[2] ?? '', record);
  const post = kind[1]?.toUpperCase();
  return `U.S. ${post === 'AMEMBASSY' ? 'Embassy' : post === 'AMCONSUL' ? 'Consulate' : 'Mission'} ${place}`;
}
