/** The lines of a receipt, a virtual list: an import can refuse a hundred thousand files. */
import { useEffect, useSyncExternalStore } from 'react';
import { hashOf } from '../../state/place.ts';
import type { ShownLines } from '../../state/receipt-lines.ts';
import { say } from '../../words/say.ts';
import { placeText } from '../reader/place-text.ts';
import { useLongList } from '../search/use-long-list.ts';
import type { ReceiptLine } from '../../../preload/contract/index.ts';

/** Pixels of a line: what became of which cable and where it stood, and below it why. The same as `.line` in the style. */
const HEIGHT = 52;

function Line({ line }: { line: ReceiptLine }) {
  const where = placeText(line);
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
      <span role="cell" className="line-where" title={where}>
        {where}
      </span>
      <span role="cell" className="line-why" title={line.message ?? undefined}>
        {line.message}
      </span>
    </>
  );
}

/** `any` is whether the receipt has lines at all, of whatever kind. */
export function Lines({ lines, any }: { lines: ShownLines; any: boolean }) {
  const { list, drawn, first, end, topOf } = useLongList(lines.count, HEIGHT);
  // Drawn anew when a page came.
  useSyncExternalStore(lines.follow, lines.pages);
  useEffect(() => {
    if (end > first) lines.want(first, end - 1);
  }, [lines, first, end]);
  if (lines.count === 0) return <p className="quiet">{say(any ? 'receipt.noLines' : 'receipt.summed')}</p>;
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  return (
    <div
      className="lines"
      ref={list}
      role="table"
      aria-label={say('receipt.lines')}
      aria-rowcount={lines.count}
      tabIndex={0}
    >
      <div role="rowgroup" className="lines-all" style={{ height: `${drawn}px` }}>
        {rows.map(row => {
          const line = lines.at(row);
          return (
            <div
              key={row}
              role="row"
              aria-rowindex={row + 1}
              className="line"
              style={{ transform: `translateY(${topOf(row)}px)` }}
            >
              {line === undefined ? <span role="cell" /> : <Line line={line} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
