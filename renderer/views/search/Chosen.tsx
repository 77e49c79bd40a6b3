/** The chosen facet values, each taken away by a press. */
import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { chosenValues } from '../../state/question.ts';
import { clearFilters, toggleFilter, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { valueName } from './value-name.ts';

export function Chosen() {
  const filters = useSearch(state => state.question.filters);
  const chosen = chosenValues(filters);
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen" aria-label={say('search.chosen')}>
      {chosen.map(({ facet, value }) => {
        const name = valueName(facet, value);
        return (
          <li key={`${facet} ${value}`}>
            <Button
              className="chip"
              aria-label={say('search.remove', { value: name })}
              onPress={() => toggleFilter(facet, value)}
            >
              {name}
              <X size={12} aria-hidden="true" />
            </Button>
          </li>
        );
      })}
      {chosen.length > 1 ? (
        <li>
          <Button className="button-link" onPress={clearFilters}>
            {say('search.removeAll')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
