/** Which cables the archive has, of those that are cited: asked for together, remembered until the archive changes. */
import { create } from 'zustand';
import { call, jobName } from '../api.ts';
import { useArchive } from './archive.ts';
import type { CableSummary } from '../../preload/contract/index.ts';

/** id -> the cable that the archive has under it, or null where it has none; absent until the answer is there */
export const useKnownIds = create<{ known: ReadonlyMap<string, CableSummary | null> }>(() => ({
  known: new Map(),
}));

let asked = new Set<string>();

useArchive.subscribe(({ info }, before) => {
  if (info?.id === before.info?.id && info?.generation === before.info?.generation) return;
  asked = new Set();
  useKnownIds.setState({ known: new Map() });
});

/** So many ids go into one question. */
const most = 200;

/** Asks for those that were not asked for yet. */
export async function askIds(ids: readonly string[]): Promise<void> {
  const fresh = [...new Set(ids)].filter(id => !asked.has(id)).slice(0, most);
  if (fresh.length === 0) return;
  const before = asked;
  for (const id of fresh) asked.add(id);
  const query = fresh.map(id => `id:${id}`).join(' OR ');
  const request = { query, limit: Math.min(1000, fresh.length * 2), snippets: false };
  const result = await call('search.run', { job: jobName('ids'), request });
  if (before !== asked) return;
  if (!result.ok) {
    for (const id of fresh) asked.delete(id);
    return;
  }
  const here = new Map(result.value.results.map(hit => [hit.id, hit]));
  const known = new Map(useKnownIds.getState().known);
  for (const id of fresh) known.set(id, here.get(id) ?? null);
  useKnownIds.setState({ known });
}
