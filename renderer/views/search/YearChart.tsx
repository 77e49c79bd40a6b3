/** The result over the years, as bars; a press on a bar narrows to its year. The list under it tells the same in words. */
import { toggleFilter } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { yearBars } from './year-bars.ts';
import type { Facet } from '../../../preload/contract/index.ts';

export function YearChart({ values, chosen }: { values: Facet; chosen: readonly string[] }) {
  const bars = yearBars(values);
  if (bars.length < 2) return null;
  const width = 100 / bars.length;
  return (
    <div className="year-chart">
      <svg viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden="true">
        {bars.map((bar, at) => (
          <g
            key={bar.year}
            className={chosen.includes(String(bar.year)) ? 'year-bar year-chosen' : 'year-bar'}
            onClick={() => (bar.count > 0 ? toggleFilter('year', String(bar.year)) : undefined)}
          >
            <title>{say('facet.yearBar', { year: String(bar.year), count: bar.count })}</title>
            <rect className="year-hit" x={at * width} y={0} width={width} height={32} />
            <rect
              className="year-fill"
              x={at * width + width * 0.08}
              y={32 - bar.height * 31}
              width={width * 0.84}
              height={Math.max(bar.height * 31, bar.count > 0 ? 1 : 0)}
            />
          </g>
        ))}
      </svg>
      <span className="year-ends" aria-hidden="true">
        <span>{bars[0]?.year}</span>
        <span>{bars.at(-1)?.year}</span>
      </span>
    </div>
  );
}
