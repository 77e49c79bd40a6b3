/** What was saved, searched for and opened: to go back to, and to clear. */
import { useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { fits } from '../../app/fits.ts';
import { Page } from '../../components/Page.tsx';
import { clearPast } from '../../state/saved-searches.ts';
import { useAskSummaries } from '../../state/summaries.ts';
import { useWork } from '../../state/work.ts';
import { say } from '../../words/say.ts';
import { PastSearches } from './PastSearches.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { Visits } from './Visits.tsx';
import { visitsByDay } from './visits-by-day.ts';

export function HistoryRoom() {
  const work = useWork(state => state.work);
  const [words, setWords] = useState('');
  const history = work?.history ?? [];
  const searches = (work?.searches ?? []).filter(({ query }) => fits(query, words));
  const ids = [...new Set(history.map(({ cable }) => cable))];
  useAskSummaries(ids);
  if (work === null) return <Page label={say('room.history')}>{null}</Page>;
  return (
    <Page label={say('room.history')}>
      <header className="page-head history-head">
        <h1>{say('room.history')}</h1>
        <SearchField
          className="history-find"
          aria-label={say('history.find')}
          value={words}
          onChange={setWords}
        >
          <Input placeholder={say('history.find')} />
        </SearchField>
      </header>
      <SavedSearches words={words} />
      <section className="page-part" aria-label={say('history.searches')}>
        <div className="part-line">
          <h2>{say('history.searches')}</h2>
          {work.searches.length === 0 ? null : (
            <Button className="button-link" onPress={() => void clearPast('clear-searches')}>
              {say('history.clearSearches')}
            </Button>
          )}
        </div>
        <PastSearches searches={searches} none={say(words === '' ? 'history.none' : 'history.noneFits')} />
      </section>
      <section className="page-part" aria-label={say('history.cables')}>
        <div className="part-line">
          <h2>{say('history.cables')}</h2>
          {history.length === 0 ? null : (
            <Button className="button-link" onPress={() => void clearPast('clear-history')}>
              {say('history.clearCables')}
            </Button>
          )}
        </div>
        <Visits
          days={visitsByDay(history)}
          words={words}
          none={say(words === '' ? 'history.none' : 'history.noneFits')}
        />
      </section>
      <p className="quiet page-part">{say('history.private')}</p>
    </Page>
  );
}
