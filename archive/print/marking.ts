/** The original marking: what the record itself says, never a word of ours like DECLASSIFIED. */
import type { CableRecord } from '../record.ts';

/** A marking longer than this is cut on the margins (a hostile one could fill the page); the first page has it whole. */
const LONGEST = 90;

const LEVELS = [
  /TOP\s*SECRET/i,
  /(?<!TOP\s*)SECRET/i,
  /CONFIDENTIAL/i,
  /LIMITED\s*OFFICIAL/i,
  /UNCLAS/i,
] as const;

/**
 * The marking for the head and foot of every page. Where the source's table and the text's first line name different
 * levels, both are given: neither may hide the other.
 */
export function markingOf(record: Pick<CableRecord, 'classification' | 'textClassification'>): string {
  const published = oneLine(record.classification);
  const inText = oneLine(record.textClassification);
  const shown = published === '' ? inText : published;
  if (shown === '') return 'No marking in the source';
  const differ = published !== '' && inText !== '' && level(published) !== level(inText);
  const both = differ ? `${shortened(shown)} (the text says ${shortened(inText)})` : shortened(shown);
  return `${both} (original marking)`;
}

function level(marking: string): number {
  return LEVELS.findIndex(pattern => pattern.test(marking));
}

function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function shortened(marking: string): string {
  return marking.length <= LONGEST ? marking : `${marking.slice(0, LONGEST - 1)}…`;
}
