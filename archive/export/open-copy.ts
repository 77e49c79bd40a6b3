/** The copy as an archive that is open: to fill it, and to check it. */
import { load } from '../store/load.ts';
import { Store } from '../store/store.ts';

/** Opens what lies in the folder, whose lock is held, with the means of the archive that is copied. */
export async function openCopy({ options }: Store, folder: string): Promise<Store> {
  const { disk, program, read } = options;
  const own = { disk, folder, writable: true, program, read, holdsLock: () => Promise.resolve() };
  return new Store(own, await load(own));
}
