import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { openNotes } from '../../../archive/store/notes.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('loses none of many changes that are made at once, and goes on after one that failed', async () => {
  const folder = await temporaryFolder();
  const options = { disk: nodeDisk, folder, archive: 'x', writable: true };
  const { notes } = await openNotes({ ...options, fresh: true });
  const texts = Array.from({ length: 10 }, (_, number) => `GENERATED ${number}`);
  const failing = notes.change(() => {
    throw new Error('not this one');
  });
  const changes = texts.map(text =>
    notes.change(all => all.notes.push({ id: text, cable: '05HANOI1', text, changed: '' })),
  );
  await expect(failing).rejects.toThrow('not this one');
  await Promise.all(changes);
  const again = await openNotes({ ...options, fresh: false });
  expect(again.notes.read().notes.map(({ text }) => text)).toEqual(texts);
});

it('writes nothing once another program holds the lock', async () => {
  const folder = await temporaryFolder();
  let held = true;
  const holdsLock = async () => {
    if (!held) throw new Error('taken over');
  };
  const options = { disk: nodeDisk, folder, archive: 'x', writable: true, fresh: true, holdsLock };
  const { notes } = await openNotes(options);
  held = false;
  await expect(notes.change(all => void (all.archive = 'y'))).rejects.toThrow('taken over');
  expect(notes.read().archive).toBe('x');
  expect((await nodeDisk.readFile(join(folder, 'notes.json')))?.toString()).toContain('"archive": "x"');
});
