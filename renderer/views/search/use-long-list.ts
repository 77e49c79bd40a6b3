/** A list of many rows of one height, of which only those in sight are drawn. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { ScrollScale, drawnHeight } from './scroll-scale.ts';

/** The height that was seen last, in pixels: a list that comes back is mostly as high as it was. */
let lastView = 0;

interface At {
  offset: number;
  shift: number;
}

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
  /** the height that is seen, in pixels; 0 before it was measured */
  view: number;
  /** how far the list is scrolled, in pixels of the whole list */
  offset: number;
  /** scrolls the list to such an offset */
  goTo: (offset: number) => void;
  /** brings a row into sight, with as little movement as it takes */
  show: (row: number) => void;
}

export function useLongList(count: number, height: number): LongList {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(lastView);
  const [at, setAt] = useState<At>({ offset: 0, shift: 0 });
  const scale = useRef(new ScrollScale(0, 0));
  // Where the box was scrolled to, as far as it told. Asking the element itself would lay the page out at once, and a
  // new answer would be laid out twice.
  const scrolled = useRef(0);
  const stand = useCallback((offset: number): void => {
    const { shift } = scale.current;
    setAt(before => (before.offset === offset && before.shift === shift ? before : { offset, shift }));
  }, []);
  const scrollTo = useCallback((top: number): void => {
    if (scrolled.current === top) return;
    scrolled.current = top;
    list.current?.scrollTo({ top, behavior: 'instant' });
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      // Nothing is seen of a room that is not shown.
      if (element.clientHeight === 0) return;
      lastView = element.clientHeight;
      setView(lastView);
    };
    // Told when the page is laid out anyway.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    scale.current = new ScrollScale(count * height, view);
    const take = (top: number): void => {
      scrolled.current = top;
      const { offset, put } = scale.current.scrolled(top);
      if (put !== null) scrollTo(put);
      stand(offset);
    };
    const follow = (): void => take(element.scrollTop);
    take(scrolled.current);
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [count, height, view, scrollTo, stand]);

  const goTo = useCallback(
    (wanted: number): void => {
      if (view === 0) return;
      const offset = Math.min(wanted, Math.max(0, count * height - view));
      scrollTo(scale.current.go(offset));
      stand(offset);
    },
    [view, count, height, scrollTo, stand],
  );
  const show = useCallback(
    (row: number): void => {
      if (view === 0) return;
      const now = scrolled.current + scale.current.shift;
      const top = row * height;
      if (top >= now && top + height <= now + view) return;
      goTo(top < now ? top : top + height - view);
    },
    [view, height, goTo],
  );

  return {
    list,
    drawn: drawnHeight(count * height),
    first: Math.min(Math.max(0, Math.floor(at.offset / height) - spare), Math.max(0, count - 1)),
    end: Math.min(count, Math.ceil((at.offset + view) / height) + spare),
    topOf: row => row * height - at.shift,
    view,
    offset: at.offset,
    goTo,
    show,
  };
}
