/** The result over time: a strip above the list, that narrows it to a stretch of time. */
import { useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useCounts } from '../../state/counts.ts';
import { dateSpanOf } from '../../state/dates.ts';
import { setDates, useSearch } from '../../state/search.ts';
import { monthAndYear } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { TimelineChart } from './TimelineChart.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import { barsOf, barsWithin, zoomOf } from './timeline-bars.ts';
import type { DateSpan } from '../../state/dates.ts';

/** What is shown beside the chart: the stretch that is chosen, in words. */
function spanName({ from, to }: DateSpan): string {
  if (from === to) return monthAndYear(from);
  return say('time.span', { from: monthAndYear(from), to: monthAndYear(to) });
}

export function Timeline() {
  const months = useCounts(state => state.months);
  const query = useSearch(state => state.question.query);
  const [asTable, setAsTable] = useState(false);
  const [wide, setWide] = useState(false);
  const span = dateSpanOf(query);
  // Under someone's keys the bars stay what they are: years turn into months once the ends are let go.
  const [held, setHeld] = useState<{ zoom: [number, number] | null } | null>(null);
  const zoom = held === null ? (wide ? null : zoomOf(span)) : held.zoom;
  const bars = barsOf(months ?? [], zoom);
  if (months === null || bars.bars.length < 2) return null;
  const undated = months.find(one => one.value === '')?.count ?? 0;
  const narrow = (next: DateSpan | null): void => {
    setWide(false);
    setDates(next);
  };
  return (
    <section className="timeline" aria-label={say('time.title')}>
      <div className="timeline-line">
        <span className="timeline-span">{span === null ? null : spanName(span)}</span>
        {zoom === null ? null : (
          <Button className="button-link" onPress={() => setWide(true)}>
            {say('time.all')}
          </Button>
        )}
        {span === null ? null : (
          <Button className="button-link" onPress={() => narrow(null)}>
            {say('time.clear')}
          </Button>
        )}
        {undated === 0 ? null : <span className="quiet">{say('time.undated', { count: undated })}</span>}
        <ToggleButton
          className="button-link timeline-switch"
          aria-label={say('time.timelineAsTable')}
          isSelected={asTable}
          onChange={setAsTable}
        >
          {say('time.asTable')}
        </ToggleButton>
      </div>
      {asTable ? null : (
        <TimelineChart
          bars={bars}
          selected={barsWithin(bars, span)}
          narrowed={span !== null}
          zoomed={zoom !== null}
          onNarrow={narrow}
          onHold={holding => setHeld(holding ? { zoom } : null)}
        />
      )}
      <TimelineTable bars={bars} shown={asTable} onNarrow={narrow} />
    </section>
  );
}
