/** `valise serve ARCHIVE`: the window in a browser, until it is interrupted. */
import { ArchiveError } from '../../../archive/errors.ts';
import type { AddCommand, Choose } from './command.ts';

export function addServeCommand(add: AddCommand, choose: Choose): void {
  add('serve', 'open the archive in a browser on this computer').action(() =>
    choose(async () => {
      throw new ArchiveError('not-yet', 'Serving is not built yet.');
    }),
  );
}
