/** The cables that a key press or a command is about: those marked in a list, the one under its cursor, or the one that is open. */
import { create } from 'zustand';
import { markingUnderWay, useMarked } from './marked.ts';
import { here, useNavigation } from './navigation.ts';
import { useSearch } from './search.ts';

/** The rows that are chosen in the dossier that is shown. */
export const useChosenRows = create<{ ids: readonly string[] }>(() => ({ ids: [] }));

/** Their ids; none where no cable is at hand. */
export function cablesInHand(): readonly string[] {
  const { place } = useNavigation.getState();
  switch (place.room) {
    case 'cable':
      return [place.id];
    case 'dossiers':
      return useChosenRows.getState().ids;
    case 'start':
    case 'search': {
      const { ids } = useMarked.getState();
      if (ids.size > 0) return [...ids];
      const { chosen } = useSearch.getState();
      return chosen === null ? [] : [chosen];
    }
    case 'library':
    case 'receipt':
    case 'history':
      return [];
  }
}

/** Whether marks are still on their way in the list that is shown, so that it isn't known yet what is in hand. */
function awaitsMarks(): boolean {
  const { room } = useNavigation.getState().place;
  return (room === 'search' || room === 'start') && markingUnderWay() !== null;
}

/** Whether any cable is in hand, or will be. */
export const anyInHand = (): boolean => awaitsMarks() || cablesInHand().length > 0;

/**
 * Does something with the cables in hand: at once, or when the marking that is under way has come to its end. Where that
 * fails, or the person went elsewhere meanwhile, nothing is done: fewer cables than were meant would be worse.
 */
export async function withCablesInHand(act: (ids: readonly string[]) => void): Promise<void> {
  const marking = awaitsMarks() ? markingUnderWay() : null;
  if (marking !== null) {
    const { room } = here();
    if (!(await marking) || here().room !== room) return;
  }
  const ids = cablesInHand();
  if (ids.length > 0) act(ids);
}
