import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import type { EditInput } from '../../../archive/model/work.ts';
import { emptyNotes } from '../../../archive/model/notes.ts';
import { diskError, nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { overlayOf } from '../../../archive/work/overlay.ts';
import { OverlayFile } from '../../../archive/work/overlay-file.ts';
import { contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Places {
  folder: string;
  overlayFolder: string;
}

/** An archive of two generated cables with a dossier and a note, closed, and a place for overlays. */
async function prepared(): Promise<Places & { dossier: string; note: string }> {
  const folder = join(await temporaryFolder(), 'archive');
  const overlayFolder = join(await temporaryFolder(), 'settings', 'notes');
  const archive = await opened(folder);
  const cables = [1, 2, 3].map(number => ({ id: `05HANOI${number}`, body: `GENERATED body ${number}` }));
  await archive.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  const dossier = await made(archive, { kind: 'add-dossier', name: 'Visas', cables: ['05HANOI1'] });
  const note = await made(archive, { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED first' });
  await archive.close();
  return { folder, overlayFolder, dossier, note };
}

async function made(archive: Archive, edit: EditInput): Promise<string> {
  return (await archive.work.edit(edit)).made ?? '';
}

const reading = ({ folder, overlayFolder }: Places) => opened(folder, { readOnly: true, overlayFolder });
const writing = ({ folder, overlayFolder }: Places) => opened(folder, { overlayFolder });
const texts = async (archive: Archive) => (await archive.work.all()).notes.map(({ text }) => text);
const codes = (archive: Archive) => archive.info().notices.map(({ code }) => code);

it('takes notes on an archive that is open for reading, beside the settings, and leaves the archive untouched', async () => {
  const places = await prepared();
  const before = await contents(places.folder);
  const archive = await reading(places);
  expect(await archive.work.all()).toMatchObject({ place: 'overlay', waiting: 0 });
  await archive.work.edit({ kind: 'change-note', note: places.note, text: 'GENERATED changed' });
  await archive.work.edit({ kind: 'add-to-dossier', dossier: places.dossier, cables: ['05HANOI2'] });
  await made(archive, { kind: 'add-note', cable: '05HANOI2', text: 'GENERATED second' });
  const { key } = await archive.show('05HANOI2');
  await made(archive, { kind: 'add-highlight', cable: '05HANOI2', key, start: 0, end: 9 });
  await archive.work.visit('05HANOI2');
  expect((await archive.search({ query: 'in:Visas' })).total).toBe(2);
  expect((await archive.search({ query: 'has:note' })).total).toBe(2);
  expect(codes(archive)).toContain('notes-beside');
  await archive.close();
  const again = await reading(places);
  expect(await texts(again)).toEqual(['GENERATED changed', 'GENERATED second']);
  expect((await again.work.cable('05HANOI2')).highlights).toMatchObject([{ anchor: { how: 'exact' } }]);
  expect(await contents(places.folder)).toEqual(before);
});

it('takes none where no place was given, and shows what there is', async () => {
  const { folder, note } = await prepared();
  const archive = await opened(folder, { readOnly: true });
  await expect(archive.work.edit({ kind: 'delete-note', note })).rejects.toMatchObject({ code: 'read-only' });
  await archive.work.visit('05HANOI1');
  expect(await archive.work.all()).toMatchObject({ place: 'none', notes: [{ id: note }], history: [] });
});

it('takes notes where the medium itself refuses to be written', async () => {
  const places = await prepared();
  const refusing: Disk = {
    ...nodeDisk,
    async open(path, mode) {
      if (mode === 'create' && path.startsWith(places.folder))
        throw diskError(Object.assign(new Error('EROFS'), { code: 'EROFS' }), path);
      return nodeDisk.open(path, mode);
    },
  };
  const archive = await opened(places.folder, { overlayFolder: places.overlayFolder }, refusing);
  await made(archive, { kind: 'add-note', cable: '05HANOI2', text: 'GENERATED second' });
  expect(await archive.work.all()).toMatchObject({ place: 'overlay', waiting: 1 });
  expect(codes(archive)).toEqual(['read-only', 'notes-beside']);
});

it('undoes in an overlay as in an archive, and then holds nothing', async () => {
  const places = await prepared();
  const archive = await reading(places);
  const before = await archive.work.all();
  await archive.work.edit({ kind: 'rename-dossier', dossier: places.dossier, name: 'Entry' });
  await archive.work.edit({ kind: 'delete-note', note: places.note });
  const second = await made(archive, { kind: 'add-dossier', name: 'Trade' });
  await archive.work.edit({ kind: 'place-dossier', dossier: second, at: 0 });
  expect((await archive.work.all()).dossiers.map(({ name }) => name)).toEqual(['Trade', 'Entry']);
  for (let step = 0; step < 4; step += 1) await archive.work.undo();
  const { dossiers, notes, waiting } = await archive.work.all();
  expect({ dossiers, notes, waiting }).toEqual({
    dossiers: before.dossiers,
    notes: before.notes,
    waiting: 0,
  });
  await archive.work.redo();
  expect((await archive.work.all()).dossiers[0]?.name).toBe('Entry');
});

it('offers to merge, merges what changed on either side, and keeps both where both changed the same', async () => {
  const places = await prepared();
  const reader = await reading(places);
  await reader.work.edit({ kind: 'change-note', note: places.note, text: 'GENERATED by the reader' });
  await reader.work.edit({ kind: 'add-to-dossier', dossier: places.dossier, cables: ['05HANOI2'] });
  await made(reader, { kind: 'add-dossier', name: 'Trade', cables: ['05HANOI3'] });
  await reader.work.edit({ kind: 'mark-read', cables: ['05HANOI1'], read: true });
  await reader.work.searched('visas');
  await reader.close();

  const writer = await writing(places);
  expect(codes(writer)).toEqual(['notes-to-merge']);
  await writer.work.edit({ kind: 'change-note', note: places.note, text: 'GENERATED by the writer' });
  await writer.work.edit({ kind: 'add-to-dossier', dossier: places.dossier, cables: ['05HANOI3'] });
  expect(await writer.work.mergeOverlay()).toMatchObject({ added: 1, both: 1, waiting: 0, undo: null });
  const work = await writer.work.all();
  expect(work.notes.map(({ text }) => text)).toEqual(['GENERATED by the writer', 'GENERATED by the reader']);
  expect(work.dossiers).toMatchObject([
    { name: 'Visas', cables: ['05HANOI1', '05HANOI3', '05HANOI2'] },
    { name: 'Trade', cables: ['05HANOI3'] },
  ]);
  expect(work.readMarks).toHaveLength(1);
  expect(work.searches).toMatchObject([{ query: 'visas' }]);
  expect(codes(writer)).toEqual([]);
  expect(await writer.work.mergeOverlay()).toMatchObject({ added: 0, changed: 0, removed: 0, both: 0 });
  await writer.close();
  const again = await writing(places);
  expect(codes(again)).toEqual([]);
  expect(await texts(again)).toEqual(work.notes.map(({ text }) => text));
  await again.close();
  const [id] = await readdir(places.overlayFolder);
  const kept = await readdir(join(places.overlayFolder, id ?? ''));
  expect(kept.filter(name => name.startsWith('merged-') && name.endsWith('.json'))).toHaveLength(1);
});

it('merges once however often it is broken off', async () => {
  const places = await prepared();
  const reader = await reading(places);
  await reader.work.edit({ kind: 'change-note', note: places.note, text: 'GENERATED by the reader' });
  await made(reader, { kind: 'add-note', cable: '05HANOI2', text: 'GENERATED more' });
  await reader.close();
  const first = await opened(places.folder);
  await first.work.edit({ kind: 'change-note', note: places.note, text: 'GENERATED by the writer' });
  await first.close();
  let failures = 0;
  for (let ahead = 1; ; ahead += 1) {
    const counting = faultyDisk();
    const still = await opened(places.folder, { overlayFolder: places.overlayFolder }, counting);
    const { changes } = counting;
    await still.close();
    const disk = faultyDisk({ at: changes + ahead, code: 'EIO', lasting: true });
    const writer = await opened(places.folder, { overlayFolder: places.overlayFolder }, disk);
    const done = await writer.work.mergeOverlay().then(
      () => true,
      () => false,
    );
    await writer.close();
    if (done && disk.changes < changes + ahead) break;
    failures += 1;
  }
  expect(failures).toBeGreaterThan(8);
  const last = await writing(places);
  await last.work.mergeOverlay();
  expect((await texts(last)).sort()).toEqual([
    'GENERATED by the reader',
    'GENERATED by the writer',
    'GENERATED more',
  ]);
});

it('follows what the writer of a locked archive does, and never undoes it', async () => {
  const places = await prepared();
  const writer = await writing(places);
  const reader = await writing(places);
  expect(reader.info()).toMatchObject({ readOnly: true });
  await reader.work.edit({ kind: 'add-to-dossier', dossier: places.dossier, cables: ['05HANOI2'] });
  await writer.work.edit({ kind: 'add-to-dossier', dossier: places.dossier, cables: ['05HANOI3'] });
  await writer.work.edit({ kind: 'delete-note', note: places.note });
  expect(await reader.work.all()).toMatchObject({
    dossiers: [{ cables: ['05HANOI1', '05HANOI3', '05HANOI2'] }],
    notes: [],
  });
  await expect(reader.work.undo()).rejects.toMatchObject({ code: 'bad-request' });
  await expect(reader.work.mergeOverlay()).rejects.toMatchObject({ code: 'read-only' });
});

it('takes notes from two windows that both only read', async () => {
  const places = await prepared();
  const [one, two] = [await reading(places), await reading(places)];
  await Promise.all(
    [1, 2, 3, 4].flatMap(number => [
      one.work.edit({ kind: 'add-note', cable: '05HANOI1', text: `GENERATED one ${number}` }),
      two.work.edit({ kind: 'add-note', cable: '05HANOI1', text: `GENERATED two ${number}` }),
    ]),
  );
  expect((await one.work.all()).notes).toHaveLength(9);
  expect((await two.work.all()).notes).toHaveLength(9);
});

it('recovers a damaged overlay from its backup, and opens the archive whatever lies there', async () => {
  const places = await prepared();
  const reader = await reading(places);
  await made(reader, { kind: 'add-note', cable: '05HANOI2', text: 'GENERATED one' });
  await made(reader, { kind: 'add-note', cable: '05HANOI2', text: 'GENERATED two' });
  await reader.close();
  const [id] = await readdir(places.overlayFolder);
  const file = join(places.overlayFolder, id ?? '', 'overlay.json');
  await truncate(file, 40);
  const again = await reading(places);
  expect(codes(again)).toContain('notes-recovered');
  expect(await texts(again)).toEqual(['GENERATED first', 'GENERATED one']);
  await again.close();
  await truncate(file, 0);
  await writeFile(`${file}.bak`, 'nonsense');
  const lost = await reading(places);
  expect(codes(lost)).toContain('notes-lost');
  expect(await texts(lost)).toEqual(['GENERATED first']);
  // What is left of either is kept, whatever is noted next.
  const aside = await readdir(join(places.overlayFolder, id ?? '', 'aside'));
  expect(aside.filter(name => name.startsWith('overlay.json.bak.'))).toHaveLength(1);
  await lost.close();
  const blocked = join(await temporaryFolder(), 'file');
  await writeFile(blocked, '');
  const open = await opened(places.folder, { readOnly: true, overlayFolder: blocked });
  await expect(made(open, { kind: 'add-note', cable: '05HANOI2', text: 'x' })).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:io|read-only)$/),
  });
});

it('makes no folder name of a hostile archive id', async () => {
  const overlayFolder = await temporaryFolder();
  const file = new OverlayFile(nodeDisk, overlayFolder, '../../escaped', 'Valise test');
  const empty = emptyNotes('x');
  await file.locked(() => file.write(overlayOf('x', empty, empty)));
  expect(await readdir(overlayFolder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(
    await readFile(join(overlayFolder, (await readdir(overlayFolder))[0] ?? '', 'overlay.json'), 'utf8'),
  ).toContain('valise-overlay');
});
