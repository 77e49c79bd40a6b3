/** The lines of a receipt with the choice which of them to see. */
import { useMemo, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Fault } from '../../components/Fault.tsx';
import { useLoaded } from '../../state/load.ts';
import { countLines, linesAtHand, linesInPages } from '../../state/receipt-lines.ts';
import type { LineCounts, OutcomeFilter } from '../../state/receipt-lines.ts';
import { say } from '../../words/say.ts';
import { Lines } from './Lines.tsx';
import { outcomeFilters } from './outcome-filters.ts';
import type { Receipt, Result } from '../../../preload/contract/index.ts';

async function counted(receipt: Receipt): Promise<Result<LineCounts>> {
  const value = await countLines(receipt);
  if (value !== null) return { ok: true, value };
  return { ok: false, error: { code: 'io', message: say('receipt.linesUnread') } };
}

function Chosen({ receipt, counts }: { receipt: Receipt; counts: LineCounts }) {
  const [filter, setFilter] = useState<OutcomeFilter>('all');
  const offered = outcomeFilters(counts);
  const shown = useMemo(
    () =>
      receipt.more === undefined
        ? linesAtHand(receipt.lines, filter)
        : linesInPages(receipt.id, filter, counts.get(filter) ?? 0),
    [receipt, filter, counts],
  );
  return (
    <>
      <RadioGroup
        className="switch"
        orientation="horizontal"
        aria-label={say('receipt.filter')}
        value={filter}
        onChange={value => setFilter(offered.find(one => one.value === value)?.value ?? 'all')}
      >
        {offered.map(one => (
          <Radio key={one.value} value={one.value} className="switch-item">
            {one.label}
          </Radio>
        ))}
      </RadioGroup>
      <Lines key={filter} lines={shown} any={(counts.get('all') ?? 0) > 0} />
    </>
  );
}

export function LinesPart({ receipt }: { receipt: Receipt }) {
  const found = useLoaded(`lines ${receipt.id} ${receipt.finished}`, () => counted(receipt));
  return (
    <section className="page-part">
      <h2>{say('receipt.lines')}</h2>
      {found.kind === 'fault' ? <Fault fault={found.fault} again={found.again} /> : null}
      {found.kind === 'here' ? <Chosen receipt={receipt} counts={found.value} /> : null}
    </section>
  );
}
