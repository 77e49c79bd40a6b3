/** A facet value in words. The empty value stands for cables that have none, or whose source does not say. */
import { monthAndYear } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { FacetName } from '../../../preload/contract/index.ts';

export function valueName(facet: FacetName, value: string): string {
  switch (facet) {
    case 'partial':
      return say(
        value === 'true' ? 'facet.partialTrue' : value === 'false' ? 'facet.partialFalse' : 'facet.unsaid',
      );
    case 'redacted':
      return say(
        value === 'true' ? 'facet.redactedTrue' : value === 'false' ? 'facet.redactedFalse' : 'facet.unsaid',
      );
    case 'year':
    case 'month':
      return value === '' ? say('facet.undated') : monthAndYear(value);
    case 'dossier':
      return value === '' ? say('facet.noDossier') : value;
    case 'origin':
    case 'classification':
    case 'tag':
    case 'caption':
      return value === '' ? say('facet.none') : value;
  }
}
