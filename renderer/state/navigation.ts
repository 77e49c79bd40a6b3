/** The place the window shows. The address's fragment is the truth, so that back and forward are the browser's own. */
import { create } from 'zustand';
import { cableAtHand, loadCable } from './cables.ts';
import { hashOf, placeOf } from './place.ts';
import type { Place } from './place.ts';

interface Navigation {
  place: Place;
}

/** Where the address is now: the store may follow a moment later. */
export const here = (): Place => placeOf(window.location.hash);

export const useNavigation = create<Navigation>(() => ({ place: here() }));

/** So long a cable is waited for before an empty reader is shown, in milliseconds: one that is on its way is mostly sooner. */
const patience = 120;
let steps = 0;

/**
 * Shows a place: at once, but for a cable that has to be fetched. Drawing a reader without its text and then the text takes
 * longer than waiting for both.
 */
function show(place: Place): void {
  steps += 1;
  const step = steps;
  const arrive = (): void => {
    if (step === steps) useNavigation.setState({ place });
  };
  const before = useNavigation.getState().place;
  const isOther = place.room === 'cable' && !(before.room === 'cable' && before.id === place.id);
  if (!isOther || cableAtHand(place.id) !== undefined) {
    arrive();
    return;
  }
  const timer = setTimeout(arrive, patience);
  void loadCable(place.id).then(() => {
    clearTimeout(timer);
    // The newest step only, and once: it may have been shown without its text meanwhile.
    if (useNavigation.getState().place !== place) arrive();
  });
}

/**
 * Goes to a place. The same place again does nothing. The step is put into the history without a visit to the
 * fragment: the browser would lay the page out to look for an element of that name, and tell of it only later.
 */
export function go(place: Place): void {
  const hash = hashOf(place);
  if (window.location.hash === hash) return;
  window.history.pushState(null, '', hash === '' ? window.location.pathname + window.location.search : hash);
  show(place);
}

/** Goes to a place without leaving a step to go back to. */
export function goInstead(place: Place): void {
  window.history.replaceState(window.history.state, '', hashOf(place));
  show(place);
}

/** A plain press on a link within the window goes there at once too; one that wants another window is the browser's. */
function press(event: MouseEvent): void {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
  const hash = target instanceof Element ? target.closest('a[href^="#"]')?.getAttribute('href') : null;
  if (hash === null || hash === undefined) return;
  event.preventDefault();
  go(placeOf(hash));
}

/** Follows the address and the links to places; the answer ends it. */
export function followAddress(): () => void {
  const follow = (): void => show(here());
  window.addEventListener('hashchange', follow);
  window.addEventListener('click', press);
  return () => {
    window.removeEventListener('hashchange', follow);
    window.removeEventListener('click', press);
  };
}
