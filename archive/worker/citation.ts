/** Citations, as the engine offers them to its hosts. */
import { ArchiveError } from '../errors.ts';
import type { ShownCable } from '../model/archive.ts';

/** A cable's citation in a style of the field. */
export async function citation(_cable: ShownCable, _style: 'chicago'): Promise<string> {
  throw new ArchiveError('not-yet', 'Citations are not built yet.');
}
