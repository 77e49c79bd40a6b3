/** What narrows the result: each facet's values with their counts over the whole result. */
import { useCounts } from '../../state/counts.ts';
import { shownFacets } from '../../state/question.ts';
import { useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { FacetGroup } from './FacetGroup.tsx';

export function Facets() {
  const first = useSearch(state => state.answer?.facets);
  const later = useCounts(state => state.facets);
  const filters = useSearch(state => state.question.filters);
  return (
    <div className="facets">
      <h2 className="pane-title">{say('search.narrow')}</h2>
      {shownFacets.map(facet => (
        <FacetGroup
          key={facet}
          facet={facet}
          values={first?.[facet] ?? later[facet] ?? []}
          chosen={filters[facet] ?? []}
        />
      ))}
    </div>
  );
}
