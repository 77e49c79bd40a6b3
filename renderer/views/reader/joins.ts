/** Where the reading view joined the lines of the body: a run's text cut at each line break that it no longer shows. Pure. */
import { inkAt, inkCount } from './ink.ts';
import type { ShownRun } from './lead.ts';

const lineBreak = /[\n\r\f\v\u2028\u2029]/;

/** The run's text in parts; between one and the next a line break of the body was joined. Nothing of the text is lost. */
export function joinedParts(body: string, run: ShownRun): string[] {
  const { start, end, skip, text } = run;
  const source = body.slice(start, end);
  const parts: string[] = [];
  let cut = 0; // where the part begins
  let ink = 0; // of the source, before the gap
  let read = 0; // of the source
  let at = 0; // of the text, before which the same ink stands
  for (const gap of source.matchAll(/\s+/g)) {
    const more = inkCount(source.slice(read, gap.index));
    const before = Math.max(0, ink - skip);
    ink += more;
    read = gap.index;
    if (ink < skip) continue;
    const last = at;
    at = inkAt(text, ink - skip - before, at);
    if (!lineBreak.test(gap[0])) continue;
    // Before its first word a run shows a gap only where it was joined; tables keep their line breaks.
    const shown = /\s+$/.exec(text.slice(Math.max(last, at - 400), at))?.[0] ?? '';
    if ((at === 0 && shown === '') || shown.includes('\n')) continue;
    if (ink === skip && shown === '') continue;
    parts.push(text.slice(cut, at));
    cut = at;
  }
  return [...parts, text.slice(cut)];
}
