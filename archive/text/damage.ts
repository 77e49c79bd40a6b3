/** Damage and doubt, told as warnings: a stable code and a plain sentence each. README.md lists the codes. */
import type { RawCable } from '../model/raw.ts';
import type { Warning } from '../record.ts';
import type { ClassificationLine } from './classification-line.ts';
import { laterClassificationLines } from './classification-line.ts';
import { referenceIdParts } from './reference-id.ts';

/** What is known of a cable when its damage is judged. */
export interface Findings {
  raw: RawCable;
  view: string;
  canonicalId: string;
  repaired: boolean;
  /** what the source publishes as dates and is none */
  unreadDates: readonly string[];
  partial: boolean | null;
  classification: string | null;
  line: ClassificationLine | null;
  signed: boolean;
}

/** All warnings of a cable: first what the format's reader passed on, then the record's, then the text's. */
export function findDamage(findings: Findings): Warning[] {
  const { raw, view, line } = findings;
  const warnings: Warning[] = [...raw.warnings];
  if (findings.repaired) {
    warnings.push(
      whole(
        'id-repaired',
        `The published id ${raw.published.id ?? ''} is malformed; it is read as ${findings.canonicalId}.`,
      ),
    );
  }
  for (const date of findings.unreadDates) {
    const message = `The source's date "${date.slice(0, 40)}" can't be read; it counts as none.`;
    warnings.push(whole('date-unreadable', message));
  }
  if (findings.partial === true) {
    warnings.push(
      whole('partial-extract', 'This record is a partial extract; the source has no full text of the cable.'),
    );
  }
  if (!/\S/.test(view)) {
    warnings.push(whole('missing-body', 'The record has no text.'));
    return warnings;
  }
  warnings.push(...classificationWarning(findings));
  if (line !== null) warnings.push(...numberWarning(findings, line), ...splicedWarnings(findings, line));
  warnings.push(...sectionWarnings(view, line));
  if (!findings.signed && endsMidSentence(view)) {
    const end = view.trimEnd().length;
    warnings.push({
      code: 'truncated',
      message: 'The text breaks off in the middle of a sentence.',
      start: Math.max(0, end - 1),
      end,
    });
  }
  return warnings;
}

function whole(code: string, message: string): Warning {
  return { code, message, start: null, end: null };
}

const LEVELS: readonly [RegExp, string][] = [
  [/TOP ?SECRET/, 'TOP SECRET'],
  [/SECRET/, 'SECRET'],
  [/CONFIDENTIAL/, 'CONFIDENTIAL'],
  [/LIMITED OFFICIAL USE|\bLOU\b/, 'LIMITED OFFICIAL USE'],
  [/UNCLAS/, 'UNCLASSIFIED'],
];

function levelOf(classification: string): string | null {
  return LEVELS.find(([pattern]) => pattern.test(classification.toUpperCase()))?.[1] ?? null;
}

function classificationWarning({ classification, line }: Findings): Warning[] {
  if (classification === null || line === null) return [];
  const published = levelOf(classification);
  const written = levelOf(line.level);
  if (published === null || written === null || published === written) return [];
  // What was limited to official use was later published as unclassified and for official use only.
  if (written === 'LIMITED OFFICIAL USE' && /OFFICIAL USE/i.test(classification)) return [];
  const message = `The text says ${line.level}, the source's table says ${classification}.`;
  return [{ code: 'classification-differs', message, start: line.start, end: line.end }];
}

function numberWarning({ canonicalId }: Findings, line: ClassificationLine): Warning[] {
  const id = referenceIdParts(canonicalId);
  if (id === null || line.telegram === null) return [];
  const { post, serial } = line.telegram;
  // A mission may name its city only: VIENNA for UNVIEVIENNA.
  const samePost = post.includes(id.post) || id.post.includes(post);
  if (samePost && Number(serial) === id.serial) return [];
  const message = `The text is numbered ${post} ${serial}, unlike the id ${canonicalId}: it may be another cable's.`;
  return [{ code: 'spliced', message, start: line.start, end: line.end }];
}

function splicedWarnings({ view }: Findings, line: ClassificationLine): Warning[] {
  return laterClassificationLines(view, line.end)
    .filter(later => {
      const same =
        later.telegram?.serial === line.telegram?.serial && later.telegram?.post === line.telegram?.post;
      return (
        !same && line.telegram !== null && (later.section === null || later.section.number === 1 || !same)
      );
    })
    .slice(0, 5)
    .map(later => ({
      code: 'spliced',
      message: `A second telegram begins here: ${later.telegram?.post ?? ''} ${later.telegram?.serial ?? ''}.`,
      start: later.start,
      end: later.end,
    }));
}

const SECTION =
  /SECTION {1,3}(\d{1,3}) {1,2}O[F0] {1,2}(\d{1,3})|\b\d{5,8} {1,3}(\d{3})(?:\.\d)? OF (\d{3})\b/g;

/** Sections that should be there and are not. Where the text shows the first mark only, the others were taken out. */
function sectionWarnings(view: string, line: ClassificationLine | null): Warning[] {
  if (!view.includes('SECTION') && !/\d OF \d/.test(view)) return [];
  const seen = new Set<number>();
  let total = line?.section?.of ?? 0;
  if (line?.section !== null && line?.section !== undefined) seen.add(line.section.number);
  for (const [, spoken, spokenOf, printed, printedOf] of view.matchAll(SECTION)) {
    seen.add(Number(spoken ?? printed));
    total = Math.max(total, Number(spokenOf ?? printedOf));
  }
  if (total < 2 || total > 99 || (seen.size === 1 && seen.has(1))) return [];
  const missing = Array.from({ length: total }, (_, i) => i + 1).filter(number => !seen.has(number));
  // The first section's own mark is often left out.
  const absent = missing.filter(number => number !== 1 || line?.section?.number !== undefined);
  if (absent.length === 0) return [];
  return [
    whole(
      'missing-section',
      `Of ${total} sections, ${absent.length === 1 ? 'number' : 'numbers'} ${absent.join(', ')} can't be found.`,
    ),
  ];
}

/** A text that ends in a letter, a comma or a hyphen and is not signed has lost its end. */
function endsMidSentence(view: string): boolean {
  const end = view.slice(-400).trimEnd();
  return /(?:[a-z,]|[a-z]-)$/.test(end) && !/(?:https?:|www\.)\S*$/.test(end) && end.length > 60;
}
