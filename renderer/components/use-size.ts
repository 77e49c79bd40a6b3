/** The size of an element, as it changes. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export interface Size {
  /** in CSS pixels; 0 before the element was measured */
  width: number;
  height: number;
}

/** A ref for the element, and its inner size. */
export function useSize<Of extends HTMLElement>(): [RefObject<Of | null>, Size] {
  const element = useRef<Of>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const shown = element.current;
    if (shown === null) return undefined;
    const measure = (): void => setSize({ width: shown.clientWidth, height: shown.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
