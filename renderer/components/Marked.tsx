/** Text with its hits marked. Ranges are in UTF-16 units of the text; what does not fit is left out. */
import type { ReactNode } from 'react';

export function Marked({ text, hits }: { text: string; hits: readonly (readonly [number, number])[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of hits) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
