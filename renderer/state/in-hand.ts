/** The cables that a key press or a command is about: those marked in a list, the one under its cursor, or the one that is open. */
import { create } from 'zustand';
import { useMarked } from './marked.ts';
import { useNavigation } from './navigation.ts';
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
