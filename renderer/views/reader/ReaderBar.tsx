/** What can be done with the cable: read it otherwise, keep it, print it, cite it. */
import { Download, Printer, Quote } from 'lucide-react';
import { Button, Radio, RadioGroup, Toolbar } from 'react-aria-components';
import { copyCitation, printCable } from '../../state/printing.ts';
import { setSettings, useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';

export function ReaderBar({ id, version }: { id: string; version: string | undefined }) {
  const view = useSettings(state => state.view);
  return (
    <div className="reader-bar">
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
      <Toolbar className="reader-tools" aria-label={say('reader.toolbar')}>
        <Button className="button button-quiet" onPress={() => void copyCitation(id, version)}>
          <Quote size={14} aria-hidden="true" />
          {say('reader.cite')}
        </Button>
        <Button className="button button-quiet" onPress={() => void printCable('print.pdf', id, version)}>
          <Download size={14} aria-hidden="true" />
          {say('reader.pdf')}
        </Button>
        <Button className="button button-quiet" onPress={() => void printCable('print.paper', id, version)}>
          <Printer size={14} aria-hidden="true" />
          {say('reader.print')}
        </Button>
      </Toolbar>
    </div>
  );
}
