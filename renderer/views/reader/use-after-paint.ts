/** What needn't be there at once: drawn after the frame with what is more urgent was made. */
import { startTransition, useEffect, useState } from 'react';

/** The value, once what was drawn with it is on the screen; null until then. Another value begins anew. */
export function useAfterPaint<T>(value: T): T | null {
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
  return painted === value ? painted : null;
}
