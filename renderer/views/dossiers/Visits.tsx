/** The cables that were opened, day by day. */
import { fits } from '../../app/fits.ts';
import { hashOf } from '../../state/place.ts';
import { useSummaries } from '../../state/summaries.ts';
import { longDate, timeOfDay } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { Day } from './visits-by-day.ts';

export function Visits({ days, words, none }: { days: readonly Day[]; words: string; none: string }) {
  const known = useSummaries(state => state.known);
  const subjectOf = (id: string): string => {
    const cable = known.get(id);
    return cable === null ? say('dossier.missing') : (cable?.subject ?? '');
  };
  const shown = days
    .map(({ date, visits }) => ({
      date,
      visits: visits.filter(({ cable }) => fits(`${cable} ${subjectOf(cable)}`, words)),
    }))
    .filter(({ visits }) => visits.length > 0);
  if (shown.length === 0) return <p className="quiet">{none}</p>;
  return shown.map(({ date, visits }) => (
    <div key={date} className="history-day">
      <h3>{longDate(date)}</h3>
      <ul className="history-list">
        {visits.map(({ cable, opened }) => (
          <li key={cable}>
            <span className="history-time">{timeOfDay(opened)}</span>
            <a className="history-link" href={hashOf({ room: 'cable', id: cable, paragraph: null })}>
              <span className="mono">{cable}</span> {subjectOf(cable)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
