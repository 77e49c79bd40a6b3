/** Methods about archives as wholes: those opened before, opening, making one. */
import { homedir } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import { ArchiveError } from '../../archive/errors.ts';
import type { Context, HandlersOf } from './context.ts';
import { isThere } from './host.ts';
import type { Handlers } from './index.ts';

export function libraryHandlers({
  engine,
  host,
  handles,
  library,
}: Context): HandlersOf<'library'> & Pick<Handlers, 'archive.holder'> {
  return {
    'library.recent': async () =>
      Promise.all(
        library.recent.map(async ({ path, name, opened, id = null, cables = null }) => ({
          handle: handles.give({ path }),
          name,
          place: placeForTheEye(path),
          exists: await isThere(path),
          id,
          opened,
          cables,
          isOpen: path === library.path,
        })),
      ),
    'library.open': async ({ handle, readOnly }) => {
      const folder = handle === null ? await host.chooseArchive() : handles.take(handle).path;
      return folder === null ? null : library.open(folder, { readOnly });
    },
    'library.create': async ({ name }) => {
      const folder = await host.placeArchive(name, library.suggestFolder(name));
      if (folder === null) return null;
      if (folder.trim() === '') throw new ArchiveError('bad-request', 'Give the archive a name.');
      return library.create(folder, name);
    },
    'library.forget': async ({ handle }) => {
      await library.forget(handles.take(handle).path);
      return {};
    },
    'library.reopen': ({ takeOver }) => library.reopen(takeOver),
    'archive.holder': async () => (await engine.call('follow', {}))?.holder ?? null,
  };
}

/** The folder that an archive lies in, with `~` for the person's own: enough to tell two of a name apart. */
export function placeForTheEye(path: string): string {
  const folder = dirname(path);
  const inside = relative(homedir(), folder);
  if (inside === '') return '~';
  return inside.startsWith('..') || inside === folder ? folder : `~${sep}${inside}`;
}
