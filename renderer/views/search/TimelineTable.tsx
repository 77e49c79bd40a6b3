/** The timeline in words: seen when asked for, and always there for screen readers. */
import { Button } from 'react-aria-components';
import { count, monthAndYear } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { DateSpan } from '../../state/dates.ts';
import type { Bars } from './timeline-bars.ts';

interface Props {
  bars: Bars;
  /** whether it is seen; its buttons are there only then, so that no focus goes where nothing is seen */
  shown: boolean;
  onNarrow: (span: DateSpan) => void;
}

export function TimelineTable({ bars: { unit, bars }, shown, onNarrow }: Props) {
  const table = (
    <table aria-label={say(unit === 'year' ? 'time.years' : 'time.months')}>
      <thead>
        <tr>
          <th scope="col">{say(unit === 'year' ? 'time.year' : 'time.month')}</th>
          <th scope="col" className="number">
            {say('time.cables')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars
          .filter(bar => bar.count > 0)
          .map(bar => (
            <tr key={bar.key}>
              <th scope="row">
                {shown ? (
                  <Button
                    className="button-link"
                    aria-label={say('time.only', { time: monthAndYear(bar.key) })}
                    onPress={() => onNarrow({ from: bar.key, to: bar.key })}
                  >
                    {monthAndYear(bar.key)}
                  </Button>
                ) : (
                  monthAndYear(bar.key)
                )}
              </th>
              <td className="number">{count(bar.count)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
  return shown ? (
    <div className="count-table" tabIndex={0} role="group" aria-label={say('time.title')}>
      {table}
    </div>
  ) : (
    <div className="unseen">{table}</div>
  );
}
