/** Working in the text by keyboard alone: highlights and notes. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HUB, wrappedBody, writeReaderCables } from '../support/reader-cables.ts';
import { drawnAs, open, openHub, press, toParagraph } from '../support/reader-steps.ts';
import { expect, test } from './fixtures.ts';

const notes = (page: Page) => page.getByRole('tabpanel', { name: /^Notes/ });

test('a paragraph is highlighted and words of it noted on, by keyboard alone, and both are there after a restart', async ({
  valise,
  scratch,
  startHost,
}) => {
  const { page, home } = valise;
  await openHub(valise, scratch);
  await toParagraph(page, 3);
  await press(page, 'h');
  await expect
    .poll(() => drawnAs(page, 'note-yellow'))
    .toMatch(/^3\.\|\(SBU\)\|GENERATED: the delegation met .* Hue\.$/);

  await toParagraph(page, 4);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  expect(await page.evaluate(() => String(getSelection()))).toBe('GENERATED: the delegation');
  await expect(page.getByRole('toolbar', { name: 'Selected passage' })).toBeVisible();
  await press(page, 'n');
  await expect(page.getByRole('textbox', { name: 'Note on this passage' })).toBeFocused();
  await page.keyboard.type('GENERATED: who led it?');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('The note is saved.');
  await expect.poll(() => drawnAs(page, 'note-yellow')).toContain('|GENERATED: the delegation');
  // A note shows beside its paragraph; a mere highlight does not.
  const paragraph = (number: number) => page.getByRole('article').locator(`[data-number="${number}"]`);
  await expect(paragraph(4)).toHaveAccessibleDescription('A note is on words in it.');
  await expect(paragraph(3)).toHaveAccessibleDescription('');

  // The same places in the exact text.
  await press(page, 'v');
  await expect
    .poll(() => drawnAs(page, 'note-yellow'))
    .toMatch(/^3\. \(SBU\) GENERATED[^|]*Hue\.\|GENERATED: the delegation$/);
  await press(page, 'v');

  await page.getByRole('tab', { name: /^Notes/ }).focus();
  await press(page, 'Enter');
  await expect(notes(page)).toContainText('GENERATED: who led it?');
  await valise.close();

  const again = await startHost({ home, scratch });
  await open(again.page, HUB);
  await again.page.getByRole('tab', { name: /^Notes/ }).click();
  await expect(notes(again.page)).toContainText('GENERATED: who led it?');
  await expect.poll(() => drawnAs(again.page, 'note-yellow')).toContain('|GENERATED: the delegation');
  await again.close();
});

test('a note is changed, deleted, and brought back by undoing; one on the whole cable stands apart', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await press(page, 'N');
  await expect(page.getByRole('textbox', { name: 'Note on this cable' })).toBeFocused();
  await page.keyboard.type('GENERATED: ask the archive');
  await press(page, 'Control+Enter');
  const panel = notes(page);
  await panel.getByRole('button', { name: 'Edit the note “GENERATED: ask the archive”' }).focus();
  await press(page, 'Enter', 'End');
  await page.keyboard.type(' in Hue');
  await press(page, 'Control+Enter');
  await expect(panel).toContainText('GENERATED: ask the archive in Hue');
  await panel.getByRole('button', { name: /^Delete the note/ }).focus();
  await press(page, 'Enter');
  await expect(panel).toContainText('Nothing is noted here yet.');
  await expect(page.getByRole('region', { name: `Text of ${HUB}` })).toBeFocused();
  await press(page, 'Control+z');
  await expect(panel).toContainText('GENERATED: ask the archive in Hue');

  // What was written and put away comes back with one press.
  await toParagraph(page, 2);
  await press(page, 'n');
  await page.keyboard.type('GENERATED: half a thought');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('textbox', { name: 'Note on this passage' })).toHaveValue(
    'GENERATED: half a thought',
  );
});

test('a passage takes another tint by a key, loses it by the same, and is copied with its citation', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await toParagraph(page, 3);
  await press(page, '3');
  await expect.poll(() => drawnAs(page, 'note-blue')).toContain('GENERATED: the delegation');
  await press(page, '4');
  await expect.poll(() => drawnAs(page, 'note-pink')).toContain('GENERATED: the delegation');
  expect(await drawnAs(page, 'note-blue')).toBe('');
  await press(page, '4');
  await expect.poll(() => drawnAs(page, 'note-pink')).toBe('');
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'C');
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('with its citation');
  await press(page, 'n');
  await expect(page.getByRole('textbox', { name: 'Note on this passage' })).toBeFocused();
  await press(page, 'Control+v');
  const pasted = await page.getByRole('textbox', { name: 'Note on this passage' }).inputValue();
  expect(pasted).toMatch(/^“GENERATED: the” \(paragraph 3\)\n\n.*05HANOI900/s);
});

test('what is copied from the exact text is exactly that', async ({ valise, scratch }) => {
  const { page } = valise;
  const csv = join(scratch, 'long.csv');
  const body = wrappedBody('GENERATED LONG', `REF: ${HUB}`, 120);
  await writeReaderCables(csv, [{ id: HUB, created: '4/20/2005 9:15', origin: 'Embassy Hanoi', body }]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await valise.drop(csv);
  await expect(
    page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' }),
  ).toBeVisible();
  await open(page, HUB);
  await press(page, 'v');
  const sheet = page.getByRole('group', { name: 'As transmitted' }).locator('[data-body]');
  await expect.poll(() => sheet.textContent()).toBe(body);
  const selected = await sheet.evaluate(element => {
    getSelection()?.selectAllChildren(element);
    return String(getSelection());
  });
  expect(selected.trim()).toBe(body.trim());
});

test('words that another version lacks are told as such and not dropped', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await toParagraph(page, 2);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  for (let word = 0; word < 9; word += 1) await press(page, 'Shift+ArrowRight');
  await press(page, 'h');
  await expect.poll(() => drawnAs(page, 'note-yellow')).toContain('minister said that');
  const csv = join(scratch, 'other.csv');
  const body = `CONFIDENTIAL HANOI 000900\n\nSUBJECT: GENERATED OTHER\n\n1. (C) ${'GENERATED, of another matter. '.repeat(400)}\n\nMARINE\n`;
  await writeReaderCables(csv, [{ id: HUB, created: '4/20/2005 9:15', origin: 'Embassy Hanoi', body }]);
  await valise.drop(csv);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('1 new version');
  // The one that is shown now, and then the other: only one of them has the words.
  const text = page.getByRole('region', { name: `Text of ${HUB}` });
  const told: boolean[] = [];
  for (let version = 0; version < 2; version += 1) {
    if (version === 1) {
      await page.getByRole('tab', { name: /^Versions/ }).click();
      const versions = page.getByRole('tabpanel', { name: /^Versions/ });
      await versions.getByRole('button', { name: /^Show version/ }).click();
    }
    await page.getByRole('tab', { name: /^Notes/ }).click();
    const gone = /of another matter/.test((await text.textContent()) ?? '');
    told.push(gone);
    await expect(notes(page)).toContainText('minister said that');
    if (gone) {
      await expect(notes(page)).toContainText('No longer in this text');
      expect(await drawnAs(page, 'note-yellow')).toBe('');
    } else {
      await expect.poll(() => drawnAs(page, 'note-yellow')).toContain('minister said that');
      await expect(notes(page)).not.toContainText('No longer in this text');
    }
  }
  expect(new Set(told)).toEqual(new Set([false, true]));
});

test('a version whose import was withdrawn says so in the list and over its text', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  const csv = join(scratch, 'changed.csv');
  const body = wrappedBody('GENERATED CHANGED', `REF: ${HUB}`, 120);
  await writeReaderCables(csv, [{ id: HUB, created: '4/20/2005 9:15', origin: 'Embassy Hanoi', body }]);
  await valise.drop(csv);
  const status = page.getByRole('region', { name: 'Status' });
  await expect(status).toContainText('1 new version');
  await page.getByRole('region', { name: `Text of ${HUB}` }).focus();
  // The import is the newest step.
  await press(page, 'Control+z');
  await expect(status).toContainText('The import was withdrawn.');
  await expect(status.getByRole('button', { name: 'Redo' })).toBeVisible();
  await page.getByRole('tab', { name: /^Versions/ }).click();
  const versions = page.getByRole('tabpanel', { name: /^Versions/ });
  await expect(versions).toContainText('This version was withdrawn. It came with “changed.csv”');
  await expect(page.getByRole('article')).not.toContainText('was withdrawn');
  await versions.getByRole('button', { name: /^Show version/ }).click();
  await expect(page.getByRole('article')).toContainText('This version was withdrawn.');
});
