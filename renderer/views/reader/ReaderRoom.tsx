/** The reader: outline at left, the cable in the middle, what is known about it at right. */
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Fault } from '../../components/Fault.tsx';
import { FoldingPane } from '../../components/FoldingPane.tsx';
import { useCableWork } from '../../state/cable-work.ts';
import { textName, useDrawn } from '../../state/drawn.ts';
import { askIds } from '../../state/known-ids.ts';
import { useCable } from '../../state/load.ts';
import { useOverlays } from '../../state/overlays.ts';
import { useSettings } from '../../state/settings.ts';
import { openTab } from '../../state/tabs.ts';
import { askTerms } from '../../state/terms.ts';
import { rememberVisit } from '../../state/work.ts';
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
import { termsOf } from './terms-of.ts';
import { useGoTo } from './use-go-to.ts';
import type { Aim } from './use-go-to.ts';
import { useHitMarks } from './use-hit-marks.ts';
import { useNoteMarks } from './use-note-marks.ts';
import { useSelectedPassage } from './use-passage.ts';
import { useTextKeys } from './use-text-keys.ts';
import type { Span } from '../../../preload/contract/index.ts';

export function ReaderRoom({ id, paragraph }: { id: string; paragraph: number | null }) {
  const [version, setVersion] = useState<string | undefined>(undefined);
  const [other, setOther] = useState<string | null>(null);
  const graph = useOverlays(state => state.graph);
  const { cable, fault } = useCable(id, version);
  const showVersion = (key: string): void => {
    setOther(null);
    setVersion(key);
  };
  const view = useSettings(state => state.view);
  const changes = useSettings(state => state.changes);
  const scroll = useRef<HTMLElement>(null);
  const shown = cable?.shown ?? null;
  // The text first; what stands beside it a moment later, so that neither makes the other wait.
  const beside = useDeferredValue(cable, null);
  const work = useCableWork(id, shown?.key ?? null);
  // Without blocks there is nothing to read but the exact text.
  const seen = cable?.reading.blocks.length === 0 ? 'transmitted' : view;
  const name = shown === null || graph || other !== null ? '' : textName(shown.key, seen, changes);
  const whole = useDrawn(state => state.whole === name);
  // What is marked in the text is marked once for its beginning and once more for all of it.
  const drawn = name === '' || whole ? name : `${name} …`;

  useEffect(() => () => useOverlays.setState({ graph: false }), []);
  useEffect(() => {
    if (shown !== null) openTab(id, shown.subject);
  }, [id, shown]);
  useEffect(() => {
    if (shown !== null) void askIds(shown.references.flatMap(one => one.id ?? []));
  }, [shown]);
  useEffect(() => {
    if (cable !== null) void askTerms(termsOf(cable));
  }, [cable]);
  const visited = shown?.canonicalId ?? null;
  useEffect(() => {
    if (visited !== null) rememberVisit(visited);
  }, [visited]);
  const hits = useHitMarks(scroll, shown?.canonicalId ?? null, drawn);
  useNoteMarks(scroll, shown, work, drawn);
  useSelectedPassage(scroll, shown);
  const highlights = work?.highlights ?? [];
  const { onKeyDown, copyIt } = useTextKeys({ within: scroll, shown, highlights, stepHit: hits.step });
  // The focus goes to the text, so that the keys scroll it at once.
  const here = shown !== null && !graph;
  useEffect(() => {
    if (here) scroll.current?.focus({ preventScroll: true });
  }, [here]);
  // Numbering can restart within a cable; a link means the first of that number.
  const linked = shown?.paragraphs.find(one => paragraph !== null && one.number === paragraph)?.start ?? null;
  const goTo = useGoTo({ within: scroll, shown, name, whole, linked });

  if (fault?.code === 'no-such-cable') return <MissingCable id={id} />;
  if (fault !== null) return <Fault fault={fault} />;
  if (cable === null || shown === null) return <div className="reader-room" aria-busy="true" />;
  const leadTo = (span: Span, at: Aim['at'] = 'center'): void => {
    setOther(null);
    useOverlays.setState({ graph: false });
    goTo({ span, at });
  };
  const middle = () => {
    if (graph) return <GraphView id={shown.canonicalId} />;
    if (other !== null) return <ComparedView cable={shown} other={other} onClose={() => setOther(null)} />;
    return (
      <ReaderText cable={cable} view={view} within={scroll} work={work} onKeyDown={onKeyDown}>
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
    <div className="reader-room">
      <FoldingPane side="left" pane="outline" label={say('reader.outline')}>
        {beside === null ? null : <Outline cable={beside} onGo={span => leadTo(span, 'start')} />}
      </FoldingPane>
      <article className="reader-middle" aria-label={`${shown.id} ${shown.subject ?? ''}`}>
        <ReaderBar id={id} version={version} hits={hits} />
        <FindBar within={scroll} name={drawn} />
        {middle()}
      </article>
      <FoldingPane side="right" pane="about" label={say('reader.about')}>
        {beside === null ? null : (
          <AboutPane
            cable={beside}
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
}
