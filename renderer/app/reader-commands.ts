/** What can be done with the text of the open cable; part of the table in `commands.ts`. */
import { useNavigation } from '../state/navigation.ts';
import { useOverlays } from '../state/overlays.ts';
import { Tints } from '../state/passage.ts';
import { readerAct } from '../state/reader-acts.ts';
import { setSettings, useSettings } from '../state/settings.ts';
import type { Command } from './commands.ts';

const when = (): boolean => useNavigation.getState().place.room === 'cable';

/** The tints by their keys; each beside its own command, so that the palette and the cheat sheet have them. */
const tintCommands: readonly Command[] = Tints.map((tint, at) => ({
  id: `highlight-${tint}`,
  label: `command.highlight-${tint}`,
  keys: [String(at + 1)],
  run: () => readerAct(acts => acts.highlight(tint)),
  when,
}));

export const readerCommands: readonly Command[] = [
  {
    id: 'next-block',
    label: 'command.nextBlock',
    keys: ['j'],
    run: () => readerAct(acts => acts.step(1)),
    when,
  },
  {
    id: 'previous-block',
    label: 'command.previousBlock',
    keys: ['k'],
    run: () => readerAct(acts => acts.step(-1)),
    when,
  },
  {
    id: 'highlight',
    label: 'command.highlight',
    keys: ['h'],
    run: () => readerAct(acts => acts.highlight()),
    when,
  },
  ...tintCommands,
  { id: 'note', label: 'command.note', keys: ['n'], run: () => readerAct(acts => acts.note()), when },
  {
    id: 'note-on-cable',
    label: 'command.noteOnCable',
    keys: ['N'],
    run: () => readerAct(acts => acts.noteOnCable()),
    when,
  },
  {
    id: 'copy-passage',
    label: 'command.copyPassage',
    keys: ['C'],
    run: () => readerAct(acts => acts.copyPassage()),
    when,
  },
  {
    id: 'copy-link',
    label: 'command.copyLink',
    keys: ['y'],
    run: () => readerAct(acts => acts.copyLink()),
    when,
  },
  {
    id: 'next-hit',
    label: 'command.nextHit',
    keys: ['.'],
    run: () => readerAct(acts => acts.stepHit(1)),
    when,
  },
  {
    id: 'previous-hit',
    label: 'command.previousHit',
    keys: [','],
    run: () => readerAct(acts => acts.stepHit(-1)),
    when,
  },
  {
    id: 'changes',
    label: 'command.changes',
    keys: ['w'],
    run: () => setSettings({ view: 'reading', changes: !useSettings.getState().changes }),
    when,
  },
  {
    id: 'graph',
    label: 'command.graph',
    keys: ['g g'],
    run: () => useOverlays.setState({ graph: !useOverlays.getState().graph }),
    when,
  },
];
