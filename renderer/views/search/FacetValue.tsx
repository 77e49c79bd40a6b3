/** A value of a facet, to choose or let go of, and how many cables of the result have it. */
import type { ShownFacet } from '../../state/question.ts';
import { toggleFilter } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { FacetCount } from './FacetCount.tsx';
import { valueName } from './value-name.ts';

interface Props {
  facet: ShownFacet;
  value: string;
  count: number;
  chosen: boolean;
}

export function FacetValue({ facet, value, count, chosen }: Props) {
  const name = valueName(facet, value);
  return (
    <label className="facet-value">
      <input
        type="checkbox"
        checked={chosen}
        aria-label={say('search.valueCount', { value: name, count })}
        onChange={() => toggleFilter(facet, value)}
      />
      <span className="facet-name" title={name}>
        {name}
      </span>
      <FacetCount count={count} />
    </label>
  );
}
