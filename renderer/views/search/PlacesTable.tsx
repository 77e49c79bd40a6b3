/** The places of the result as a table, those without a place on the map too. */
import { ToggleButton } from 'react-aria-components';
import { count as written, countryName } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { valueName } from './value-name.ts';
import type { Facet, PostPlace } from '../../../preload/contract/index.ts';

interface Props {
  values: Facet;
  known: ReadonlyMap<string, PostPlace | null>;
  chosen: readonly string[];
  onChoose: (origins: readonly string[]) => void;
}

export function PlacesTable({ values, known, chosen, onChoose }: Props) {
  return (
    <div className="count-table places-table" tabIndex={0} role="group" aria-label={say('places.table')}>
      <table aria-label={say('places.table')}>
        <thead>
          <tr>
            <th scope="col">{say('places.post')}</th>
            <th scope="col">{say('places.city')}</th>
            <th scope="col">{say('places.country')}</th>
            <th scope="col" className="number">
              {say('time.cables')}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, count }) => {
            const place = known.get(value) ?? null;
            return (
              <tr key={value}>
                <th scope="row">
                  <ToggleButton
                    className="button-link"
                    isSelected={chosen.includes(value)}
                    onChange={() => onChoose([value])}
                  >
                    {valueName('origin', value)}
                  </ToggleButton>
                </th>
                <td>{place?.city}</td>
                <td>{place === null ? null : countryName(place.country)}</td>
                <td className="number">{written(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
