/** A facet value in words. The empty value stands for cables that have none. */
import { say } from '../../words/say.ts';
import type { FacetName } from '../../../preload/contract/index.ts';

export function valueName(facet: FacetName, value: string): string {
  if (value !== '') return value;
  return say(facet === 'year' || facet === 'month' ? 'facet.undated' : 'facet.none');
}
