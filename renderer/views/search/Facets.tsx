/** What narrows the result: each facet's values with their counts over the whole result. */
import { useDeferredValue } from 'react';
import { useCounts } from '../../state/counts.ts';
import { shownFacets } from '../../state/question.ts';
import { useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { FacetGroup } from './FacetGroup.tsx';
import type { Facet } from '../../../preload/contract/index.ts';

// The same each time, so that a facet whose values stayed is not drawn again.
const noValues: Facet = [];
const noneChosen: readonly string[] = [];

export function Facets() {
  // The results are drawn first; what narrows them a moment later.
  const first = useDeferredValue(useSearch(state => state.answer?.facets));
  const later = useDeferredValue(useCounts(state => state.facets));
  const filters = useSearch(state => state.question.filters);
  return (
    <div className="facets">
      <h2 className="pane-title">{say('search.narrow')}</h2>
      {shownFacets.map(facet => (
        <FacetGroup
          key={facet}
          facet={facet}
          values={first?.[facet] ?? later[facet] ?? noValues}
          chosen={filters[facet] ?? noneChosen}
        />
      ))}
    </div>
  );
}
