/**
 * Going to a place of the text, also one that is still to be drawn; staying where one was when the view changes, and coming
 * back to where one left.
 */
import { useCallback, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { keepReadingPlace, readingPlace } from '../../state/reading-places.ts';
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
  /** the place that was asked for by a link, in units of the body; null for none */
  linked: number | null;
}

const noAim = { of: null, aim: null };

/** A place is kept once the scrolling rests for so long, in milliseconds. */
const rest = 200;

/** A head that is in sight stays in sight. */
const headInSight = 60;

/** What of the body stands at the top of the room; null near the head, and where no text is. */
function placeAtTop(room: HTMLElement | null, text: HTMLElement | null, body: string): Span | null {
  if (room === null || text === null || room.scrollTop < headInSight) return null;
  const { top } = room.getBoundingClientRect();
  const { left, width } = text.getBoundingClientRect();
  for (let down = 18; down < 170; down += 16) {
    const start = offsetAtPoint(text, left + width / 4, top + down, body);
    if (start !== null) return { start, end: Math.min(body.length, start + 12) };
  }
  return null;
}

/** Answers what goes to a place of the body. */
export function useGoTo({ within, shown, name, whole, linked }: Given): (aim: Aim) => void {
  const cable = shown?.canonicalId ?? null;
  // What was to be gone to in one cable is nothing to the next.
  const [{ of, aim: kept }, setKept] = useState<{ of: string | null; aim: Aim | null }>(noAim);
  const aim = of === cable ? kept : null;
  const setAim = useCallback(
    (to: Aim | null) => setKept(to === null ? noAim : { of: cable, aim: to }),
    [cable],
  );
  useEffect(() => {
    const text = textIn(within);
    if (aim === null || name === '' || text === null || shown === null) return;
    const found = goToSpan(text, aim.span, shown.body, aim.at);
    // What isn't drawn to its end may have it later.
    // oxlint-disable-next-line react/set-state-in-effect
    if (found || whole) setAim(null);
  }, [within, shown, aim, name, whole, setAim]);
  useEffect(
    () =>
      useSettings.subscribe((settings, before) => {
        const otherText = settings.view !== before.view || settings.changes !== before.changes;
        const otherLook =
          settings.textSize !== before.textSize ||
          settings.face !== before.face ||
          settings.measure !== before.measure;
        if (!otherText && !otherLook) return;
        const span = shown === null ? null : placeAtTop(within.current, textIn(within), shown.body);
        if (span === null) return;
        // A look is there with the next frame; a text is waited for.
        if (otherText) setAim({ span, at: 'start' });
        else requestAnimationFrame(() => setAim({ span, at: 'start' }));
      }),
    [within, shown, setAim],
  );
  useEffect(() => {
    if (cable === null) return;
    const start = linked ?? readingPlace(cable);
    // Where to go depends on what was read before, which is kept outside of what is drawn.
    // oxlint-disable-next-line react/set-state-in-effect
    if (start !== null) setAim({ span: { start, end: start + 12 }, at: 'start' });
  }, [cable, linked, setAim]);
  useEffect(() => {
    const room = within.current;
    // A place that is still to be gone to is not given up for the one that is shown meanwhile.
    if (room === null || shown === null || name === '' || aim !== null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const place = placeAtTop(room, textIn(within), shown.body);
        keepReadingPlace(shown.canonicalId, place?.start ?? null);
      }, rest);
    };
    room.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      room.removeEventListener('scroll', scrolled);
    };
  }, [within, shown, name, aim]);
  return setAim;
}
