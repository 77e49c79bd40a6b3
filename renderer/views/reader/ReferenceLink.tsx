/** A reference to a cable: a link where the archive has it; else plain words that say it has not. */
import type { ReactNode } from 'react';
import { hashOf } from '../../state/place.ts';
import { useKnownIds } from '../../state/known-ids.ts';
import { say } from '../../words/say.ts';

export function ReferenceLink({ id, children }: { id: string; children: ReactNode }) {
  const known = useKnownIds(state => state.known.get(id));
  if (known === true) {
    return (
      <a className="reference" href={hashOf({ room: 'cable', id, paragraph: null })}>
        {children}
      </a>
    );
  }
  const told = known === false ? `${id}: ${say('reader.missing')}` : id;
  return (
    <span className="reference-missing" title={told}>
      {children}
    </span>
  );
}
