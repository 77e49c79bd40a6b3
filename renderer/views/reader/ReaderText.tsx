/** The room's middle: the cable's head and text, scrolled together; keyed by the cable, so that another begins at its top. */
import { useEffect } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import type { OpenCable } from '../../state/cables.ts';
import { showPane } from '../../state/pane.ts';
import { usePassage } from '../../state/passage.ts';
import { setSettings } from '../../state/settings.ts';
import type { Settings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { CableHead } from './CableHead.tsx';
import { CableText } from './CableText.tsx';
import { offsetAtPoint } from './text-places.ts';
import { textIn } from './use-passage.ts';
import type { CableWork } from '../../../preload/contract/index.ts';

interface Props {
  cable: OpenCable;
  view: Settings['view'];
  within: RefObject<HTMLElement | null>;
  work: CableWork | null;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
}

export function ReaderText({ cable, view, within, work, onKeyDown, children }: Props) {
  const { shown } = cable;
  // The focus goes to the text when it comes, so that the keys scroll it at once.
  useEffect(() => within.current?.focus({ preventScroll: true }), [within]);
  /** A press on a highlight shows what is noted about it. */
  const press = (event: MouseEvent): void => {
    const text = textIn(within);
    const laid = work?.highlights ?? [];
    if (laid.length === 0 || text === null || window.getSelection()?.isCollapsed === false) return;
    const at = offsetAtPoint(text, event.clientX, event.clientY, shown.body);
    const there =
      at === null
        ? undefined
        : laid.findLast(({ anchor }) => anchor !== null && anchor.start <= at && at < anchor.end);
    usePassage.setState({ chosen: there?.id ?? null });
    if (there === undefined) return;
    setSettings({ aboutPart: 'notes' });
    if (window.innerWidth > 1000) showPane('about');
  };
  return (
    <section
      className="reader-scroll"
      aria-label={say('reader.text', { id: shown.id })}
      ref={within}
      tabIndex={0}
    >
      {/* Keys and presses belong to the blocks and highlights in it. */}
      <div
        className={view === 'reading' ? 'column' : 'column column-sheet'}
        onKeyDown={onKeyDown}
        onClick={press}
        role="presentation"
      >
        <CableHead cable={shown} level={1} />
        <CableText cable={cable} view={view} level={2} />
      </div>
      {children}
    </section>
  );
}
