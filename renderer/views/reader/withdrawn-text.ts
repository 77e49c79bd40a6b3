/** What is said of a version that was withdrawn: in the list of versions, and over its text. */
import { longDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';

/** That a version was withdrawn, and with which import it had come, where one of its copies tells. */
export function withdrawnText(cable: ShownCable, version: ShownCable['versions'][number]): string {
  const copy = cable.sightings.find(({ key }) => key === version.key);
  if (copy === undefined) return say('version.withdrawn');
  return say('version.withdrawnImport', { file: copy.source.file, date: longDate(copy.imported) });
}
