/** The chosen cable, beside the list. It changes a moment after the cursor rests, and never flashes empty. */
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { Fault } from '../../components/Fault.tsx';
import { askIds } from '../../state/known-ids.ts';
import { useCable } from '../../state/load.ts';
import { go } from '../../state/navigation.ts';
import { useSearch } from '../../state/search.ts';
import { askTerms } from '../../state/terms.ts';
import { say } from '../../words/say.ts';
import { CableHead } from '../reader/CableHead.tsx';
import { CableText } from '../reader/CableText.tsx';
import { termsOf } from '../reader/terms-of.ts';
import { useHitMarks } from '../reader/use-hit-marks.ts';

/** A cursor that runs through the list is waited for so long, in milliseconds. */
const rest = 70;

function useResting(id: string | null): string | null {
  const [resting, setResting] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setResting(id), rest);
    return () => clearTimeout(timer);
  }, [id]);
  return resting;
}

export function Preview() {
  const chosen = useResting(useSearch(state => state.chosen));
  const { cable: loaded, fault } = useCable(chosen);
  // A long cable is drawn in pieces of time, so that keys in the list are not held up.
  const cable = useDeferredValue(loaded, null);
  useEffect(() => {
    if (cable === null) return;
    void askTerms(termsOf(cable));
    void askIds(cable.shown.references.flatMap(one => one.id ?? []));
  }, [cable]);
  const text = useRef<HTMLDivElement>(null);
  useHitMarks(text, cable?.shown.canonicalId ?? null, cable?.shown.key ?? '');
  if (chosen === null) return <p className="quiet preview-none">{say('search.noPreview')}</p>;
  if (fault !== null) return <Fault fault={fault} />;
  if (cable === null) return null;
  const { shown } = cable;
  return (
    <div className="preview">
      <div className="preview-bar">
        <Button
          className="button"
          onPress={() => go({ room: 'cable', id: shown.canonicalId, paragraph: null })}
        >
          {say('search.open')}
        </Button>
      </div>
      {/* The text is scrolled by keys too, so it can have the focus. */}
      <div
        className="preview-scroll"
        ref={text}
        tabIndex={0}
        role="group"
        aria-label={say('reader.text', { id: shown.id })}
        key={shown.key}
      >
        <CableHead cable={shown} level={2} />
        <CableText cable={cable} view="reading" level={3} />
      </div>
    </div>
  );
}
