/** Where the keys go when a room is entered by a key: what had the focus is gone or behind the room, and nothing else has it. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Whether nothing that is shown has the focus. What is put behind a room keeps it for a moment longer. */
export function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || !focused.checkVisibility();
}

/**
 * For the element of a room that takes the keys: a page that scrolls, a heading (`tabIndex` -1). It takes them when it
 * comes, and when its room comes to the front again, but never from something that is shown.
 */
export function useTakeFocus<Taker extends HTMLElement>(): RefObject<Taker | null> {
  const taker = useRef<Taker>(null);
  useEffect(() => {
    if (isFocusFree()) taker.current?.focus({ preventScroll: true });
  }, []);
  return taker;
}
