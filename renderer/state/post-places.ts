/** Where the origins of cables lie: asked for once each, and remembered while the window is open. */
import { create } from 'zustand';
import { call } from '../api.ts';
import type { PostPlace } from '../../preload/contract/index.ts';

/** null for an origin that no table knows a place of */
export const usePostPlaces = create<{ known: ReadonlyMap<string, PostPlace | null> }>(() => ({
  known: new Map(),
}));

const asked = new Set<string>();

/** Asks for those that were not asked for yet. */
export async function askPlaces(origins: readonly string[]): Promise<void> {
  const fresh = origins.filter(origin => origin !== '' && origin.length <= 500 && !asked.has(origin));
  if (fresh.length === 0) return;
  for (const origin of fresh) asked.add(origin);
  const result = await call('glossary.places', { origins: fresh });
  if (!result.ok) {
    for (const origin of fresh) asked.delete(origin);
    return;
  }
  const known = new Map<string, PostPlace | null>(usePostPlaces.getState().known);
  for (const origin of fresh) known.set(origin, null);
  for (const place of result.value) known.set(place.origin, place);
  usePostPlaces.setState({ known });
}
