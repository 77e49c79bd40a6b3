/** What lists show of cables that are named by their ids only: asked for together, kept until the archive changes. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { call } from '../api.ts';
import { useArchive } from './archive.ts';
import type { KnownCable } from '../../preload/contract/index.ts';

/** id -> what the archive has under it, null where it has nothing; absent until the answer is there */
export const useSummaries = create<{ known: ReadonlyMap<string, KnownCable | null> }>(() => ({
  known: new Map(),
}));

let asked = new Set<string>();

useArchive.subscribe(({ info }, before) => {
  if (info?.id === before.info?.id && info?.generation === before.info?.generation) return;
  asked = new Set();
  useSummaries.setState({ known: new Map() });
});

/** So many ids go into one question; the host takes no more. */
const most = 5000;

/** Asks for those that were not asked for yet. */
export async function askSummaries(ids: readonly string[]): Promise<void> {
  const mine = asked;
  const fresh = [...new Set(ids)].filter(id => !mine.has(id));
  for (const id of fresh) mine.add(id);
  for (let at = 0; at < fresh.length; at += most) {
    const part = fresh.slice(at, at + most);
    // oxlint-disable-next-line no-await-in-loop
    const result = await call('cables.known', { ids: part });
    if (mine !== asked) return;
    if (!result.ok) {
      for (const id of part) mine.delete(id);
      return;
    }
    const known = new Map(useSummaries.getState().known);
    for (const id of part) known.set(id, result.value[id] ?? null);
    useSummaries.setState({ known });
  }
}

/** Sees to it that these cables are known. */
export function useAskSummaries(ids: readonly string[]): void {
  const known = useSummaries(state => state.known);
  useEffect(() => {
    if (ids.some(id => !known.has(id))) void askSummaries(ids);
  }, [ids, known]);
}

/** What the archive has under an id: null where it has nothing, undefined while that is not known. */
export const useSummary = (id: string): KnownCable | null | undefined =>
  useSummaries(state => state.known.get(id));
