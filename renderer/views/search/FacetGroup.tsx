/** One facet: its commonest values, the rest behind a press, a field to find one among many. */
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { fits } from '../../app/fits.ts';
import { mostValues } from '../../state/question.ts';
import { toggleFilter } from '../../state/search.ts';
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { valueName } from './value-name.ts';
import type { Facet } from '../../../preload/contract/index.ts';

type ShownFacet = 'year' | 'origin' | 'classification' | 'tag';

interface Props {
  facet: ShownFacet;
  values: Facet;
  chosen: readonly string[];
  chart: ReactNode;
}

/** So many values are seen without asking for more. */
const few = 7;
/** From so many on there is a field to find one. */
const many = 20;

export function FacetGroup({ facet, values, chosen, chart }: Props) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const title = useId();
  // A chosen value stays in sight, with no count where the result has none of it.
  const gone = chosen.filter(value => !values.some(one => one.value === value));
  const listed = [...values, ...gone.map(value => ({ value, count: 0 }))];
  const fitting = typed === '' ? listed : listed.filter(one => fits(valueName(facet, one.value), typed));
  const shown = all ? fitting : listed.filter((one, at) => at < few || chosen.includes(one.value));
  // There may be more of them than were asked for.
  const capped = values.length >= mostValues;
  if (listed.length === 0) return null;
  return (
    <div className="facet" role="group" aria-labelledby={title}>
      <h3 id={title}>{say(`facet.${facet}`)}</h3>
      {chart}
      {all && listed.length >= many ? (
        <input
          type="text"
          className="facet-find"
          aria-label={say('search.filterValues', { facet: say(`facet.${facet}`) })}
          placeholder={say('search.filterValues', { facet: say(`facet.${facet}`) })}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
      ) : null}
      <ul>
        {shown.map(one => {
          const name = valueName(facet, one.value);
          return (
            <li key={one.value}>
              <label className="facet-value">
                <input
                  type="checkbox"
                  checked={chosen.includes(one.value)}
                  aria-label={say('search.valueCount', { value: name, count: one.count })}
                  onChange={() => toggleFilter(facet, one.value)}
                />
                <span className="facet-name" title={name}>
                  {name}
                </span>
                <span className="facet-count">{count(one.count)}</span>
              </label>
            </li>
          );
        })}
      </ul>
      {listed.length > few ? (
        <Button
          className="button-link"
          onPress={() => {
            setAll(!all);
            setTyped('');
          }}
        >
          {say(all ? 'search.fewer' : capped ? 'search.commonest' : 'search.more', { count: listed.length })}
        </Button>
      ) : null}
    </div>
  );
}
