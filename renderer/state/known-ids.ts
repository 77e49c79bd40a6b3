/** Which cables the archive has, of those that are cited: asked for together, remembered until the archive changes. */
import { create } from 'zustand';
import { call } from '../api.ts';
import { useArchive } from './archive.ts';
import type { KnownCable } from '../../preload/contract/index.ts';

/** id -> the cable that the archive has under it, or null where it has none; absent until the answer is there */
export const useKnownIds = create<{ known: ReadonlyMap<string, KnownCable | null> }>(() => ({
  known: new Map(),
}));

let asked = new Set<string>();

useArchive.subscribe(({ info }, before) => {
  if (info?.id === before.info?.id && info?.generation === before.info?.generation) return;
  asked = new Set();
  useKnownIds.setState({ known: new Map() });
});

/** So many ids go into one question. */
const most = 5000;

/** Asks for those that were not asked for yet. */
export async function askIds(ids: readonly string[]): Promise<void> {
  const fresh = [...new Set(ids)].filter(id => id.length <= 200 && !asked.has(id)).slice(0, most);
  if (fresh.length === 0) return;
  const before = asked;
  for (const id of fresh) asked.add(id);
  const result = await call('cables.known', { ids: fresh });
  if (before !== asked) return;
  if (!result.ok) {
    for (const id of fresh) asked.delete(id);
    return;
  }
  useKnownIds.setState({
    known: new Map([...useKnownIds.getState().known, ...Object.entries(result.value)]),
  });
}
