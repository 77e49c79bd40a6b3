/** A code that says what it means when the pointer rests on it or the keys come to it. The child takes the focus. */
import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { termName, useTerms } from '../../state/terms.ts';
import { say } from '../../words/say.ts';
import type { Term } from '../../../preload/contract/index.ts';

export function Explained({ term, children }: { term: Term; children: ReactNode }) {
  const explanation = useTerms(state => state.known.get(termName(term)));
  const list = explanation?.list ?? null;
  return (
    <TooltipTrigger delay={350} closeDelay={0} isDisabled={explanation === undefined}>
      {children}
      <Tooltip className="tooltip tooltip-wide" offset={6}>
        {explanation?.meaning}
        {list === null ? null : <kbd>{say(`term.${list}`)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
