/** How far each cable was read: whoever comes back to one finds the place again, also at the next start. */
import { z } from 'zod';
import { useArchive } from './archive.ts';
import { keep, readKept } from './kept.ts';

/** So many cables' places are kept; those that were read longest ago go. */
const most = 300;

const PlacesSchema = z.array(z.tuple([z.string().max(200), z.int().nonnegative()])).max(most);

let archive = '';
let places = new Map<string, number>();

function ofThisArchive(): Map<string, number> {
  const id = useArchive.getState().info?.id ?? '';
  if (id !== archive) {
    archive = id;
    places = new Map(readKept(`places.${id}`, PlacesSchema, []));
  }
  return places;
}

/** Where in its body a cable was left, in UTF-16 units; null where it is to be read from its head. */
export function readingPlace(cable: string): number | null {
  return ofThisArchive().get(cable) ?? null;
}

/** Keeps where a cable is being read; null forgets it. */
export function keepReadingPlace(cable: string, start: number | null): void {
  const known = ofThisArchive();
  if ((known.get(cable) ?? null) === start) return;
  known.delete(cable);
  if (start !== null) known.set(cable, start);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  keep(`places.${archive}`, [...known]);
}
