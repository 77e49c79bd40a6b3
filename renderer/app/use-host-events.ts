/** Meets the host when the window opens, and follows what it tells. */
import { useEffect } from 'react';
import { listen } from '../api.ts';
import { followArchive, meetHost, useArchive } from '../state/archive.ts';
import { foresee } from '../state/foresight.ts';
import { followHolder } from '../state/holder.ts';
import { followProgress } from '../state/jobs.ts';
import { followAddress, go, goInstead, here } from '../state/navigation.ts';
import { asksForWork } from '../state/question.ts';
import { ask, useSearch } from '../state/search.ts';
import { restoreTabs } from '../state/tabs.ts';
import { followWorkNotices } from '../state/work-notices.ts';
import { followWork, useWork } from '../state/work.ts';
import { runCommand } from './commands.ts';

export function useHostEvents(): void {
  useEffect(() => {
    const ends = [
      followAddress(),
      followArchive(),
      followHolder(),
      foresee(),
      followProgress(),
      followWork(),
      followWorkNotices(),
      useWork.subscribe(({ work }, before) => {
        if (before.work !== null && work !== before.work && asksForWork(useSearch.getState().question))
          void ask();
      }),
      listen('openCable', ({ id, paragraph }) => go({ room: 'cable', id: id.toUpperCase(), paragraph })),
      listen('command', ({ name }) => runCommand(name)),
      // Another archive, or another state of it: its tabs, and the question asked again.
      useArchive.subscribe(({ host, info }, before) => {
        if (info === null) return;
        // The first screen has done its part once there is more than the sample.
        if (here().room === 'start' && (host?.firstStart === false || info.cables > 1))
          goInstead({ room: 'search' });
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
