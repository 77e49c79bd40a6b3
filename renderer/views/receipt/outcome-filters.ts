/** The kinds of lines that a receipt has, to show one of them. */
import { outcomes } from '../../state/receipt-lines.ts';
import type { LineCounts, OutcomeFilter } from '../../state/receipt-lines.ts';
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';

/** The choices, with their counts; kinds that the receipt has none of are left out. */
export function outcomeFilters(counts: LineCounts): { value: OutcomeFilter; label: string }[] {
  const found = outcomes.flatMap(outcome => {
    const number = counts.get(outcome) ?? 0;
    return number === 0 ? [] : [{ value: outcome, label: `${say(`outcome.${outcome}`)} ${count(number)}` }];
  });
  return [{ value: 'all', label: `${say('receipt.all')} ${count(counts.get('all') ?? 0)}` }, ...found];
}
