/** Everything that can be done, once: the palette, the cheat sheet, the keys and the host's menu all read this table. */
import { useArchive } from '../state/archive.ts';
import { verifyArchive } from '../state/archive-work.ts';
import { chooseAndImport } from '../state/importing.ts';
import { go, useNavigation } from '../state/navigation.ts';
import { useOverlays } from '../state/overlays.ts';
import { togglePane } from '../state/pane.ts';
import { copyCitation, printCable } from '../state/printing.ts';
import { nextTextSize, setSettings, useSettings } from '../state/settings.ts';
import { anyInHand, withCablesInHand } from '../state/in-hand.ts';
import { chooseDossierFor } from '../state/dossiers.ts';
import { toggleUnread } from '../state/saved-searches.ts';
import { toggleRead } from '../state/read-marks.ts';
import { closeTab, useTabs } from '../state/tabs.ts';
import { redoNewest, undoNewest } from '../state/work.ts';
import type { WordKey } from '../words/en.ts';
import { readerCommands } from './reader-commands.ts';
import { searchCommands } from './search-commands.ts';

export interface Command {
  id: string;
  label: WordKey;
  /** as `Mod+K`, `Alt+ArrowLeft`, `/`; several do the same. `Mod` is Control, on a Mac Command */
  keys: readonly string[];
  run: () => void;
  /** whether it makes sense now; always, where this is left out */
  when?: () => boolean;
}

const cable = (): string | null => {
  const { place } = useNavigation.getState();
  return place.room === 'cable' ? place.id : null;
};
const inCable = (): boolean => cable() !== null;
const withCable = (run: (id: string) => void) => (): void => {
  const id = cable();
  if (id !== null) run(id);
};

function stepTab(step: 1 | -1): void {
  const { open } = useTabs.getState();
  if (open.length === 0) return;
  const at = open.findIndex(tab => tab.id === cable());
  const next = open[(at + step + open.length) % open.length];
  if (next !== undefined) go({ room: 'cable', id: next.id, paragraph: null });
}

/** Folds or opens the pane at one side of the room that is shown. */
function toggleSide(side: 'left' | 'right'): void {
  if (inCable()) togglePane(side === 'left' ? 'outline' : 'about');
  else togglePane(side === 'left' ? 'facets' : 'preview');
}

/** Goes to the search room and does something there. */
function inSearchRoom(act: () => void): void {
  go({ room: 'search' });
  // The room may have to be drawn first.
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** Puts the keys into the query as soon as its room is shown, for which it waits so many frames. */
function focusShownQuery(frames: number): void {
  const field = document.getElementById('query');
  if (field instanceof HTMLInputElement && field.checkVisibility()) {
    field.focus();
    field.select();
  } else if (frames > 0) requestAnimationFrame(() => focusShownQuery(frames - 1));
}

function focusQuery(): void {
  go({ room: 'search' });
  // The key that asked for it must not be typed into it.
  requestAnimationFrame(() => focusShownQuery(120));
}

const textSize = (step: 1 | -1): void =>
  setSettings({ textSize: nextTextSize(useSettings.getState().textSize, step) });

export const commands: readonly Command[] = [
  { id: 'search', label: 'command.search', keys: ['/'], run: focusQuery },
  { id: 'library', label: 'command.library', keys: ['g l'], run: () => go({ room: 'library' }) },
  {
    id: 'dossiers',
    label: 'command.dossiers',
    keys: ['g d'],
    run: () => go({ room: 'dossiers', id: null }),
  },
  { id: 'history', label: 'command.history', keys: ['g h'], run: () => go({ room: 'history' }) },
  {
    id: 'add-to-dossier',
    label: 'command.addToDossier',
    keys: ['d'],
    run: () => void withCablesInHand(chooseDossierFor),
    when: anyInHand,
  },
  {
    id: 'toggle-read',
    label: 'command.toggleRead',
    keys: ['u'],
    run: () => void withCablesInHand(ids => void toggleRead(ids)),
    when: anyInHand,
  },
  {
    id: 'save-search',
    label: 'command.saveSearch',
    keys: [],
    run: () => inSearchRoom(() => document.getElementById('save-search')?.click()),
  },
  { id: 'unread', label: 'command.unread', keys: [], run: toggleUnread },
  {
    id: 'palette',
    label: 'command.palette',
    keys: ['Mod+K'],
    run: () => useOverlays.setState({ palette: true }),
  },
  { id: 'shortcuts', label: 'command.keys', keys: ['?'], run: () => useOverlays.setState({ keys: true }) },
  { id: 'import', label: 'command.import', keys: ['Mod+O'], run: () => void chooseAndImport(false) },
  {
    id: 'import-folder',
    label: 'command.importFolder',
    keys: ['Mod+Shift+O'],
    run: () => void chooseAndImport(true),
  },
  { id: 'back', label: 'command.back', keys: ['Alt+ArrowLeft'], run: () => window.history.back() },
  { id: 'forward', label: 'command.forward', keys: ['Alt+ArrowRight'], run: () => window.history.forward() },
  { id: 'close-tab', label: 'command.closeTab', keys: ['x'], run: withCable(closeTab), when: inCable },
  { id: 'next-tab', label: 'command.nextTab', keys: [']'], run: () => stepTab(1) },
  { id: 'previous-tab', label: 'command.previousTab', keys: ['['], run: () => stepTab(-1) },
  {
    id: 'save-pdf',
    label: 'command.pdf',
    keys: ['Mod+S'],
    run: withCable(id => void printCable('print.pdf', id)),
    when: inCable,
  },
  {
    id: 'print',
    label: 'command.print',
    keys: ['Mod+P'],
    run: withCable(id => void printCable('print.paper', id)),
    when: inCable,
  },
  {
    id: 'cite',
    label: 'command.cite',
    keys: ['c'],
    run: withCable(id => void copyCitation(id)),
    when: inCable,
  },
  {
    id: 'view',
    label: 'command.view',
    keys: ['v'],
    run: () => setSettings({ view: useSettings.getState().view === 'reading' ? 'transmitted' : 'reading' }),
    when: inCable,
  },
  {
    id: 'find',
    label: 'command.find',
    keys: ['Mod+F'],
    run: () => (inCable() ? useOverlays.setState({ find: true }) : focusQuery()),
  },
  ...readerCommands,
  ...searchCommands,
  { id: 'undo', label: 'command.undo', keys: ['Mod+Z'], run: () => void undoNewest() },
  {
    id: 'redo',
    label: 'command.redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    run: () => void redoNewest(),
  },
  { id: 'left-pane', label: 'command.leftPane', keys: ['Mod+B'], run: () => toggleSide('left') },
  { id: 'right-pane', label: 'command.rightPane', keys: ['Mod+I'], run: () => toggleSide('right') },
  { id: 'bigger', label: 'command.bigger', keys: ['+'], run: () => textSize(1) },
  { id: 'smaller', label: 'command.smaller', keys: ['-'], run: () => textSize(-1) },
  { id: 'theme-system', label: 'command.themeSystem', keys: [], run: () => setSettings({ theme: 'system' }) },
  { id: 'theme-light', label: 'command.themeLight', keys: [], run: () => setSettings({ theme: 'light' }) },
  { id: 'theme-night', label: 'command.themeNight', keys: [], run: () => setSettings({ theme: 'night' }) },
  { id: 'theme-sepia', label: 'command.themeSepia', keys: [], run: () => setSettings({ theme: 'sepia' }) },
  { id: 'english', label: 'command.english', keys: [], run: () => setSettings({ language: 'en' }) },
  { id: 'german', label: 'command.german', keys: [], run: () => setSettings({ language: 'de' }) },
  {
    id: 'copy-archive',
    label: 'copy.open',
    keys: [],
    run: () => useOverlays.setState({ copy: true }),
    when: () => useArchive.getState().info !== null,
  },
  {
    id: 'verify',
    label: 'command.verify',
    keys: [],
    run: () => void verifyArchive(),
    when: () => useArchive.getState().info !== null,
  },
];

/** Carries out a command by its id; one that makes no sense now, or that nobody knows, does nothing. */
export function runCommand(id: string): void {
  const command = commands.find(one => one.id === id);
  if (command !== undefined && (command.when?.() ?? true)) command.run();
}
