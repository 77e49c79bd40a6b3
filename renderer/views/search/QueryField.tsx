/** The query. Answers come while it is typed; arrow down goes to the suggestions, Enter on to the results. */
import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { settleQuestion } from '../../state/follow-question.ts';
import { setQuery, useSearch } from '../../state/search.ts';
import {
  closeSuggestions,
  offerPast,
  suggestSoon,
  takeSuggestion,
  useSuggestions,
} from '../../state/suggestions.ts';
import { rememberSearch } from '../../state/work.ts';
import type { Offer } from '../../state/suggestions.ts';
import { say } from '../../words/say.ts';
import { focusResults } from './focus-results.ts';
import { SearchHelp } from './SearchHelp.tsx';
import { Suggestions } from './Suggestions.tsx';

export function QueryField() {
  const query = useSearch(state => state.question.query);
  const { offered, at } = useSuggestions();
  const field = useRef<HTMLInputElement>(null);

  const takeOne = (suggestion: Offer): void => {
    const cursor = takeSuggestion(suggestion);
    // The field gets its new text first.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(cursor, cursor);
    });
  };
  const step = (by: 1 | -1): void => {
    const next = Math.min(offered.length - 1, Math.max(-1, at + by));
    useSuggestions.setState({ at: next });
  };
  const press = (event: KeyboardEvent): void => {
    const current = offered[at];
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        if (event.altKey && query === '') offerPast();
        else if (offered.length > 0 && at < offered.length - 1) step(1);
        else if (offered.length === 0) focusResults();
        break;
      case 'ArrowUp':
        if (offered.length === 0) break;
        event.preventDefault();
        step(-1);
        break;
      case 'Enter':
        event.preventDefault();
        if (current === undefined) {
          closeSuggestions();
          rememberSearch(useSearch.getState().question);
          focusResults();
        } else takeOne(current);
        break;
      case 'Tab':
        if (current === undefined) break;
        event.preventDefault();
        takeOne(current);
        break;
      case 'Escape':
        if (offered.length > 0) closeSuggestions();
        else if (query !== '') setQuery('');
        else break;
        event.preventDefault();
        break;
    }
  };

  return (
    <div className="query">
      <Search size={16} className="query-icon" aria-hidden="true" />
      <input
        id="query"
        ref={field}
        type="search"
        className="query-input"
        aria-label={say('search.field')}
        aria-autocomplete="list"
        {...(offered.length > 0 ? { 'aria-controls': 'suggestions' } : {})}
        {...(at >= 0 ? { 'aria-activedescendant': `suggestion-${at}` } : {})}
        placeholder={say('search.placeholder')}
        value={query}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={10_000}
        onChange={event => {
          setQuery(event.target.value);
          suggestSoon(event.target.value, event.target.selectionStart ?? event.target.value.length);
        }}
        onKeyDown={press}
        onClick={() => {
          if (query === '') offerPast();
        }}
        onBlur={() => {
          closeSuggestions();
          settleQuestion();
        }}
      />
      {query === '' ? null : (
        <Button
          className="query-clear"
          aria-label={say('search.clear')}
          onPress={() => {
            closeSuggestions();
            setQuery('');
            field.current?.focus();
          }}
        >
          <X size={15} aria-hidden="true" />
        </Button>
      )}
      <SearchHelp />
      <Suggestions onTake={takeOne} />
    </div>
  );
}
