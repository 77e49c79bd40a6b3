/** What follows from a cable being read: its tab, the trace of the visit, what its links and codes need. */
import { useEffect } from 'react';
import type { OpenCable } from '../../state/cables.ts';
import { askIds } from '../../state/known-ids.ts';
import { openTab } from '../../state/tabs.ts';
import { askTerms } from '../../state/terms.ts';
import { planVisit } from '../../state/visits.ts';
import { termsOf } from './terms-of.ts';

/** So long the text is left alone to be drawn, in milliseconds. */
const drawing = 60;

/** `painted` is the cable once it is drawn; `id` is how it was asked for. Whoever goes on sooner has opened it all the same. */
export function useOpened(id: string, cable: OpenCable | null, painted: OpenCable | null): void {
  const visited = cable?.shown.canonicalId ?? null;
  const subject = cable?.shown.subject ?? null;
  useEffect(() => {
    if (visited === null) return undefined;
    const visit = planVisit(visited);
    const timer = setTimeout(() => {
      openTab(id, subject);
      visit();
    }, drawing);
    return () => {
      clearTimeout(timer);
      // Without a tab: it may be left because its tab was closed.
      visit();
    };
  }, [id, visited, subject]);
  const shown = painted?.shown ?? null;
  useEffect(() => {
    if (shown !== null) void askIds(shown.references.flatMap(one => one.id ?? []));
  }, [shown]);
  useEffect(() => {
    if (painted !== null) void askTerms(termsOf(painted));
  }, [painted]);
}
