/** The theme to draw: the one that was chosen, or the system's. */
import { useSyncExternalStore } from 'react';
import type { Theme } from '../state/settings.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function followSystem(changed: () => void): () => void {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

export function useShownTheme(chosen: Theme): Exclude<Theme, 'system'> {
  const night = useSyncExternalStore(followSystem, () => dark.matches);
  if (chosen !== 'system') return chosen;
  return night ? 'night' : 'light';
}
