/** Drawing a long text piece by piece, a piece a frame, so that no one piece keeps the window waiting. */
import { useEffect, useState } from 'react';

export interface Growth {
  /** so many chunks are drawn */
  drawn: number;
  /** so many of them as they are wanted now; the others as they were wanted before */
  current: number;
}

/**
 * Grows to `total` from `first`, by one chunk between two frames. Another `name` is another text and begins anew; another
 * `mode` is the same text drawn otherwise, chunk after chunk, with nothing taken away meanwhile.
 */
export function useGrowth(total: number, name: string, mode: string, first = 1): Growth {
  const [grown, setGrown] = useState({ name, mode, drawn: first, current: first });
  const fresh = grown.name !== name;
  const now = fresh
    ? { name, mode, drawn: first, current: first }
    : grown.mode === mode
      ? grown
      : { ...grown, mode, current: 1 };
  if (now !== grown) setGrown(now);
  const { drawn, current } = now;
  useEffect(() => {
    if (drawn >= total && current >= total) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() =>
        setGrown(before => ({
          ...before,
          drawn: Math.min(total, before.drawn + (before.current >= before.drawn ? 1 : 0)),
          current: Math.min(total, before.current + 1),
        })),
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [drawn, current, total]);
  return { drawn: Math.min(drawn, total), current };
}
