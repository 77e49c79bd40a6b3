/** The place the window shows. The address's fragment is the truth, so that back and forward are the browser's own. */
import { create } from 'zustand';
import { hashOf, placeOf } from './place.ts';
import type { Place } from './place.ts';

interface Navigation {
  place: Place;
}

/** Where the address is now: right after a step the store only follows, when the browser tells of it. */
export const here = (): Place => placeOf(window.location.hash);

export const useNavigation = create<Navigation>(() => ({ place: here() }));

/** Goes to a place. The same place again does nothing. */
export function go(place: Place): void {
  const hash = hashOf(place);
  if (window.location.hash !== hash) window.location.hash = hash;
}

/** Goes to a place without leaving a step to go back to. */
export function goInstead(place: Place): void {
  window.history.replaceState(window.history.state, '', hashOf(place));
  useNavigation.setState({ place });
}

/** Follows the address; the answer ends it. */
export function followAddress(): () => void {
  const follow = (): void => useNavigation.setState({ place: here() });
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}
