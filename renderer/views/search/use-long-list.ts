/** A list of many rows of one height, of which only those in sight are drawn. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { ScrollScale, drawnHeight } from './scroll-scale.ts';

/** So many rows more than are seen, at either side, so that a small step needs no new ones. */
const spare = 6;

export interface LongList {
  /** for the element that scrolls */
  list: RefObject<HTMLDivElement | null>;
  /** the height of the box that holds the rows */
  drawn: number;
  first: number;
  /** one past the last row to draw */
  end: number;
  topOf: (row: number) => number;
  /** brings a row into sight, with as little movement as it takes */
  show: (row: number) => void;
}

export function useLongList(count: number, height: number): LongList {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(0);
  const [at, setAt] = useState({ offset: 0, shift: 0 });
  const scale = useRef(new ScrollScale(0, 0));

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => setView(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    scale.current = new ScrollScale(count * height, view);
    const follow = (): void => {
      const { offset, put } = scale.current.scrolled(element.scrollTop);
      if (put !== null) element.scrollTo({ top: put, behavior: 'instant' });
      setAt({ offset, shift: scale.current.shift });
    };
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [count, height, view]);

  const show = useCallback(
    (row: number): void => {
      const element = list.current;
      if (element === null || view === 0) return;
      const now = element.scrollTop + scale.current.shift;
      const top = row * height;
      if (top >= now && top + height <= now + view) return;
      const offset = top < now ? top : top + height - view;
      element.scrollTo({ top: scale.current.go(offset), behavior: 'instant' });
      setAt({ offset, shift: scale.current.shift });
    },
    [view, height],
  );

  return {
    list,
    drawn: drawnHeight(count * height),
    first: Math.min(Math.max(0, Math.floor(at.offset / height) - spare), Math.max(0, count - 1)),
    end: Math.min(count, Math.ceil((at.offset + view) / height) + spare),
    topOf: row => row * height - at.shift,
    show,
  };
}
