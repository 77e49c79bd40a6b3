/** What can be done with the results of a search; part of the table in `commands.ts`. */
import { clearMarks, markAll, useMarked } from '../state/marked.ts';
import { go } from '../state/navigation.ts';
import { setView, useSearch } from '../state/search.ts';
import { setSettings, useSettings } from '../state/settings.ts';
import type { Command } from './commands.ts';

export const searchCommands: readonly Command[] = [
  {
    id: 'places',
    label: 'command.places',
    keys: ['g p'],
    run: () => {
      go({ room: 'search' });
      setView(useSearch.getState().view === 'list' ? 'places' : 'list');
    },
  },
  {
    id: 'layout',
    label: 'command.layout',
    keys: [],
    run: () => setSettings({ layout: useSettings.getState().layout === 'rows' ? 'table' : 'rows' }),
  },
  {
    id: 'density',
    label: 'command.density',
    keys: [],
    run: () =>
      setSettings({
        density: useSettings.getState().density === 'compact' ? 'comfortable' : 'compact',
      }),
  },
  {
    id: 'timeline',
    label: 'command.timeline',
    keys: [],
    run: () => setSettings({ timeline: !useSettings.getState().timeline }),
  },
  { id: 'mark-all', label: 'command.markAll', keys: [], run: () => void markAll() },
  {
    id: 'clear-marks',
    label: 'mark.clear',
    keys: [],
    run: clearMarks,
    when: () => useMarked.getState().ids.size > 0,
  },
];
