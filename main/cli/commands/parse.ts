/** `valise parse PATH...`: needs no archive, prints one JSON object a line. */
import { ArchiveError } from '../../../archive/errors.ts';
import type { AddCommand, Choose } from './command.ts';

export function addParseCommand(add: AddCommand, choose: Choose): void {
  add('parse', 'read files without an archive: one JSON object a line for every cable')
    .argument('<path...>', 'files and folders to read')
    .action((_paths: string[]) =>
      choose(async () => {
        throw new ArchiveError('not-yet', 'Parsing is not built yet.');
      }),
    );
}
