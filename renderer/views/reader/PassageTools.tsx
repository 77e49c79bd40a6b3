/** What can be done with the passage that is selected, beside it; a note is written there too. */
import { Copy, NotebookPen } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { tell } from '../../state/notices.ts';
import { dropPassage, Tints, usePassage } from '../../state/passage.ts';
import type { Passage } from '../../state/passage.ts';
import { say } from '../../words/say.ts';
import { NoteField } from './NoteField.tsx';
import { highlightPassage, notePassage } from './passage-work.ts';
import { placeBeside } from './place-beside.ts';
import type { Place } from './place-beside.ts';
import { piecesIn, rangesOfSpan } from './text-places.ts';
import { textIn } from './use-passage.ts';
import type { CableWork, ShownCable } from '../../../preload/contract/index.ts';

interface Props {
  within: RefObject<HTMLElement | null>;
  shown: ShownCable;
  highlights: CableWork['highlights'];
  /** changes when other text is drawn */
  name: string;
  onCopy: (passage: Passage) => void;
}

/** Keeps a draft at hand: what was written is lost by no key. */
function putAway(passage: Passage, draft: string): void {
  dropPassage();
  if (draft.trim() === '') return;
  const run = () => usePassage.setState({ passage, writing: true, draft });
  tell(say('note.discarded'), 'done', [{ label: say('note.bringBack'), run }]);
}

export function PassageTools({ within, shown, highlights, name, onCopy }: Props) {
  const { passage, writing, draft, tint } = usePassage();
  const tools = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const here = passage?.key === shown.key ? passage : null;
  useLayoutEffect(() => {
    const [room, text, own] = [within.current, textIn(within), tools.current];
    if (here === null || name === '' || room === null || text === null || own === null) return;
    const boxes = rangesOfSpan(piecesIn(text), here, shown.body).flatMap(range => [
      ...range.getClientRects(),
    ]);
    // Where it stands depends on what is drawn, which can only be looked at once it is.
    // oxlint-disable-next-line react/set-state-in-effect
    setPlace(placeBeside(boxes, own.getBoundingClientRect(), room));
    if (writing) own.scrollIntoView({ block: 'nearest' });
  }, [here, writing, shown, within, name]);
  useEffect(() => dropPassage, []);
  if (here === null) return null;
  const back = (): void => within.current?.focus({ preventScroll: true });
  return (
    <div
      className="passage-tools"
      ref={tools}
      style={place === null ? { opacity: 0 } : { left: `${place.left}px`, top: `${place.top}px` }}
      // A press on a tool must not take the selection away.
      onMouseDown={event => {
        if (!writing) event.preventDefault();
      }}
      role="presentation"
    >
      {writing ? (
        <NoteField
          label={say('note.field')}
          text={draft}
          onSave={text => {
            void notePassage(here, text, highlights).then(kept => {
              if (kept) back();
            });
          }}
          onCancel={text => {
            putAway(here, text);
            back();
          }}
        />
      ) : (
        <Toolbar className="passage-bar" aria-label={say('passage.tools')}>
          {Tints.map(one => (
            <Button
              key={one}
              className={`tint tint-${one}`}
              aria-label={`${say('passage.highlight')}: ${say(`passage.${one}`)}`}
              onPress={() => void highlightPassage(here, one, highlights)}
            >
              <span className="tint-letters tint-sample" aria-hidden="true" />
              {one === tint ? <kbd className="tint-last" aria-hidden="true" /> : null}
            </Button>
          ))}
          <Button
            className="button button-quiet"
            onPress={() => usePassage.setState({ writing: true, draft: '' })}
          >
            <NotebookPen size={14} aria-hidden="true" />
            {say('passage.note')}
            <kbd aria-hidden="true">N</kbd>
          </Button>
          <Button className="button button-quiet" onPress={() => onCopy(here)}>
            <Copy size={14} aria-hidden="true" />
            {say('passage.copy')}
            <kbd aria-hidden="true">⇧C</kbd>
          </Button>
        </Toolbar>
      )}
    </div>
  );
}
