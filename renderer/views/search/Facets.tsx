/** What narrows the result: each facet's values with their counts over the whole result. */
import { shownFacets } from '../../state/question.ts';
import { useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { FacetGroup } from './FacetGroup.tsx';
import { YearChart } from './YearChart.tsx';

export function Facets() {
  const answer = useSearch(state => state.answer);
  const filters = useSearch(state => state.question.filters);
  return (
    <div className="facets">
      <h2 className="pane-title">{say('search.narrow')}</h2>
      {shownFacets.map(facet => {
        const values = answer?.facets[facet] ?? [];
        const chosen = filters[facet] ?? [];
        return (
          <FacetGroup
            key={facet}
            facet={facet}
            values={values}
            chosen={chosen}
            chart={facet === 'year' ? <YearChart values={values} chosen={chosen} /> : null}
          />
        );
      })}
    </div>
  );
}
