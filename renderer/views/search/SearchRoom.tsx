/** Search and browse: what narrows at left, the list in the middle, the cable at right. */
import { Suspense, lazy, memo, useEffect } from 'react';
import { Fault } from '../../components/Fault.tsx';
import { FoldingPane } from '../../components/FoldingPane.tsx';
import { followQuestion } from '../../state/follow-question.ts';
import { ask, useSearch } from '../../state/search.ts';
import { useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { Chosen } from './Chosen.tsx';
import { Facets } from './Facets.tsx';
import { NoResults } from './NoResults.tsx';
import { MarkedBar } from './MarkedBar.tsx';
import { Preview } from './Preview.tsx';
import { Problems } from './Problems.tsx';
import { QueryField } from './QueryField.tsx';
import { Results } from './Results.tsx';
import { SearchLine } from './SearchLine.tsx';
import { Timeline } from './Timeline.tsx';

/** The map comes with its own data: it is fetched when it is first looked at. */
const Places = lazy(() => import('./Places.tsx'));

function Found({ none }: { none: boolean }) {
  const view = useSearch(state => state.view);
  if (none) return <NoResults />;
  if (view === 'list') return <Results />;
  return (
    <Suspense fallback={<p className="places-waiting quiet">{say('places.waiting')}</p>}>
      <Places />
    </Suspense>
  );
}

const Narrowing = memo(function Narrowing() {
  return (
    <FoldingPane side="left" pane="facets" label={say('search.narrow')}>
      <Facets />
    </FoldingPane>
  );
});

const Middle = memo(function Middle() {
  const none = useSearch(state => state.answer?.total === 0);
  const fault = useSearch(state => state.fault);
  const timeline = useSettings(state => state.timeline);
  return (
    <section className="search-middle">
      <div className="search-head">
        <QueryField />
        <Problems />
        <Chosen />
        {timeline ? <Timeline /> : null}
        <SearchLine />
        <MarkedBar />
      </div>
      {fault === null ? null : <Fault fault={fault} again={() => void ask()} />}
      <Found none={none} />
    </section>
  );
});

/** `shown` is false while another room is in front: the list is kept as it stands, the cable beside it is not. */
export function SearchRoom({ shown }: { shown: boolean }) {
  useEffect(followQuestion, []);
  return (
    <div className="search-room">
      <h1 className="unseen">{say('room.search')}</h1>
      <Narrowing />
      <Middle />
      <FoldingPane side="right" pane="preview" label={say('search.preview')}>
        {shown ? <Preview /> : null}
      </FoldingPane>
    </div>
  );
}
