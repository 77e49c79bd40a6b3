/** From the files people have to raw cables. `frame` waits for the disk; `decode` may run on another thread. */
import type { GivenPath, Job } from '../archive.ts';
import type { RawItem } from '../model/raw.ts';
import { decode } from './decode.ts';
import { frame } from './frame.ts';

export { decode } from './decode.ts';
export { frame } from './frame.ts';

/** Both steps on one thread, in the order of the source. Throws ArchiveError `cancelled` only. */
export async function* readGiven(given: readonly GivenPath[], job?: Job): AsyncGenerator<RawItem> {
  for await (const item of frame(given, job)) {
    if (item.kind === 'frame') yield* decode(item);
    else if (item.kind === 'refusal') yield { kind: 'refusal', refusal: item.refusal };
  }
}
