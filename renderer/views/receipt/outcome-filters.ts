/** The kinds of lines that a receipt has, to show one of them. */
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { Outcome, ReceiptLine } from '../../../preload/contract/index.ts';

export type OutcomeFilter = Outcome | 'all';

// What was not taken is what people come here for.
const outcomes: readonly Outcome[] = ['rejected', 'repaired', 'new-version', 'seen-before', 'accepted'];

/** The choices, with their counts; kinds that the receipt has none of are left out. */
export function outcomeFilters(lines: readonly ReceiptLine[]): { value: OutcomeFilter; label: string }[] {
  const found = outcomes.flatMap(outcome => {
    const number = lines.filter(line => line.outcome === outcome).length;
    return number === 0 ? [] : [{ value: outcome, label: `${say(`outcome.${outcome}`)} ${count(number)}` }];
  });
  return [{ value: 'all', label: `${say('receipt.all')} ${count(lines.length)}` }, ...found];
}
