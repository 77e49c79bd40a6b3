/** Going to a place of the text, also one that is still to be drawn; and staying where one was when the view changes. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useSettings } from '../../state/settings.ts';
import { goToSpan, offsetAtPoint } from './text-places.ts';
import { textIn } from './use-passage.ts';
import type { ShownCable, Span } from '../../../preload/contract/index.ts';

export interface Aim {
  span: Span;
  /** where the place comes to stand */
  at: 'start' | 'center';
}

interface Given {
  within: RefObject<HTMLElement | null>;
  shown: ShownCable | null;
  /** names what is drawn; '' while it is no text */
  name: string;
  /** whether it is drawn to its end */
  whole: boolean;
}

/** A head that is in sight stays in sight. */
const headInSight = 60;

/** What of the body stands at the top of the room; null near the head, and where no text is. */
function placeAtTop(room: HTMLElement | null, text: HTMLElement | null, body: string): Span | null {
  if (room === null || text === null || room.scrollTop < headInSight) return null;
  const { top } = room.getBoundingClientRect();
  const { left, width } = text.getBoundingClientRect();
  for (let down = 8; down < 160; down += 16) {
    const start = offsetAtPoint(text, left + width / 4, top + down, body);
    if (start !== null) return { start, end: Math.min(body.length, start + 12) };
  }
  return null;
}

/** Answers what goes to a place of the body. */
export function useGoTo({ within, shown, name, whole }: Given): (aim: Aim) => void {
  const [aim, setAim] = useState<Aim | null>(null);
  useEffect(() => {
    const text = textIn(within);
    if (aim === null || name === '' || text === null || shown === null) return;
    const found = goToSpan(text, aim.span, shown.body, aim.at);
    // What isn't drawn to its end may have it later.
    // oxlint-disable-next-line react/set-state-in-effect
    if (found || whole) setAim(null);
  }, [within, shown, aim, name, whole]);
  useEffect(
    () =>
      useSettings.subscribe((settings, before) => {
        if (settings.view === before.view && settings.changes === before.changes) return;
        const span = shown === null ? null : placeAtTop(within.current, textIn(within), shown.body);
        if (span !== null) setAim({ span, at: 'start' });
      }),
    [within, shown],
  );
  return setAim;
}
