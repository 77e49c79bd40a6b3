/** Keeps the title of the page, which is the window's on every host. Nothing is drawn for it. */
import { useEffect } from 'react';
import { useArchive } from '../state/archive.ts';
import { cableAtHand } from '../state/cables.ts';
import { useNavigation } from '../state/navigation.ts';
import { useSettings } from '../state/settings.ts';
import { useTabs } from '../state/tabs.ts';
import { useWork } from '../state/work.ts';
import { shownRoom } from './shown-room.ts';
import { titleFor } from './window-title.ts';
import type { Named } from './window-title.ts';

const named: Named = {
  // The tab knows it a moment after the cable came, and still when the cable is forgotten.
  subjectOf: id =>
    cableAtHand(id)?.shown.subject ?? useTabs.getState().open.find(tab => tab.id === id)?.title ?? null,
  dossierOf: id => {
    const dossiers = useWork.getState().work?.dossiers ?? [];
    return (id === null ? dossiers[0] : dossiers.find(dossier => dossier.id === id))?.name ?? null;
  },
};

function write(): void {
  const shown = shownRoom(useNavigation.getState().place, useArchive.getState());
  const title = titleFor(typeof shown === 'string' ? null : shown, named);
  // Each writing is told to the host's window, the same title too.
  if (document.title !== title) document.title = title;
}

/** Follows the place, what gives it its name, and the language. */
export function useTitle(): void {
  useEffect(() => {
    write();
    const ends = [useNavigation, useArchive, useTabs, useWork, useSettings].map(store =>
      store.subscribe(write),
    );
    return () => {
      for (const end of ends) end();
    };
  }, []);
}
