/** Methods about archives as wholes: those opened before, opening, making one. */
import { homedir } from 'node:os';
import { basename, dirname, relative, sep } from 'node:path';
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
          // Copies keep the name of what was copied: where the folder is called otherwise, it tells them apart.
          place: basename(path) === name ? placeForTheEye(path) : pathForTheEye(path),
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
  return pathForTheEye(dirname(path));
}

/** A path with `~` for the person's own folder. */
export function pathForTheEye(path: string): string {
  const inside = relative(homedir(), path);
  if (inside === '') return '~';
  return inside.startsWith('..') || inside === path ? path : `~${sep}${inside}`;
}
