/** The references that a source's table lists beside the text (in `cables.csv` joined by `|`). */
import { readReferenceId, referenceIdParts } from './reference-id.ts';

/** A table lists no more references than this; what is behind is not looked at. */
const LONGEST = 20_000;

/** The canonical ids of a published list, each once and in its order; what is no id is left out. */
export function readPublishedReferences(published: string | undefined): string[] {
  if (published === undefined || published === '') return [];
  const ids = published
    .slice(0, LONGEST)
    .split(/[|,;\n]/)
    .map(one => readReferenceId(one).canonicalId)
    .filter(id => referenceIdParts(id) !== null);
  return [...new Set(ids)];
}
