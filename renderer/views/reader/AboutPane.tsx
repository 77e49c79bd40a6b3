/** What is known about the cable besides its text, in four parts: about, references, notes, versions. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { OpenCable } from '../../state/cables.ts';
import { AboutParts, setSettings, useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { InDossiers } from '../dossiers/InDossiers.tsx';
import { ReadState } from '../dossiers/ReadState.tsx';
import { CableFacts } from './CableFacts.tsx';
import { CitedBy } from './CitedBy.tsx';
import { NotesPart } from './NotesPart.tsx';
import { Part } from './Part.tsx';
import { References } from './References.tsx';
import { Versions } from './Versions.tsx';
import { Button } from 'react-aria-components';
import type { CableWork, Span } from '../../../preload/contract/index.ts';

interface Props {
  cable: OpenCable;
  /** null until it came */
  work: CableWork | null;
  onVersion: (key: string) => void;
  /** puts a record beside the one that is shown */
  onCompare: (key: string) => void;
  onGraph: () => void;
  /** goes to a place of the body */
  onGo: (span: Span) => void;
}

type AboutPart = (typeof AboutParts)[number];

export function AboutPane({ cable, work, onVersion, onCompare, onGraph, onGo }: Props) {
  const { shown } = cable;
  const kept = useSettings(state => state.aboutPart);
  const several = shown.versions.length > 1;
  const parts = AboutParts.filter(part => part !== 'versions' || several);
  const counts: Record<AboutPart, number> = {
    about: 0,
    references: shown.references.length,
    notes:
      work === null
        ? 0
        : work.highlights.length + work.notes.filter(note => note.highlight === undefined).length,
    versions: shown.versions.length,
  };
  return (
    <Tabs
      className="about"
      selectedKey={parts.find(part => part === kept) ?? 'about'}
      onSelectionChange={key => setSettings({ aboutPart: AboutParts.find(part => part === key) ?? 'about' })}
    >
      <h2 className="pane-title">{say('reader.about')}</h2>
      <TabList className="about-tabs" aria-label={say('about.parts')}>
        {parts.map(part => (
          <Tab key={part} id={part} className="about-tab">
            {say(`about.${part}`)}
            {counts[part] === 0 ? null : <span className="about-count">{counts[part]}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="about" className="about-panel">
        <InDossiers id={shown.canonicalId} />
        <ReadState id={shown.canonicalId} />
        <CableFacts cable={cable} onCompare={onCompare} onGo={onGo} />
      </TabPanel>
      <TabPanel id="references" className="about-panel">
        <Part title="reader.references">
          <References cable={shown} />
        </Part>
        <Part title="reader.citedBy">
          <CitedBy id={shown.canonicalId} />
        </Part>
        <Button className="button about-graph" onPress={onGraph}>
          {say('graph.open')}
        </Button>
      </TabPanel>
      <TabPanel id="notes" className="about-panel">
        <NotesPart cable={shown} work={work} onGo={onGo} />
      </TabPanel>
      {several ? (
        <TabPanel id="versions" className="about-panel">
          <Part title="reader.versions">
            <Versions cable={shown} onVersion={onVersion} onCompare={onCompare} />
          </Part>
        </TabPanel>
      ) : null}
    </Tabs>
  );
}
