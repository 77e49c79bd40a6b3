/** The number and the portion mark that open a paragraph, taken off its first run so that they can be set apart. Pure. */
import type { Block, Run } from '../../../preload/contract/index.ts';
import { inkCount } from './ink.ts';

/** A run, or what is left of it: `skip` counts the characters (white space aside) that were taken off its beginning. */
export interface ShownRun extends Run {
  skip: number;
}

export interface Lead {
  /** `3.` as it stands in the text, with its own place */
  number: ShownRun | null;
  /** `(SBU)` as it stands in the text, with its own place */
  mark: ShownRun | null;
}

/** A number with its point, in brackets, or bare before a mark; and a mark. */
const opening = /^(\s*(?:\d{1,4}(?:\s?[.):,]|(?=\s*\([A-Z]))|\(\d{1,4}\)))?(\s*\([A-Z][A-Z/, -]{0,14}\))?\s*/;

const whole = (runs: readonly Run[]): ShownRun[] => runs.map(run => ({ ...run, skip: 0 }));

/** A block without number and mark has no lead. What the text does not open with is left where it is. */
export function leadOf(block: Block): { lead: Lead | null; runs: readonly ShownRun[] } {
  const at = block.runs.findIndex(run => run.kind !== 'debris');
  const first = block.runs[at];
  const none = { lead: null, runs: whole(block.runs) };
  if ((block.number === null && block.mark === null) || first?.kind !== 'text') return none;
  const [, number = '', found = ''] = opening.exec(first.text) ?? [];
  const mark = block.mark === null ? '' : found;
  if (number === '' && mark === '') return none;
  const part = (text: string, before: string): ShownRun | null =>
    text === '' ? null : { ...first, text: text.trim(), skip: inkCount(before) };
  const taken = number + mark;
  const rest: ShownRun = {
    ...first,
    text: first.text.slice(taken.length).trimStart(),
    skip: inkCount(taken),
  };
  return {
    lead: { number: part(number, ''), mark: part(mark, number) },
    runs: [...whole(block.runs.slice(0, at)), rest, ...whole(block.runs.slice(at + 1))],
  };
}
