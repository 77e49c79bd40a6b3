/** The reader: outline at left, the cable in the middle, what is known about it at right. */
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Fault } from '../../components/Fault.tsx';
import { FoldingPane } from '../../components/FoldingPane.tsx';
import { askIds } from '../../state/known-ids.ts';
import { useCable } from '../../state/load.ts';
import { useSettings } from '../../state/settings.ts';
import { openTab } from '../../state/tabs.ts';
import { askTerms } from '../../state/terms.ts';
import { say } from '../../words/say.ts';
import { AboutPane } from './AboutPane.tsx';
import { CableHead } from './CableHead.tsx';
import { CableText } from './CableText.tsx';
import { ComparedView } from './ComparedView.tsx';
import { FindBar } from './FindBar.tsx';
import { MissingCable } from './MissingCable.tsx';
import { Outline } from './Outline.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { termsOf } from './terms-of.ts';
import { useHitMarks } from './use-hit-marks.ts';

export function ReaderRoom({ id, paragraph }: { id: string; paragraph: number | null }) {
  const [version, setVersion] = useState<string | undefined>(undefined);
  const [other, setOther] = useState<string | null>(null);
  const { cable, fault } = useCable(id, version);
  const showVersion = (key: string): void => {
    setOther(null);
    setVersion(key);
  };
  const view = useSettings(state => state.view);
  const scroll = useRef<HTMLElement>(null);
  const shown = cable?.shown ?? null;
  // The text first; what stands beside it a moment later, so that neither makes the other wait.
  const beside = useDeferredValue(cable, null);
  const missing = fault?.code === 'no-such-cable';

  useEffect(() => {
    if (shown !== null) openTab(id, shown.subject);
  }, [id, shown]);
  useEffect(() => {
    if (shown !== null) void askIds(shown.references.flatMap(one => one.id ?? []));
  }, [shown]);
  useEffect(() => {
    if (cable !== null) void askTerms(termsOf(cable));
  }, [cable]);
  useHitMarks(scroll, shown?.canonicalId ?? null, shown === null ? '' : `${shown.key} ${view}`);
  // The focus goes to the text, so that the keys scroll it at once.
  const here = shown !== null;
  useEffect(() => {
    if (here) scroll.current?.focus({ preventScroll: true });
  }, [here]);
  useEffect(() => {
    if (!here || paragraph === null || view !== 'reading') return;
    // Numbering can restart within a cable; a link means the first of that number.
    scroll.current?.querySelector(`[data-number="${paragraph}"]`)?.scrollIntoView({ block: 'start' });
  }, [here, paragraph, view]);

  if (missing) return <MissingCable id={id} />;
  if (fault !== null) return <Fault fault={fault} />;
  if (cable === null || shown === null) return <div className="reader-room" aria-busy="true" />;
  return (
    <div className="reader-room">
      <FoldingPane side="left" pane="outline" label={say('reader.outline')}>
        {beside === null ? null : <Outline cable={beside} />}
      </FoldingPane>
      <article className="reader-middle" aria-label={`${shown.id} ${shown.subject ?? ''}`}>
        <ReaderBar id={id} version={version} />
        <FindBar within={scroll} name={`${shown.key} ${view}`} />
        {other === null ? (
          <section
            className="reader-scroll"
            aria-label={say('reader.text', { id: shown.id })}
            ref={scroll}
            tabIndex={0}
          >
            <div className={view === 'reading' ? 'column' : 'column column-sheet'}>
              <CableHead cable={shown} level={1} />
              <CableText cable={cable} view={view} level={2} />
            </div>
          </section>
        ) : (
          <ComparedView cable={shown} other={other} onClose={() => setOther(null)} />
        )}
      </article>
      <FoldingPane side="right" pane="about" label={say('reader.about')}>
        {beside === null ? null : <AboutPane cable={beside} onVersion={showVersion} onCompare={setOther} />}
      </FoldingPane>
    </div>
  );
}
