/** What can be done with the cable: read it otherwise, go through its hits, keep it, print it, cite it. */
import { ChevronDown, ChevronUp, Download, Printer, Quote } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { Radio, RadioGroup, ToggleButton, Toolbar } from 'react-aria-components';
import { IconButton } from '../../components/IconButton.tsx';
import { Tool } from '../../components/Tool.tsx';
import { copyCitation, printCable } from '../../state/printing.ts';
import { setSettings, useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { AddToDossier } from '../dossiers/AddToDossier.tsx';
import type { HitMarks } from './use-hit-marks.ts';

function Hits({ count, at, step }: HitMarks) {
  if (count === 0) return null;
  const told = at === -1 ? say('hits.some', { count }) : say('hits.count', { at: at + 1, count });
  return (
    <div className="reader-hits">
      <span role="status">{told}</span>
      <IconButton icon={ChevronUp} name={say('hits.previous')} keys="," onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} name={say('hits.next')} keys="." onPress={() => step(1)} />
    </div>
  );
}

const Views = memo(function Views() {
  const view = useSettings(state => state.view);
  const changes = useSettings(state => state.changes);
  return (
    <div className="reader-views">
      <RadioGroup
        className="switch"
        orientation="horizontal"
        aria-label={say('reader.view')}
        value={view}
        onChange={value => setSettings({ view: value === 'transmitted' ? 'transmitted' : 'reading' })}
      >
        <Radio value="reading" className="switch-item">
          {say('reader.reading')}
        </Radio>
        <Radio value="transmitted" className="switch-item">
          {say('reader.transmitted')}
        </Radio>
      </RadioGroup>
      {view === 'reading' ? (
        <ToggleButton
          className="button button-quiet reader-changes"
          isSelected={changes}
          onChange={chosen => setSettings({ changes: chosen })}
        >
          {say('changes.switch')}
        </ToggleButton>
      ) : null}
    </div>
  );
});

/** The cable that the bar's tools are about at the moment of a press. */
interface Open {
  id: string;
  version: string | undefined;
}

const Deliveries = memo(function Deliveries({ open }: { open: RefObject<Open> }) {
  const print = (method: 'print.pdf' | 'print.paper'): void =>
    void printCable(method, open.current.id, open.current.version);
  return (
    <>
      <Tool
        icon={Quote}
        name={say('reader.cite')}
        onPress={() => void copyCitation(open.current.id, open.current.version)}
      />
      <Tool icon={Download} name={say('reader.pdf')} onPress={() => print('print.pdf')} />
      <Tool icon={Printer} name={say('reader.print')} onPress={() => print('print.paper')} />
    </>
  );
});

const IntoDossier = memo(function IntoDossier({ id }: { id: string }) {
  return <AddToDossier key={id} ids={[id]} />;
});

/** Its parts are not drawn anew for another cable: a press asks which one it is. */
export function ReaderBar({ id, version, hits }: Open & { hits: HitMarks }) {
  const open = useRef({ id, version });
  useEffect(() => {
    open.current = { id, version };
  }, [id, version]);
  return (
    <div className="reader-bar">
      <Views />
      <Hits {...hits} />
      <Toolbar className="reader-tools" aria-label={say('reader.toolbar')}>
        <IntoDossier id={id} />
        <Deliveries open={open} />
      </Toolbar>
    </div>
  );
}
