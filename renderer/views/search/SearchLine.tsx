/** The line above the results: how many there are, and how they are shown. */
import { Radio, RadioGroup } from 'react-aria-components';
import { setView, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { SaveSearch } from '../dossiers/SaveSearch.tsx';
import { DisplayMenu } from './DisplayMenu.tsx';
import { Order } from './Order.tsx';

export function SearchLine() {
  const total = useSearch(state => state.answer?.total ?? null);
  const view = useSearch(state => state.view);
  return (
    <div className="search-line">
      <p role="status" className="search-total">
        {total === null ? '' : say('count.cables', { count: total })}
      </p>
      <div className="search-line-end">
        <RadioGroup
          className="switch"
          orientation="horizontal"
          aria-label={say('view.results')}
          value={view}
          onChange={value => setView(value === 'places' ? 'places' : 'list')}
        >
          <Radio value="list" className="switch-item">
            {say('view.list')}
          </Radio>
          <Radio value="places" className="switch-item">
            {say('view.places')}
          </Radio>
        </RadioGroup>
        {view === 'list' ? <Order /> : null}
        <DisplayMenu />
        <SaveSearch />
      </div>
    </div>
  );
}
