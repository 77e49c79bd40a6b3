/** What follows from a cable being read, once it is drawn: its tab, the trace of the visit, what its links and codes need. */
import { useEffect } from 'react';
import type { OpenCable } from '../../state/cables.ts';
import { askIds } from '../../state/known-ids.ts';
import { openTab } from '../../state/tabs.ts';
import { askTerms } from '../../state/terms.ts';
import { rememberVisit } from '../../state/work.ts';
import { termsOf } from './terms-of.ts';

/** `cable` is null until it is drawn; `id` is how it was asked for. */
export function useOpened(id: string, cable: OpenCable | null): void {
  const shown = cable?.shown ?? null;
  useEffect(() => {
    if (shown !== null) openTab(id, shown.subject);
  }, [id, shown]);
  useEffect(() => {
    if (shown !== null) void askIds(shown.references.flatMap(one => one.id ?? []));
  }, [shown]);
  useEffect(() => {
    if (cable !== null) void askTerms(termsOf(cable));
  }, [cable]);
  const visited = shown?.canonicalId ?? null;
  useEffect(() => {
    if (visited !== null) rememberVisit(visited);
  }, [visited]);
}
