/** The query. Answers come while it is typed; arrow down goes on to the results. */
import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { setQuery, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { focusResults } from './focus-results.ts';

export function QueryField() {
  const query = useSearch(state => state.question.query);
  return (
    <div className="query">
      <Search size={16} className="query-icon" aria-hidden="true" />
      <input
        id="query"
        type="search"
        className="query-input"
        aria-label={say('search.field')}
        placeholder={say('search.placeholder')}
        value={query}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={10_000}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            focusResults();
          } else if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            setQuery('');
          }
        }}
      />
      {query === '' ? null : (
        <Button className="query-clear" aria-label={say('search.clear')} onPress={() => setQuery('')}>
          <X size={15} aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}
