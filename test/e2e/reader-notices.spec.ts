/** What becomes of notes where an archive can't be written, or its notes are damaged: told, with what to do. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { startHolder } from './serve-host.ts';

const SAMPLE = '05HANOI841';

async function openNotes(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(hash => (location.hash = hash), `#${SAMPLE}`);
  await expect(page.getByRole('region', { name: `Text of ${SAMPLE}` })).toBeVisible();
  await page.getByRole('tab', { name: /^Notes/ }).click();
}

/** Notes on the cable as a whole, by keyboard. */
async function note(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: `Text of ${SAMPLE}` }).focus();
  await page.keyboard.press('N');
  await expect(page.getByRole('textbox', { name: 'Note on this cable' })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: `Text of ${SAMPLE}` })).toBeFocused();
  await expect(notes(page)).toContainText(text);
}

const notes = (page: Page) => page.getByRole('tabpanel', { name: /^Notes/ });
const status = (page: Page) => page.getByRole('region', { name: 'Status' });

test('notes made while another Valise has the archive are kept beside it, and merged with a press', async ({
  startHost,
  scratch,
}) => {
  const home = join(scratch, 'home');
  const first = await startHolder(home);
  const second = await startHost({ home, scratch });
  await openNotes(second.page);
  await note(second.page, 'GENERATED: made beside');
  await expect(notes(second.page)).toContainText('You can go on noting.');
  await second.close();
  await first.close();

  const third = await startHost({ home, scratch });
  await expect(status(third.page)).toContainText('can be merged into it');
  await openNotes(third.page);
  await expect(notes(third.page)).not.toContainText('GENERATED: made beside');
  await notes(third.page).getByRole('button', { name: 'Merge my notes into the archive' }).press('Enter');
  await expect(notes(third.page)).toContainText('GENERATED: made beside');
  await expect(notes(third.page)).not.toContainText('can be merged into it');
  await third.close();
});

test('damaged notes are recovered from their backup; where that is gone too it is told what to do', async ({
  startHost,
  scratch,
}) => {
  const home = join(scratch, 'home');
  const first = await startHost({ home, scratch });
  await openNotes(first.page);
  await note(first.page, 'GENERATED: the first');
  await note(first.page, 'GENERATED: the second');
  await first.close();
  const files = await readdir(home, { recursive: true });
  const found = files.filter(file => /(?:^|[\\/])notes\.json$/.test(file)).map(file => join(home, file));
  expect(found).toHaveLength(1);
  const [file = ''] = found;

  await writeFile(file, 'GENERATED damage');
  const second = await startHost({ home, scratch });
  await expect(status(second.page)).toContainText('recovered from their backup');
  await openNotes(second.page);
  await expect(notes(second.page)).toContainText('GENERATED: the first');
  await expect(notes(second.page)).toContainText('Look through your notes');
  await second.close();

  await writeFile(file, 'GENERATED damage');
  await writeFile(`${file}.bak`, 'GENERATED damage');
  const third = await startHost({ home, scratch });
  await expect(status(third.page)).toContainText('put its notes.json back');
  await openNotes(third.page);
  await expect(notes(third.page)).toContainText('put its notes.json back');
  await third.close();
});
