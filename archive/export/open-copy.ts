/** The copy as an archive that is open: to fill it, and to check it. */
import { packReaders } from '../rebuild/index-rows.ts';
import { load } from '../store/load.ts';
import { Store } from '../store/store.ts';

/** Opens what lies in the folder, whose lock is held, with the means of the archive that is copied. */
export async function openCopy({ options }: Store, folder: string): Promise<Store> {
  const { disk, program, read, workers } = options;
  const readers = packReaders(disk, folder, workers);
  const means = { disk, folder, program, read, readers, workers };
  const own = { ...means, writable: true, holdsLock: () => Promise.resolve() };
  return new Store(own, await load(own));
}
