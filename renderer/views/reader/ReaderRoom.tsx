/** The reader: outline at left, the cable in the middle, what is known about it at right. */
import { memo, useEffect, useRef, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import { Fault } from '../../components/Fault.tsx';
import { FoldingPane } from '../../components/FoldingPane.tsx';
import { useCableWork } from '../../state/cable-work.ts';
import type { OpenCable } from '../../state/cables.ts';
import { textName, useDrawn } from '../../state/drawn.ts';
import { useCable } from '../../state/load.ts';
import { useOverlays } from '../../state/overlays.ts';
import { useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { AboutPane } from './AboutPane.tsx';
import { ComparedView } from './ComparedView.tsx';
import { FindBar } from './FindBar.tsx';
import { GraphView } from './GraphView.tsx';
import { MissingCable } from './MissingCable.tsx';
import { Outline } from './Outline.tsx';
import { PassageTools } from './PassageTools.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { ReaderText } from './ReaderText.tsx';
import { useAfterPaint } from './use-after-paint.ts';
import { useGoTo } from './use-go-to.ts';
import type { Aim } from './use-go-to.ts';
import { useHitMarks } from './use-hit-marks.ts';
import { useNoteMarks } from './use-note-marks.ts';
import { useOpened } from './use-opened.ts';
import { useSelectedPassage } from './use-passage.ts';
import { useTextKeys } from './use-text-keys.ts';
import type { Span } from '../../../preload/contract/index.ts';

interface Props {
  id: string;
  paragraph: number | null;
}

interface Look {
  id: string;
  /** the record of the cable that is shown; its newest where none was chosen */
  version: string | undefined;
  /** the record that stands beside it */
  other: string | null;
}

const look = (id: string): Look => ({ id, version: undefined, other: null });

const isSameCable = (before: OpenCable | null, now: OpenCable | null): boolean =>
  before !== null && before.shown.canonicalId === now?.shown.canonicalId;

/** Keyed by the cable: what lay over it, and which record of it was chosen, goes when it is left. */
function WithCable({ onLeave }: { onLeave: Dispatch<SetStateAction<Look>> }) {
  useEffect(
    () => () => {
      useOverlays.setState({ graph: false });
      onLeave(kept => (kept.version === undefined && kept.other === null ? kept : look(kept.id)));
    },
    [onLeave],
  );
  return null;
}

/**
 * One room for all cables: going from one to another changes what is in it, and what stands around the text stays. It is
 * kept behind the other rooms (`app/Room.tsx`), where none of its effects run.
 */
export const ReaderRoom = memo(function ReaderRoom({ id, paragraph }: Props) {
  const [kept, setLook] = useState(look(id));
  const { version, other } = kept.id === id ? kept : look(id);
  const setOther = (key: string | null): void => setLook({ id, version, other: key });
  const graph = useOverlays(state => state.graph);
  const loaded = useCable(id, version);
  // What came for another cable is not shown for this one.
  const { cable, fault } = loaded.id === id ? loaded : { cable: null, fault: null };
  const view = useSettings(state => state.view);
  const changes = useSettings(state => state.changes);
  const scroll = useRef<HTMLElement>(null);
  /** Shows another record, and gives the keys to its text: the button that was pressed for it goes. */
  const showVersion = (key: string): void => {
    setLook({ id, version: key, other: null });
    useOverlays.setState({ graph: false });
    scroll.current?.focus({ preventScroll: true });
  };
  const shown = cable?.shown ?? null;
  // The text first; what stands beside it a moment later, so that neither makes the other wait.
  const painted = useAfterPaint(cable, isSameCable);
  const work = useCableWork(id, painted?.shown.key ?? null);
  // Without blocks there is nothing to read but the exact text.
  const seen = cable?.reading.blocks.length === 0 ? 'transmitted' : view;
  const name = shown === null || graph || other !== null ? '' : textName(shown.key, seen, changes);
  const whole = useDrawn(state => state.whole === name);
  // What is marked in the text is marked once for its beginning and once more for all of it.
  const drawn = name === '' || whole ? name : `${name} …`;

  useOpened(id, cable, painted);
  const hits = useHitMarks(scroll, shown?.canonicalId ?? null, drawn);
  useNoteMarks(scroll, shown, work, drawn);
  useSelectedPassage(scroll, shown);
  const highlights = work?.highlights ?? [];
  const { onKeyDown, copyIt } = useTextKeys({ within: scroll, shown, highlights, stepHit: hits.step });
  // Numbering can restart within a cable; a link means the first of that number.
  const linked = shown?.paragraphs.find(one => paragraph !== null && one.number === paragraph)?.start ?? null;
  const goTo = useGoTo({ within: scroll, shown, name, whole, linked });

  if (fault?.code === 'no-such-cable') return <MissingCable key={id} id={id} />;
  if (fault !== null) return <Fault fault={fault} />;
  const leadTo = (span: Span, at: Aim['at'] = 'center'): void => {
    setOther(null);
    useOverlays.setState({ graph: false });
    goTo({ span, at });
  };
  const middle = () => {
    if (cable === null || shown === null) return null;
    if (graph) return <GraphView id={shown.canonicalId} />;
    if (other !== null) return <ComparedView cable={shown} other={other} onClose={() => setOther(null)} />;
    return (
      <ReaderText key={id} cable={cable} view={view} within={scroll} work={work} onKeyDown={onKeyDown}>
        <PassageTools
          key={shown.key}
          within={scroll}
          shown={shown}
          highlights={highlights}
          name={drawn}
          onCopy={copyIt}
        />
      </ReaderText>
    );
  };
  return (
    <div className="reader-room" aria-busy={cable === null}>
      <FoldingPane side="left" pane="outline" label={say('reader.outline')}>
        {painted === null ? null : <Outline cable={painted} onGo={span => leadTo(span, 'start')} />}
      </FoldingPane>
      <article className="reader-middle" aria-label={`${shown?.id ?? id} ${shown?.subject ?? ''}`}>
        <ReaderBar id={id} version={version} hits={hits} />
        <WithCable key={`over ${id}`} onLeave={setLook} />
        <FindBar key={id} within={scroll} name={drawn} />
        {middle()}
      </article>
      <FoldingPane side="right" pane="about" label={say('reader.about')}>
        {painted === null ? null : (
          <AboutPane
            cable={painted}
            work={work}
            onVersion={showVersion}
            onCompare={setOther}
            onGraph={() => useOverlays.setState({ graph: true })}
            onGo={leadTo}
          />
        )}
      </FoldingPane>
    </div>
  );
});
