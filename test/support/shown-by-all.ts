/** Everything that an archive of a fixture shows, to be compared with what an older program was shown. */
import type { Archive } from '../../archive/archive.ts';

const ids = ['05HANOI1', '06HANOI3', '06HANOI4'];

/** The cables by their ids and the archive's numbers. */
export async function shownByAll(archive: Archive): Promise<unknown> {
  const { cables, records, sightings, withdrawn } = archive.info();
  const shown = await Promise.all(ids.map(id => archive.show(id)));
  return JSON.parse(JSON.stringify({ cables, records, sightings, withdrawn, shown }));
}
