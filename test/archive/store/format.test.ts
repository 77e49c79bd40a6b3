import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { openNotes } from '../../../archive/store/notes.ts';
import { opened } from '../../support/archive-folder.ts';
import { inRepository } from '../../support/repository.ts';
import { shownByAll } from '../../support/shown-by-all.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it.each([1, 2])('an archive of format %i opens, verifies and shows what it showed', async format => {
  const fixture = inRepository(`test/fixtures/archive-format-${format}`);
  const folder = join(await temporaryFolder(), 'archive');
  await cp(join(fixture, 'archive'), folder, { recursive: true });
  const archive = await opened(folder);
  expect((await archive.verify()).faults).toEqual([]);
  const before: unknown = JSON.parse(await readFile(join(fixture, 'shown.json'), 'utf8'));
  expect(await shownByAll(archive)).toEqual(before);
  expect(await archive.receipts()).toHaveLength(2);
  const { notes } = await openNotes({ disk: nodeDisk, folder, archive: '', writable: false, fresh: false });
  expect(notes.read().notes.map(({ text }) => text)).toEqual(['GENERATED note']);
});
