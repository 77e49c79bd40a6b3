/** The number and the portion mark that open a paragraph, taken off its first run so that they can be set apart. Pure. */
import type { Block, Run } from '../../../preload/contract/index.ts';

export interface Lead {
  /** `3.` as it stands in the text */
  number: string;
  /** `(SBU)` as it stands in the text, or '' */
  mark: string;
}

const opening = /^(\s*(?:\d{1,3}\s?[.)]|\(\d{1,3}\)))?(\s*\([A-Z][A-Z/, -]{0,14}\))?\s*/;

/** A block without number and mark has no lead. What the text does not open with is left where it is. */
export function leadOf(block: Block): { lead: Lead | null; runs: readonly Run[] } {
  const at = block.runs.findIndex(run => run.kind !== 'debris');
  const first = block.runs[at];
  if ((block.number === null && block.mark === null) || first?.kind !== 'text')
    return { lead: null, runs: block.runs };
  const [whole = '', number = '', mark = ''] = opening.exec(first.text) ?? [];
  const shownMark = block.mark === null ? '' : mark;
  if (number === '' && shownMark === '') return { lead: null, runs: block.runs };
  const cut = block.mark === null ? whole.length - mark.length : whole.length;
  const rest: Run = {
    ...first,
    text:
      block.mark === null && mark !== ''
        ? first.text.slice(number.length).trimStart()
        : first.text.slice(cut),
  };
  return {
    lead: { number: number.trim(), mark: shownMark.trim() },
    runs: [...block.runs.slice(0, at), rest, ...block.runs.slice(at + 1)],
  };
}
