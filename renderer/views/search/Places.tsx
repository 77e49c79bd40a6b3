/** Where the result comes from: a map of the posts, or the same as a table. */
import { useEffect, useMemo, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTakeFocus } from '../../components/take-focus.ts';
import { askPlaces, usePostPlaces } from '../../state/post-places.ts';
import { setFilter, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { FacetCount } from './FacetCount.tsx';
import { PlacesMap } from './PlacesMap.tsx';
import { PlacesTable } from './PlacesTable.tsx';
import { valueName } from './value-name.ts';
import type { Facet } from '../../../preload/contract/index.ts';

const none: Facet = [];
const noneChosen: readonly string[] = [];

/** So many origins without a place are named under the map; the table has them all. */
const mostNamed = 6;

/** Chooses these origins beside those that are chosen, or lets go of them where all of them are. */
function toggleOrigins(origins: readonly string[]): void {
  const chosen = useSearch.getState().question.filters.origin ?? [];
  const all = origins.every(one => chosen.includes(one));
  const others = chosen.filter(one => !origins.includes(one));
  setFilter('origin', all ? others : [...others, ...origins]);
}

export default function Places() {
  const values = useSearch(state => state.answer?.facets.origin ?? none);
  const chosen = useSearch(state => state.question.filters.origin ?? noneChosen);
  const known = usePostPlaces(state => state.known);
  const [asTable, setAsTable] = useState(false);
  const room = useTakeFocus<HTMLElement>();
  useEffect(() => void askPlaces(values.map(one => one.value)), [values]);
  const placed = useMemo(
    () =>
      values.flatMap(({ value, count }) => {
        const place = known.get(value);
        return place === undefined || place === null ? [] : [{ place, count }];
      }),
    [values, known],
  );
  const nowhere = values.filter(({ value }) => value === '' || known.get(value) === null);
  return (
    <section className="places" ref={room} tabIndex={-1} aria-label={say('view.places')}>
      <div className="places-line">
        <ToggleButton
          className="button-link"
          aria-label={say('places.asTable')}
          isSelected={asTable}
          onChange={setAsTable}
        >
          {say('time.asTable')}
        </ToggleButton>
      </div>
      {asTable ? (
        <PlacesTable values={values} known={known} chosen={chosen} onChoose={toggleOrigins} />
      ) : (
        <PlacesMap
          placed={placed}
          waiting={values.some(one => one.value !== '' && !known.has(one.value))}
          chosen={chosen}
          onChoose={toggleOrigins}
        />
      )}
      {asTable || nowhere.length === 0 ? null : (
        <div className="places-nowhere" role="group" aria-label={say('places.nowhere')}>
          <span className="quiet">{say('places.nowhere')}</span>
          {nowhere.slice(0, mostNamed).map(({ value, count }) => (
            <ToggleButton
              key={value}
              className="button-link"
              isSelected={chosen.includes(value)}
              onChange={() => toggleOrigins([value])}
            >
              {valueName('origin', value)} <FacetCount count={count} />
            </ToggleButton>
          ))}
          {nowhere.length > mostNamed ? (
            <Button className="button-link" onPress={() => setAsTable(true)}>
              {say('places.more', { count: nowhere.length - mostNamed })}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}
