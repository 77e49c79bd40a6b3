/** What can be done with the cable: read it otherwise, go through its hits, keep it, print it, cite it. */
import { ChevronDown, ChevronUp, Download, Printer, Quote } from 'lucide-react';
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

export function ReaderBar({
  id,
  version,
  hits,
}: {
  id: string;
  version: string | undefined;
  hits: HitMarks;
}) {
  const view = useSettings(state => state.view);
  const changes = useSettings(state => state.changes);
  return (
    <div className="reader-bar">
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
      <Hits {...hits} />
      <Toolbar className="reader-tools" aria-label={say('reader.toolbar')}>
        <AddToDossier ids={[id]} />
        <Tool icon={Quote} name={say('reader.cite')} onPress={() => void copyCitation(id, version)} />
        <Tool
          icon={Download}
          name={say('reader.pdf')}
          onPress={() => void printCable('print.pdf', id, version)}
        />
        <Tool
          icon={Printer}
          name={say('reader.print')}
          onPress={() => void printCable('print.paper', id, version)}
        />
      </Toolbar>
    </div>
  );
}
