/** The lines of a receipt, a virtual list: an import can refuse a hundred thousand files. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { hashOf } from '../../state/place.ts';
import { say } from '../../words/say.ts';
import { placeText } from '../reader/place-text.ts';
import type { OutcomeFilter } from './outcome-filters.ts';
import type { ReceiptLine } from '../../../preload/contract/index.ts';

function Line({ line }: { line: ReceiptLine }) {
  return (
    <>
      <span role="cell" className={`outcome outcome-${line.outcome}`}>
        {say(`outcome.${line.outcome}`)}
      </span>
      <span role="cell" className="mono line-id">
        {line.id === null || line.outcome === 'rejected' ? (
          line.id
        ) : (
          <a className="reference" href={hashOf({ room: 'cable', id: line.id, paragraph: null })}>
            {line.id}
          </a>
        )}
      </span>
      <span role="cell" className="line-where">
        {placeText(line)}
      </span>
      <span role="cell" className="line-why">
        {line.message}
      </span>
    </>
  );
}

export function Lines({ lines, filter }: { lines: readonly ReceiptLine[]; filter: OutcomeFilter }) {
  const scroll = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () => (filter === 'all' ? lines : lines.filter(line => line.outcome === filter)),
    [lines, filter],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 44,
    overscan: 8,
  });
  if (shown.length === 0)
    return <p className="quiet">{say(lines.length === 0 ? 'receipt.summed' : 'receipt.noLines')}</p>;
  return (
    <div
      className="lines"
      ref={scroll}
      role="table"
      aria-label={say('receipt.lines')}
      aria-rowcount={shown.length + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className="lines-all" style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(row => {
          const line = shown[row.index];
          return line === undefined ? null : (
            <div
              key={row.index}
              role="row"
              aria-rowindex={row.index + 2}
              className="line"
              ref={rows.measureElement}
              data-index={row.index}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <Line line={line} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
