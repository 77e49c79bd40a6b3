/** What needn't be there at once: drawn after the frame with what is more urgent was made. */
import { startTransition, useEffect, useState } from 'react';

/**
 * The value, once what was drawn with it is on the screen; null until then. Another value begins anew, but one about the
 * same thing: then the one before stays until that moment.
 */
export function useAfterPaint<T>(value: T, isSame: (before: T, now: T) => boolean): T | null {
  const [painted, setPainted] = useState<T | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted !== null && (painted === value || isSame(painted, value)) ? painted : null;
}
