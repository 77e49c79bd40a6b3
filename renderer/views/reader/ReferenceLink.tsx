/** A reference to a cable, which tells its subject, or that the archive lacks it. Either way it leads there: a cable that is missing has a page too, which says who cites it. */
import type { ReactNode } from 'react';
import { hashOf } from '../../state/place.ts';
import { useKnownIds } from '../../state/known-ids.ts';
import { say } from '../../words/say.ts';
import { cites } from './Explanation.tsx';

export function ReferenceLink({ id, children }: { id: string; children: ReactNode }) {
  const missing = useKnownIds(state => state.known.get(id) === null);
  return (
    <a
      className={missing ? 'reference-missing' : 'reference'}
      href={hashOf({ room: 'cable', id, paragraph: null })}
      {...cites(id)}
      {...(missing && typeof children === 'string'
        ? { 'aria-label': `${children}, ${say('reader.missing')}` }
        : {})}
    >
      {children}
    </a>
  );
}
