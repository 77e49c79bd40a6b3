import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { opened } from '../../support/archive-folder.ts';
import { made } from '../../support/five-cables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const texts = async (archive: Archive) => (await archive.work.all()).notes.map(({ text }) => text);
const codes = (archive: Archive) => archive.info().notices.map(({ code }) => code);

it('tells the writer of notes that a reader takes beside it meanwhile, and merges them', async () => {
  const { folder } = await made();
  const overlayFolder = join(await temporaryFolder(), 'settings');
  const writer = await opened(folder, { overlayFolder });
  const first = await writer.work.edit({ kind: 'add-note', cable: '05HANOI1', text: 'GENERATED first' });
  const reader = await opened(folder, { overlayFolder });
  expect(reader.info().readOnly).toBe(true);
  expect(await writer.work.all()).toMatchObject({ place: 'archive', waiting: 0 });
  await reader.work.edit({ kind: 'add-note', cable: '05HANOI2', text: 'GENERATED beside' });
  const seen = await writer.work.all();
  expect(seen).toMatchObject({ place: 'archive', waiting: 1 });
  expect(seen.revision).toBeGreaterThan(first.revision);
  expect(codes(writer)).toContain('notes-to-merge');
  expect(await writer.work.mergeOverlay()).toMatchObject({ added: 1, waiting: 0 });
  expect(codes(writer)).not.toContain('notes-to-merge');
  expect(await texts(reader)).toEqual(['GENERATED first', 'GENERATED beside']);
  await reader.work.edit({ kind: 'change-note', note: first.made ?? '', text: 'GENERATED changed' });
  expect(await writer.work.mergeOverlay()).toMatchObject({ changed: 1, waiting: 0 });
  expect(await texts(writer)).toEqual(['GENERATED changed', 'GENERATED beside']);
});
