/** The suggestions under the query. The field keeps the focus; keys and pointer choose. */
import { useSuggestions } from '../../state/suggestions.ts';
import type { Offer } from '../../state/suggestions.ts';
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';

export function Suggestions({ onTake }: { onTake: (suggestion: Offer) => void }) {
  const { offered, at } = useSuggestions();
  if (offered.length === 0) return null;
  return (
    <div
      className="suggestions popover"
      id="suggestions"
      role="listbox"
      aria-label={say('search.suggestions')}
    >
      {offered.map((one, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${one.kind} ${one.label} ${one.text} ${JSON.stringify(one.filters)}`}
          id={`suggestion-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={index === at ? 'suggestion suggestion-current' : 'suggestion'}
          // The field must not lose the focus to a press here.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onTake(one)}
        >
          <span className="suggestion-text">{one.label}</span>
          <span className="suggestion-kind">{say(`suggestion.${one.kind}`)}</span>
          {one.count === null ? null : <span className="facet-count">{count(one.count)}</span>}
        </div>
      ))}
    </div>
  );
}
