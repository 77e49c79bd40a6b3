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
  const known = useRef(false);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const shown = element.current;
    if (shown === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = shown;
      setSize(before => (before.width === width && before.height === height ? before : { width, height }));
      known.current = true;
    };
    // Measuring lays the page out at once: what is shown again was measured before, and the observer tells it anyway.
    if (!known.current) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
