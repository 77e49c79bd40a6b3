/** The cables that are open as tabs, kept for each archive. */
import { z } from 'zod';
import { create } from 'zustand';
import { keep, readKept } from './kept.ts';
import { go, useNavigation } from './navigation.ts';

const TabSchema = z.object({ id: z.string(), title: z.string().nullable() });
export type Tab = z.infer<typeof TabSchema>;

interface Tabs {
  archive: string | null;
  open: Tab[];
}

export const useTabs = create<Tabs>(() => ({ archive: null, open: [] }));

useTabs.subscribe(({ archive, open }) => {
  if (archive !== null) keep(`tabs.${archive}`, open);
});

/** Brings back the tabs of an archive. */
export function restoreTabs(archive: string): void {
  if (useTabs.getState().archive === archive) return;
  useTabs.setState({ archive, open: readKept(`tabs.${archive}`, z.array(TabSchema).max(200), []) });
}

/** Makes sure that a cable has a tab, and that the tab knows its subject. */
export function openTab(id: string, title: string | null): void {
  const { open } = useTabs.getState();
  const at = open.findIndex(tab => tab.id === id);
  if (at === -1) useTabs.setState({ open: [...open, { id, title }] });
  else if (title !== null && open[at]?.title !== title) {
    useTabs.setState({ open: open.map(tab => (tab.id === id ? { id, title } : tab)) });
  }
}

/** Where to go when a tab closes: the tab that takes its place, else the one before, else the search. Pure. */
export function afterClosing(open: readonly Tab[], id: string): Tab | null {
  const at = open.findIndex(tab => tab.id === id);
  return open[at + 1] ?? open[at - 1] ?? null;
}

/** Closes a tab; what was shown in it gives way to its neighbour. */
export function closeTab(id: string): void {
  const { open } = useTabs.getState();
  const next = afterClosing(open, id);
  const { place } = useNavigation.getState();
  useTabs.setState({ open: open.filter(tab => tab.id !== id) });
  if (place.room !== 'cable' || place.id !== id) return;
  go(next === null ? { room: 'search' } : { room: 'cable', id: next.id, paragraph: null });
}
