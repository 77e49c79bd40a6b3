/** Meets the host when the window opens, and follows what it tells. */
import { useEffect } from 'react';
import { listen } from '../api.ts';
import { followArchive, meetHost, useArchive } from '../state/archive.ts';
import { followProgress } from '../state/jobs.ts';
import { followAddress, go } from '../state/navigation.ts';
import { ask } from '../state/search.ts';
import { restoreTabs } from '../state/tabs.ts';
import { runCommand } from './commands.ts';

export function useHostEvents(): void {
  useEffect(() => {
    const ends = [
      followAddress(),
      followArchive(),
      followProgress(),
      listen('openCable', ({ id, paragraph }) => go({ room: 'cable', id: id.toUpperCase(), paragraph })),
      listen('command', ({ name }) => runCommand(name)),
      // Another archive, or another state of it: its tabs, and the question asked again.
      useArchive.subscribe(({ info }, before) => {
        if (info === null) return;
        if (info.id !== before.info?.id) restoreTabs(info.id);
        if (info.id !== before.info?.id || info.generation !== before.info.generation) void ask();
      }),
    ];
    void meetHost();
    return () => {
      for (const end of ends) end();
    };
  }, []);
}
