/** What is known about the cable besides its text: warnings, completeness, references, versions, provenance. */
import type { ReactNode } from 'react';
import type { OpenCable } from '../../state/cables.ts';
import type { WordKey } from '../../words/en.ts';
import { say } from '../../words/say.ts';
import { CitedBy } from './CitedBy.tsx';
import { People } from './People.tsx';
import { Provenance } from './Provenance.tsx';
import { References } from './References.tsx';
import { Terms } from './Terms.tsx';
import { Versions } from './Versions.tsx';

function Part({ title, children }: { title: WordKey; children: ReactNode }) {
  return (
    <section className="about-part">
      <h3>{say(title)}</h3>
      {children}
    </section>
  );
}

interface Props {
  cable: OpenCable;
  onVersion: (key: string) => void;
  /** puts a record beside the one that is shown */
  onCompare: (key: string) => void;
}

export function AboutPane({ cable, onVersion, onCompare }: Props) {
  const { shown, reading } = cable;
  const { partial } = shown;
  // That it is an extract is told under completeness, in the source's own words.
  const warnings = shown.warnings.filter(warning => warning.code !== 'partial-extract');
  const whole = partial === null ? 'reader.unknownWhole' : partial ? 'meta.partialYes' : 'reader.full';
  const { joinedLines, foldedDebris } = reading.changes;
  return (
    <div className="about" tabIndex={0} role="group" aria-label={say('reader.about')}>
      <h2 className="pane-title">{say('reader.about')}</h2>
      {warnings.length === 0 ? null : (
        <Part title="reader.warnings">
          <ul className="warnings">
            {warnings.map(warning => (
              <li key={`${warning.code} ${warning.start} ${warning.message}`}>{warning.message}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="reader.completeness">
        <p>{partial === true ? (shown.published['completeness'] ?? say(whole)) : say(whole)}</p>
        <p>{say('reader.changed', { joined: joinedLines, folded: foldedDebris })}</p>
      </Part>
      <People cable={shown} />
      <Part title="reader.references">
        <References cable={shown} />
      </Part>
      <Part title="reader.citedBy">
        <CitedBy id={shown.canonicalId} />
      </Part>
      {shown.versions.length > 1 ? (
        <Part title="reader.versions">
          <Versions cable={shown} onVersion={onVersion} onCompare={onCompare} />
        </Part>
      ) : null}
      <Terms cable={cable} />
      <Part title="reader.provenance">
        <Provenance cable={shown} onCompare={onCompare} />
      </Part>
    </div>
  );
}
