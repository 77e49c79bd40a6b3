/** A reference to a cable, which tells its subject, or that the archive lacks it. Either way it leads there: a cable that is missing has a page too, which says who cites it. */
import type { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { hashOf } from '../../state/place.ts';
import { useKnownIds } from '../../state/known-ids.ts';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';

export function ReferenceLink({ id, children }: { id: string; children: ReactNode }) {
  const known = useKnownIds(state => state.known.get(id));
  const missing = known === null;
  const created = known?.created ?? null;
  return (
    <TooltipTrigger delay={350} closeDelay={0} isDisabled={known === undefined}>
      <Focusable>
        <a
          className={missing ? 'reference-missing' : 'reference'}
          href={hashOf({ room: 'cable', id, paragraph: null })}
          {...(missing && typeof children === 'string'
            ? { 'aria-label': `${children}, ${say('reader.missing')}` }
            : {})}
        >
          {children}
        </a>
      </Focusable>
      <Tooltip className="tooltip tooltip-wide" offset={6}>
        {missing ? `${id}: ${say('reader.missing')}` : (known?.subject ?? say('cable.noSubject'))}
        {created === null ? null : <kbd>{shortDate(created)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
