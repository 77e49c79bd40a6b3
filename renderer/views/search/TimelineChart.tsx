/** The bars of the timeline. A press and a drag over them narrow; so do the two ends, by pointer and by keys. */
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { pixelsOfRem } from '../../components/rem.ts';
import { useSize } from '../../components/use-size.ts';
import { monthAlone, monthAndYear } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { TimelineEnds } from './TimelineEnds.tsx';
import { namedBars, spanBetween, standOf } from './timeline-bars.ts';
import type { DateSpan } from '../../state/dates.ts';
import type { Bar, Bars } from './timeline-bars.ts';

interface Props {
  bars: Bars;
  /** the first and last bar of the chosen stretch; null where it lies outside the bars */
  selected: [number, number] | null;
  /** whether a stretch is chosen at all */
  narrowed: boolean;
  /** whether the bars are themselves only a part of the time there is */
  zoomed: boolean;
  onNarrow: (span: DateSpan | null) => void;
  /** tells that the ends are being moved by keys, and that they are let go */
  onHold: (holding: boolean) => void;
}

/** The room that a name under a bar takes, in rem. */
const nameRoom = { year: 2.5, month: 2.125 };

const tall = 100;
/** What is not nothing is seen, however little it is. */
const least = 5;

const heightOf = ({ count, height }: Bar): number => (count === 0 ? 0 : Math.max(tall * height, least));

export function TimelineChart({ bars, selected, narrowed, zoomed, onNarrow, onHold }: Props) {
  const [chart, { width }] = useSize<HTMLDivElement>();
  const pressed = useRef<number | null>(null);
  const [drawn, setDrawn] = useState<[number, number] | null>(null);
  const all = bars.bars;
  const last = all.length - 1;

  const barAt = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * all.length);
    return Math.min(last, Math.max(0, at));
  };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = barAt(event);
    setDrawn([pressed.current, pressed.current]);
  };
  const move = (event: PointerEvent): void => {
    if (pressed.current !== null) setDrawn([pressed.current, barAt(event)]);
  };
  const release = (event: PointerEvent): void => {
    if (pressed.current === null) return;
    onNarrow(spanBetween(bars, pressed.current, barAt(event)));
    stop();
  };
  const stop = (): void => {
    pressed.current = null;
    setDrawn(null);
  };

  const [from, to] = drawn === null ? (selected ?? [0, last]) : [Math.min(...drawn), Math.max(...drawn)];
  const chosen = (at: number): boolean => (narrowed || drawn !== null) && at >= from && at <= to;
  const room = nameRoom[bars.unit] * pixelsOfRem();
  const named = namedBars(bars, width, room);
  return (
    <div className="timeline-chart" ref={chart}>
      <svg
        viewBox={`0 0 ${all.length} ${tall}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={stop}
      >
        {all.map((bar, at) => (
          <g key={bar.key} className={chosen(at) ? 'time-bar time-chosen' : 'time-bar'}>
            <title>{say('time.bar', { time: monthAndYear(bar.key), count: bar.count })}</title>
            <rect className="time-hit" x={at} y={0} width={1} height={tall} />
            <rect
              className="time-fill"
              x={at + 0.09}
              y={tall - heightOf(bar)}
              width={0.82}
              height={heightOf(bar)}
            />
          </g>
        ))}
      </svg>
      <TimelineEnds
        bars={bars}
        selected={[from, to]}
        narrowed={narrowed}
        onHold={onHold}
        onNarrow={(first, end) =>
          onNarrow(first === 0 && end === last && !zoomed ? null : spanBetween(bars, first, end))
        }
      />
      <div className="time-names" aria-hidden="true">
        {named.map(at => {
          const key = all[at]?.key ?? '';
          const january = key.endsWith('-01');
          const stand = standOf(at, all.length, width, room);
          return (
            <span
              key={key}
              className={`time-name time-at-${stand}${january ? ' time-january' : ''}`}
              style={stand === 'middle' ? { left: `${((at + 0.5) / all.length) * 100}%` } : {}}
            >
              {bars.unit === 'year' || january ? key.slice(0, 4) : monthAlone(key)}
            </span>
          );
        })}
      </div>
    </div>
  );
}
