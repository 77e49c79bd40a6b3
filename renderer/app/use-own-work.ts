/** The person's dossiers and saved searches, for the palette: found by name, gone to by a press. */
import { go } from '../state/navigation.ts';
import { runSearch, useSavedSearches } from '../state/saved-searches.ts';
import { useDossiers } from '../state/dossiers.ts';
import { fits } from './fits.ts';

export interface OwnWork {
  key: string;
  name: string;
  kind: 'suggestion.dossier' | 'suggestion.saved';
}

/** At most so many of each, beside commands and cables. */
const few = 5;

/** What fits; `choose` goes to it and answers whether the key was one of these. */
export function useOwnWork(words: string): {
  found: readonly OwnWork[];
  choose: (key: string) => boolean;
} {
  const dossiers = useDossiers();
  const saved = useSavedSearches();
  const fitting = <T extends { name: string }>(list: readonly T[]): T[] =>
    words.trim() === '' ? [] : list.filter(({ name }) => fits(name, words)).slice(0, few);
  const found: OwnWork[] = [
    ...fitting(dossiers).map(({ id, name }) => ({
      key: `dossier:${id}`,
      name,
      kind: 'suggestion.dossier' as const,
    })),
    ...fitting(saved).map(({ id, name }) => ({
      key: `saved:${id}`,
      name,
      kind: 'suggestion.saved' as const,
    })),
  ];
  const choose = (key: string): boolean => {
    const dossier = dossiers.find(({ id }) => key === `dossier:${id}`);
    const search = saved.find(({ id }) => key === `saved:${id}`);
    if (dossier !== undefined) go({ room: 'dossiers', id: dossier.id });
    else if (search === undefined) return false;
    else runSearch(search);
    return true;
  };
  return { found, choose };
}
