/** Panes at the sides: beside the room where there is space, and over it, one at a time, where there is not. */
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { setSettings, useSettings } from './settings.ts';
import type { Pane } from './settings.ts';

const narrow = window.matchMedia('(max-width: 1000px)');

const useDrawer = create<{ open: Pane | null }>(() => ({ open: null }));

function followWidth(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

export interface PaneState {
  open: boolean;
  drawer: boolean;
}

export function usePane(pane: Pane): PaneState {
  const drawer = useSyncExternalStore(followWidth, () => narrow.matches);
  const kept = useSettings(state => state[pane]);
  const over = useDrawer(state => state.open === pane);
  return { drawer, open: drawer ? over : kept };
}

/** Folds a pane or brings it back. */
export function togglePane(pane: Pane): void {
  if (narrow.matches) useDrawer.setState(({ open }) => ({ open: open === pane ? null : pane }));
  else setSettings({ [pane]: !useSettings.getState()[pane] });
}

/** Brings a pane back where it is folded. */
export function showPane(pane: Pane): void {
  if (narrow.matches) useDrawer.setState({ open: pane });
  else setSettings({ [pane]: true });
}

/** Puts away a drawer: its room was left, or Escape was pressed. */
export function closeDrawer(): void {
  useDrawer.setState({ open: null });
}
