/** How many cables have a value, quietly beside it. */
import { count as written } from '../../words/figures.ts';

export function FacetCount({ count }: { count: number }) {
  return <span className="facet-count">{written(count)}</span>;
}
