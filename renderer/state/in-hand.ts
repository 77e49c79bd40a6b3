/** The cables that a key press or a command is about: those marked in the list, the one under its cursor, or the one that is open. */
import { useMarked } from './marked.ts';
import { useNavigation } from './navigation.ts';
import { useSearch } from './search.ts';

/** Their ids; none where no cable is at hand. */
export function cablesInHand(): string[] {
  const { place } = useNavigation.getState();
  if (place.room === 'cable') return [place.id];
  if (place.room !== 'search' && place.room !== 'start') return [];
  const { ids } = useMarked.getState();
  if (ids.size > 0) return [...ids];
  const { chosen } = useSearch.getState();
  return chosen === null ? [] : [chosen];
}
