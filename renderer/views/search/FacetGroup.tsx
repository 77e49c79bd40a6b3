/** One facet: its commonest values, the rest behind a press, a field to find one among many. It folds away. */
import { ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { fits } from '../../app/fits.ts';
import { mostValues } from '../../state/question.ts';
import type { ShownFacet } from '../../state/question.ts';
import { setSettings, useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { FacetValue } from './FacetValue.tsx';
import { valueName } from './value-name.ts';
import type { Facet } from '../../../preload/contract/index.ts';

interface Props {
  facet: ShownFacet;
  values: Facet;
  chosen: readonly string[];
}

/** So many values are seen without asking for more. */
const few = 7;
/** From so many on there is a field to find one. */
const many = 20;

function toggleFolded(facet: ShownFacet): void {
  const { folded } = useSettings.getState();
  setSettings({ folded: folded.includes(facet) ? folded.filter(one => one !== facet) : [...folded, facet] });
}

export const FacetGroup = memo(function FacetGroup({ facet, values, chosen }: Props) {
  const folded = useSettings(state => state.folded.includes(facet));
  const title = useId();
  // A chosen value stays in sight, with no count where the result has none of it.
  const gone = chosen.filter(value => !values.some(one => one.value === value));
  const listed = [...values, ...gone.map(value => ({ value, count: 0 }))];
  // Where every cable has none, there is nothing to choose.
  if (listed.every(one => one.value === '') && chosen.length === 0) return null;
  return (
    <div className="facet" role="group" aria-labelledby={title}>
      <h3>
        <Button
          className={folded ? 'facet-title facet-folded' : 'facet-title'}
          aria-expanded={!folded}
          onPress={() => toggleFolded(facet)}
        >
          <span id={title}>{say(`facet.${facet}`)}</span>
          <ChevronRight size={14} aria-hidden="true" />
        </Button>
      </h3>
      {folded ? null : (
        <Values facet={facet} listed={listed} chosen={chosen} capped={values.length >= mostValues} />
      )}
    </div>
  );
});

interface ValuesProps {
  facet: ShownFacet;
  listed: Facet;
  chosen: readonly string[];
  /** whether there may be more values than came */
  capped: boolean;
}

function Values({ facet, listed, chosen, capped }: ValuesProps) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const finding = typed.trim() !== '';
  const fitting = finding ? listed.filter(one => fits(valueName(facet, one.value), typed)) : listed;
  const shown = all || finding ? fitting : listed.filter((one, at) => at < few || chosen.includes(one.value));
  const find = say('search.filterValues', { facet: say(`facet.${facet}`) });
  return (
    <>
      {listed.length >= many ? (
        <input
          type="text"
          className="facet-find"
          aria-label={find}
          placeholder={find}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape' || typed === '') return;
            event.preventDefault();
            setTyped('');
          }}
        />
      ) : null}
      <ul>
        {shown.map(one => (
          <li key={one.value}>
            <FacetValue
              facet={facet}
              value={one.value}
              count={one.count}
              chosen={chosen.includes(one.value)}
            />
          </li>
        ))}
      </ul>
      {finding && shown.length === 0 ? (
        <p className="facet-nothing">{say('facet.nothing', { typed: typed.trim() })}</p>
      ) : null}
      {listed.length > few && !finding ? (
        <Button className="button-link" onPress={() => setAll(!all)}>
          {say(all ? 'search.fewer' : capped ? 'search.commonest' : 'search.more', { count: listed.length })}
        </Button>
      ) : null}
    </>
  );
}
