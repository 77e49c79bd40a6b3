/** The two ends of the chosen stretch of time, as a slider with two thumbs. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { monthAndYear } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { Bars } from './timeline-bars.ts';

interface Props {
  bars: Bars;
  selected: [number, number];
  narrowed: boolean;
  onNarrow: (first: number, last: number) => void;
  onHold: (holding: boolean) => void;
}

/** Keys that follow each other within so many milliseconds are one narrowing. */
const pause = 250;

/** Says a thumb's value as a time: the slider itself knows numbers only. */
function useSaid(input: RefObject<HTMLInputElement | null>, time: string): void {
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', time));
}

export function TimelineEnds({ bars: { bars }, selected, narrowed, onNarrow, onHold }: Props) {
  // The thumbs stand on the edges of bars: before the first one chosen and behind the last.
  const [moved, setMoved] = useState<readonly [number, number] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef<HTMLInputElement>(null);
  const to = useRef<HTMLInputElement>(null);
  const [first, end] = moved ?? [selected[0], selected[1] + 1];
  useSaid(from, monthAndYear(bars[first]?.key ?? ''));
  useSaid(to, monthAndYear(bars[end - 1]?.key ?? ''));
  useEffect(() => () => clearTimeout(timer.current), []);

  // At least one bar stays between them.
  const apart = ([left = 0, right = bars.length]: readonly number[]): [number, number] =>
    left === first ? [left, Math.max(right, left + 1)] : [Math.min(left, right - 1), right];
  const move = (values: readonly number[]): void => {
    clearTimeout(timer.current);
    setMoved(apart(values));
  };
  const letGo = (values: readonly number[]): void => {
    const [left, right] = apart(values);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      onNarrow(left, right - 1);
      setMoved(null);
    }, pause);
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) onHold(false);
  };
  return (
    <div className="time-ends-frame" onFocus={() => onHold(true)} onBlur={leave}>
      <Slider
        className={narrowed ? 'time-ends time-narrowed' : 'time-ends'}
        aria-label={say('time.slider')}
        minValue={0}
        maxValue={bars.length}
        value={[first, end]}
        onChange={move}
        onChangeEnd={letGo}
      >
        <SliderTrack className="time-track">
          <SliderThumb index={0} className="time-end" aria-label={say('time.from')} inputRef={from} />
          <SliderThumb index={1} className="time-end" aria-label={say('time.to')} inputRef={to} />
        </SliderTrack>
      </Slider>
    </div>
  );
}
