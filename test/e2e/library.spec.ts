/** The library at work: copies, the archives of before, another program that writes, faults. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openArchive } from '../../archive/open.ts';
import { valise as cli } from '../support/built.ts';
import { writeCablesCsv } from '../support/cables-csv.ts';
import { axeInThemes } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';

// Where copies and new archives go, Electron's dialog asks, and suggests where the serve host puts them unasked.
test.beforeEach(({ valise }) => valise.takeSuggestedPlaces());

const library = (page: Page) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Library' }).click();
const status = (page: Page) => page.getByRole('region', { name: 'Status' });

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['VALISE_LOOK'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('copies the archive without the notes, by keyboard alone', async ({ valise }) => {
  const { page, home } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Find a command or a cable' }).fill('copy archive');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Copy archive' });
  await expect(dialog.getByRole('radio', { name: 'Cables only, for somebody else' })).toBeChecked();
  await look(page, 'copy-dialog');
  expect(await axeInThemes(page), 'the dialog').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(status(page)).toContainText('Copied and checked: 1 cable in My cables, copy of');
  const [copy = ''] = (await readdir(join(home, 'archives'))).filter(name => name.includes('copy of'));
  const folder = join(home, 'archives', copy);
  const files = await readdir(folder);
  expect(files.filter(name => /notes|lock|UNFINISHED/.test(name))).toEqual([]);
  expect((await cli(['verify', folder])).code).toBe(0);
});

test('tells what is known of other archives, and takes them off the list', async ({ valise }) => {
  const { page } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await library(page);
  await page.getByRole('textbox', { name: 'Create an archive' }).fill('Bern papers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bern papers' })).toBeVisible();
  const list = page.getByRole('list', { name: 'Archives' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('0 cables · open now');
  await expect(list.getByRole('listitem').nth(1)).toContainText('1 cable · opened');
  await look(page, 'recent');
  await list.getByRole('button', { name: 'More about My cables' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Open for reading only' })).toBeVisible();
  expect(await axeInThemes(page), 'the menu').toEqual([]);
  await page.getByRole('menuitem', { name: 'Open for reading only' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'My cables' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Open for reading' })).toContainText('Nobody has it open');
  await look(page, 'reading-only');
  expect(await axeInThemes(page), 'open for reading').toEqual([]);
  await page.getByRole('button', { name: 'Open for writing' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Open for reading' })).toBeHidden();
  await list.getByRole('button', { name: 'More about Bern papers' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Remove from this list' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(status(page)).toContainText('Its folder was not touched');
});

test('follows another program that writes: what is shown stays put until it is asked for', async ({
  valise,
  scratch,
}) => {
  const { page, home } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await library(page);
  const list = page.getByRole('list', { name: 'Archives' });
  await page.getByRole('textbox', { name: 'Create an archive' }).fill('Shared');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Shared' })).toBeVisible();
  await list.getByRole('button', { name: 'Open: My cables' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'My cables' })).toBeVisible();

  // Another program has it now: this one, which runs the test.
  const other = await openArchive(join(home, 'archives', 'Shared'), { program: 'Another Valise 9.9' });
  try {
    await list.getByRole('button', { name: 'Open: Shared' }).press('Enter');
    const lock = page.getByRole('region', { name: 'Open for reading' });
    await expect(lock).toContainText('Another Valise 9.9 has it open for writing on this computer, since');
    await look(page, 'locked');
    expect(await axeInThemes(page), 'locked').toEqual([]);

    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await rooms.getByRole('link', { name: 'Search' }).click();
    const count = page.getByRole('status').filter({ hasText: 'cables' }).first();
    await expect(count).toContainText('0 cables');
    await writeCablesCsv(join(scratch, 'cables.csv'), 30);
    await other.import([{ path: join(scratch, 'cables.csv') }]);
    await expect(status(page)).toContainText('Another program has added 30 cables.');
    await expect(status(page)).toContainText('Shared: 0 cables');
    await status(page).getByRole('button', { name: 'Show' }).press('Enter');
    await expect(status(page)).toContainText('Shared: 30 cables');
    await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toBeVisible();
  } finally {
    await other.close();
  }
  await expect(status(page)).toContainText('The other program has closed this archive.');
  await status(page).getByRole('button', { name: 'Open for writing' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Import' })).toBeVisible();
});

test('asks before it takes over from another computer', async ({ valise }) => {
  const { page, home } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await library(page);
  const list = page.getByRole('list', { name: 'Archives' });
  await page.getByRole('textbox', { name: 'Create an archive' }).fill('Stick');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Stick' })).toBeVisible();
  await list.getByRole('button', { name: 'Open: My cables' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'My cables' })).toBeVisible();
  const left = {
    id: 'left',
    pid: 1,
    thread: 0,
    started: null,
    host: '0'.repeat(16),
    program: 'Valise 0.1.0',
  };
  const lock = JSON.stringify({ ...left, taken: '2026-11-03T10:00:00.000Z' });
  await writeFile(join(home, 'archives', 'Stick', 'lock.json'), lock);
  await list.getByRole('button', { name: 'Open: Stick' }).press('Enter');
  const region = page.getByRole('region', { name: 'Open for reading' });
  await expect(region).toContainText(
    'Valise 0.1.0 on another computer has it open for writing since 3 November 2026',
  );
  await region.getByRole('button', { name: 'Take over…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Take over from the other computer?' });
  await look(page, 'take-over');
  expect(await axeInThemes(page), 'the question').toEqual([]);
  // The key that is nearest does nothing.
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(region).toBeVisible();
  await region.getByRole('button', { name: 'Take over…' }).press('Enter');
  await question.getByRole('button', { name: 'Nobody else has it open: take over' }).press('Enter');
  await expect(region).toBeHidden();
  await expect(page.getByRole('list', { name: 'Told at opening' })).toContainText('was taken over');
});

test('says of each fault what to do', async ({ valise }) => {
  const { page, home } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const pack = join(home, 'archives', 'My cables', 'data', '2005', '2005-04.txt');
  await library(page);
  await page.getByRole('button', { name: 'Verify' }).press('Enter');
  await expect(page.getByText('All is well, as of')).toBeVisible();
  const text = await readFile(pack, 'latin1');
  await writeFile(pack, text.replace('MARINE', 'MARINA'), 'latin1');
  await writeFile(join(home, 'archives', 'My cables', 'data', 'holiday.jpg'), '');
  await page.getByRole('button', { name: 'Verify' }).press('Enter');
  const faults = page.getByRole('region', { name: 'Faults' });
  await expect(faults).toContainText(
    'Cables in data/2005/2005-04.txt are damaged or gone. Put the file back',
  );
  await expect(faults).toContainText('data/holiday.jpg does not belong to the archive. Move it');
  await faults
    .getByRole('button', { name: /What was found/ })
    .first()
    .press('Enter');
  await expect(faults).toContainText('is not what was committed');
  await look(page, 'faults');
  expect(await axeInThemes(page), 'faults').toEqual([]);
});
