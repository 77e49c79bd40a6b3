/** Methods about archives as wholes: those opened before, opening, making one. */
import { homedir } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import { ArchiveError } from '../../archive/errors.ts';
import type { Context, HandlersOf } from './context.ts';
import { isThere } from './host.ts';

export function libraryHandlers({ host, handles, library }: Context): HandlersOf<'library'> {
  return {
    'library.recent': async () =>
      Promise.all(
        library.recent.map(async ({ path, name }) => ({
          handle: handles.give({ path }),
          name,
          place: placeForTheEye(path),
          exists: await isThere(path),
        })),
      ),
    'library.open': async ({ handle }) => {
      const folder = handle === null ? await host.chooseArchive() : handles.take(handle).path;
      return folder === null ? null : library.open(folder);
    },
    'library.create': async ({ name }) => {
      const folder = await host.placeArchive(name, library.suggestFolder(name));
      if (folder === null) return null;
      if (folder.trim() === '') throw new ArchiveError('bad-request', 'Give the archive a name.');
      return library.create(folder, name);
    },
  };
}

/** The folder that an archive lies in, with `~` for the person's own: enough to tell two of a name apart. */
export function placeForTheEye(path: string): string {
  const folder = dirname(path);
  const inside = relative(homedir(), folder);
  if (inside === '') return '~';
  return inside.startsWith('..') || inside === folder ? folder : `~${sep}${inside}`;
}
