/** How much room a row has. */
import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { useSize } from '../../components/use-size.ts';

/** The width that was seen last, in pixels: a list that comes back is mostly as wide as it was, and must begin so. */
let lastWidth = 0;

/** What a row has at its sides, in pixels: the box to mark with, its margin, the scroll bar. */
const beside = 65;

/** A ref for the frame of the list, and the room of a row in it, in rem of so many pixels. */
export function useRoom(rem: number): [RefObject<HTMLDivElement | null>, number] {
  const [frame, { width }] = useSize<HTMLDivElement>();
  useLayoutEffect(() => {
    if (width > 0) lastWidth = width;
  }, [width]);
  return [frame, ((width > 0 ? width : lastWidth) - beside) / rem];
}
