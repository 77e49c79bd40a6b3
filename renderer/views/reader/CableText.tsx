/** The text of a cable in the view that was chosen. */
import type { OpenCable } from '../../state/cables.ts';
import type { Settings } from '../../state/settings.ts';
import { ReadingView } from './ReadingView.tsx';
import { TransmittedView } from './TransmittedView.tsx';

interface Props {
  cable: OpenCable;
  view: Settings['view'];
  /** of the headings in the text */
  level: 2 | 3;
}

export function CableText({ cable, view, level }: Props) {
  // Without blocks there is nothing to read but the exact text.
  if (view === 'transmitted' || cable.reading.blocks.length === 0)
    return <TransmittedView cable={cable.shown} />;
  return <ReadingView cable={cable} level={level} />;
}
