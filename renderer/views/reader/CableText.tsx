/** The text of a cable in the view that was chosen. */
import type { OpenCable } from '../../state/cables.ts';
import type { Settings } from '../../state/settings.ts';
import { ReadingView } from './ReadingView.tsx';
import { TransmittedView } from './TransmittedView.tsx';

export function CableText({ cable, view }: { cable: OpenCable; view: Settings['view'] }) {
  // Without blocks there is nothing to read but the exact text.
  if (view === 'transmitted' || cable.reading.blocks.length === 0)
    return <TransmittedView cable={cable.shown} />;
  return <ReadingView cable={cable} />;
}
