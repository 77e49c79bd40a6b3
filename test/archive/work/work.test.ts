import { writeFile, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { opened } from '../../support/archive-folder.ts';
import { faultyDisk } from '../../support/faulty-disk.ts';
import { made, withThreeCables } from '../../support/three-cables.ts';

const names = async (archive: Archive) => (await archive.work.all()).dossiers.map(({ name }) => name);
const cablesOf = async (archive: Archive, id: string) =>
  (await archive.work.all()).dossiers.find(dossier => dossier.id === id)?.cables;

it('keeps dossiers in the order that the person gives them and their cables', async () => {
  const { archive, folder } = await withThreeCables();
  const visas = await made(archive, { kind: 'add-dossier', name: 'Visas', cables: ['05hanoi2'] });
  const trade = await made(archive, { kind: 'add-dossier', name: 'Trade' });
  await made(archive, { kind: 'add-dossier', name: 'visas' });
  expect(await names(archive)).toEqual(['Visas', 'Trade', 'visas (2)']);
  await archive.work.edit({
    kind: 'add-to-dossier',
    dossier: visas,
    cables: ['05HANOI1', '05HANOI2', '05HANOI3'],
    at: 0,
  });
  expect(await cablesOf(archive, visas)).toEqual(['05HANOI1', '05HANOI3', '05HANOI2']);
  await archive.work.edit({ kind: 'place-in-dossier', dossier: visas, cable: '05HANOI2', at: 1 });
  expect(await cablesOf(archive, visas)).toEqual(['05HANOI1', '05HANOI2', '05HANOI3']);
  await archive.work.edit({
    kind: 'place-in-dossier',
    dossier: visas,
    cable: '05HANOI1',
    more: ['05HANOI2'],
    at: 9,
  });
  expect(await cablesOf(archive, visas)).toEqual(['05HANOI3', '05HANOI1', '05HANOI2']);
  await archive.work.edit({ kind: 'move-to-dossier', from: visas, to: trade, cables: ['05HANOI2'] });
  await archive.work.edit({ kind: 'remove-from-dossier', dossier: visas, cables: ['05HANOI3'] });
  await archive.work.edit({ kind: 'place-dossier', dossier: trade, at: 0 });
  await archive.work.edit({ kind: 'describe-dossier', dossier: trade, notes: 'GENERATED remark' });
  await archive.work.edit({ kind: 'rename-dossier', dossier: trade, name: 'Commerce' });
  for (const query of ['in:"Commerce"', 'dossier:commerce'])
    expect((await archive.search({ query })).total).toBe(1);
  await archive.close();
  const again = await opened(folder);
  expect((await again.work.all()).dossiers).toMatchObject([
    { name: 'Commerce', cables: ['05HANOI2'], notes: 'GENERATED remark' },
    { name: 'Visas', cables: ['05HANOI1'] },
    { name: 'visas (2)', cables: [] },
  ]);
});

it('undoes and redoes every kind of step, one by one', async () => {
  const { archive } = await withThreeCables();
  const { key } = await archive.show('05HANOI1');
  const states: string[] = [];
  const state = async () => {
    const { dossiers, notes, highlights, savedSearches, history, searches, readMarks } =
      await archive.work.all();
    return JSON.stringify([dossiers, notes, highlights, savedSearches, history, searches, readMarks]);
  };
  await archive.work.visit('05HANOI1');
  await archive.work.visit('05HANOI2');
  await archive.work.searched('visas');
  const did = async (edit: Parameters<Archive['work']['edit']>[0]) => {
    states.push(await state());
    return (await archive.work.edit(edit)).made ?? '';
  };
  const a = await did({ kind: 'add-dossier', name: 'A', cables: ['05HANOI1', '05HANOI2'] });
  const b = await did({ kind: 'add-dossier', name: 'B' });
  const note = await did({ kind: 'add-note', cable: '05HANOI1', text: 'GENERATED' });
  const marked = await did({ kind: 'add-highlight', cable: '05HANOI1', key, start: 0, end: 6 });
  const saved = await did({ kind: 'save-search', name: 'S', query: 'visas' });
  await did({ kind: 'rename-dossier', dossier: a, name: 'AA' });
  await did({ kind: 'describe-dossier', dossier: a, notes: 'x' });
  await did({ kind: 'place-dossier', dossier: b, at: 0 });
  await did({ kind: 'add-to-dossier', dossier: b, cables: ['05HANOI3'] });
  await did({ kind: 'place-in-dossier', dossier: a, cable: '05HANOI2', at: 0 });
  await did({ kind: 'move-to-dossier', from: a, to: b, cables: ['05HANOI1'] });
  await did({ kind: 'remove-from-dossier', dossier: b, cables: ['05HANOI3'] });
  await did({ kind: 'change-note', note, text: 'GENERATED again' });
  await did({ kind: 'color-highlight', highlight: marked, color: 'blue' });
  await did({ kind: 'change-search', search: saved, name: 'T', query: 'visa*' });
  await did({ kind: 'remark-in-dossier', dossier: b, cable: '05HANOI1', text: 'GENERATED why' });
  await did({ kind: 'mark-read', cables: ['05HANOI1', '05HANOI2'], read: false });
  await did({ kind: 'mark-read', cables: ['05HANOI1'], read: true });
  await did({ kind: 'clear-history' });
  await did({ kind: 'clear-searches' });
  await did({ kind: 'delete-note', note });
  await did({ kind: 'delete-highlight', highlight: marked });
  await did({ kind: 'delete-search', search: saved });
  await did({ kind: 'delete-dossier', dossier: b });
  const last = await state();
  for (const before of [...states].reverse()) {
    expect((await archive.work.undo()).done).not.toBeNull();
    expect(await state()).toBe(before);
  }
  expect(await archive.work.undo()).toMatchObject({ done: null, undo: null, redo: 'add-dossier' });
  for (const after of [...states.slice(1), last]) {
    expect((await archive.work.redo()).done).not.toBeNull();
    expect(await state()).toBe(after);
  }
  expect(await archive.work.redo()).toMatchObject({ done: null, undo: 'delete-dossier', redo: null });
  await archive.work.undo();
  await archive.work.edit({ kind: 'delete-dossier', dossier: a });
  expect(await archive.work.redo()).toMatchObject({ done: null });
});

it('leaves undoing alone when nothing changed or a cable was only opened', async () => {
  const { archive } = await withThreeCables();
  const dossier = await made(archive, { kind: 'add-dossier', name: 'A', cables: ['05HANOI1'] });
  await archive.work.visit('05HANOI1');
  await archive.work.visit('05HANOI1');
  await archive.work.searched('visas');
  await archive.work.searched('GENERATED');
  await archive.work.searched('visas');
  expect(await archive.work.edit({ kind: 'add-to-dossier', dossier, cables: ['05HANOI1'] })).toMatchObject({
    done: null,
  });
  expect(await archive.work.undo()).toMatchObject({ done: 'add-dossier' });
  const { history, searches } = await archive.work.all();
  expect(history.map(({ cable }) => cable)).toEqual(['05HANOI1']);
  expect(searches.map(({ query }) => query)).toEqual(['visas', 'GENERATED']);
});

it('refuses what makes no sense, and changes nothing by it', async () => {
  const { archive } = await withThreeCables();
  const { key } = await archive.show('05HANOI1');
  const before = await archive.work.all();
  for (const edit of [
    { kind: 'delete-note', note: 'none' },
    { kind: 'rename-dossier', dossier: 'none', name: 'A' },
    { kind: 'add-dossier', name: '   ' },
    { kind: 'add-highlight', cable: '05HANOI1', key, start: 10, end: 4 },
    { kind: 'add-highlight', cable: '05HANOI1', key, start: 4, end: 1_000_000 },
  ] as const)
    await expect(archive.work.edit(edit)).rejects.toMatchObject({ code: 'bad-request' });
  await expect(
    archive.work.edit({ kind: 'add-highlight', cable: '05HANOI9', key, start: 0, end: 6 }),
  ).rejects.toMatchObject({ code: 'no-such-cable' });
  expect(await archive.work.all()).toEqual(before);
});

it('keeps notes on cables by whatever name, also on one that the archive does not have', async () => {
  const { archive } = await withThreeCables();
  await made(archive, { kind: 'add-note', cable: '05hanoi1', text: 'GENERATED one' });
  await made(archive, { kind: 'add-note', cable: '2005 HANOI 0099', text: 'GENERATED absent' });
  await archive.work.edit({ kind: 'mark-read', cables: ['05hanoi1'], read: true });
  expect(await archive.work.cable('05HANOI1')).toMatchObject({
    cable: '05HANOI1',
    notes: [{ cable: '05HANOI1', text: 'GENERATED one' }],
    read: expect.any(String),
  });
  expect(await archive.work.cable('05HANOI99')).toMatchObject({
    key: null,
    notes: [{ text: 'GENERATED absent' }],
  });
  expect((await archive.search({ query: 'has:note' })).total).toBe(1);
});

it('does changes that come at once one after the other', async () => {
  const { archive, folder } = await withThreeCables();
  const texts = Array.from({ length: 20 }, (_, number) => `GENERATED ${number}`);
  await Promise.all(texts.map(text => archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text })));
  await archive.close();
  const again = await opened(folder);
  expect((await again.work.all()).notes.map(({ text }) => text)).toEqual(texts);
});

it('recovers damaged notes from their backup, and goes on', async () => {
  const { archive, folder } = await withThreeCables();
  await made(archive, { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED one' });
  await made(archive, { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED two' });
  await archive.close();
  const file = join(folder, 'notes.json');
  const whole = await readFile(file, 'utf8');
  for (const hurt of [() => truncate(file, 0), () => writeFile(file, whole.replace('two', 'six'))]) {
    await hurt();
    const again = await opened(folder);
    expect(again.info().notices).toMatchObject([{ code: 'notes-recovered' }]);
    expect((await again.work.all()).notes.map(({ text }) => text)).toEqual(['GENERATED one']);
    await again.close();
  }
  const last = await opened(folder);
  await made(last, { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED three' });
  expect((await last.work.cable('05HANOI1')).notes).toHaveLength(2);
});

it('changes nothing, on disk or in memory, when the disk fails at any moment of a change', async () => {
  const { archive, folder } = await withThreeCables();
  await made(archive, { kind: 'add-note', cable: '05HANOI1', text: 'GENERATED kept' });
  await archive.close();
  for (let ahead = 1; ; ahead += 1) {
    const counting = faultyDisk();
    const still = await opened(folder, {}, counting);
    const { changes } = counting;
    await still.close();
    const disk = faultyDisk({ at: changes + ahead, code: 'ENOSPC', lasting: false });
    const faulty = await opened(folder, {}, disk);
    const before = await faulty.work.all();
    const failed = await faulty.work
      .edit({ kind: 'add-note', cable: '05HANOI2', text: `GENERATED ${ahead}` })
      .then(
        () => false,
        () => true,
      );
    if (!failed) return expect(ahead).toBeGreaterThan(5);
    expect(await faulty.work.all()).toEqual(before);
    await faulty.work.edit({ kind: 'add-note', cable: '05HANOI3', text: `GENERATED after ${ahead}` });
    await faulty.close();
    const again = await opened(folder);
    const texts = (await again.work.all()).notes.map(({ text }) => text);
    expect(texts).toEqual([...before.notes.map(({ text }) => text), `GENERATED after ${ahead}`]);
    await again.close();
  }
});
