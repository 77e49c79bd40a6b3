/** Search and browse: what narrows at left, the list in the middle, the cable at right. */
import { useEffect } from 'react';
import { Fault } from '../../components/Fault.tsx';
import { FoldingPane } from '../../components/FoldingPane.tsx';
import { ask, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { Chosen } from './Chosen.tsx';
import { Facets } from './Facets.tsx';
import { focusResults } from './focus-results.ts';
import { NoResults } from './NoResults.tsx';
import { Order } from './Order.tsx';
import { Preview } from './Preview.tsx';
import { Problems } from './Problems.tsx';
import { QueryField } from './QueryField.tsx';
import { Results } from './Results.tsx';

export function SearchRoom() {
  const { answer, fault } = useSearch();
  // Who comes back from a cable goes on in the list.
  useEffect(() => {
    if (document.activeElement === document.body && useSearch.getState().cursor >= 0) focusResults();
  }, []);
  return (
    <div className="search-room">
      <h1 className="unseen">{say('room.search')}</h1>
      <FoldingPane side="left" pane="facets" label={say('search.narrow')}>
        <Facets />
      </FoldingPane>
      <section className="search-middle">
        <div className="search-head">
          <QueryField />
          <Problems />
          <Chosen />
          <div className="search-line">
            <p role="status" className="search-total">
              {answer === null ? '' : say('count.cables', { count: answer.total })}
            </p>
            <Order />
          </div>
        </div>
        {fault === null ? null : <Fault fault={fault} again={() => void ask()} />}
        {answer !== null && answer.total === 0 ? <NoResults /> : <Results />}
      </section>
      <FoldingPane side="right" pane="preview" label={say('search.preview')}>
        <Preview />
      </FoldingPane>
    </div>
  );
}
