import { join } from 'node:path';
import { axeInThemes } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';
import { startHolder } from './serve-host.ts';
import { goTo, idsOf, query, results, status, withCables } from './window-parts.ts';

test('a search is saved with its chosen values, run from the field, renamed, deleted and brought back', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await page.setViewportSize({ width: 1400, height: 900 });
  await withCables(valise, scratch);
  await query(page).fill('minister');
  await page.keyboard.press('Enter');
  const value = page.getByRole('group', { name: 'Origin' }).getByRole('checkbox').first();
  await value.press('Space');

  await page.getByRole('button', { name: 'Save this search' }).press('Enter');
  await page.keyboard.type('Ministers there');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Saved as “Ministers there”.');
  await expect(page.getByRole('button', { name: 'Saved as “Ministers there”' })).toBeVisible();
  const total = await page
    .getByRole('status')
    .filter({ hasText: / cables?$/ })
    .innerText();

  await query(page).fill('');
  await page.getByRole('list', { name: 'Chosen' }).getByRole('button').first().press('Enter');
  await expect(page.getByText(/^41 cables$/)).toBeVisible();
  await query(page).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('option', { name: /Ministers there/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(query(page)).toHaveValue('minister');
  await expect(page.getByRole('status').filter({ hasText: / cables?$/ })).toHaveText(total);

  await page.keyboard.press('Escape');
  await results(page).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const saved = page.getByRole('region', { name: 'Saved searches' });
  await saved.getByRole('button', { name: 'Rename the saved search “Ministers there”' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ministers');
  await page.keyboard.press('Enter');
  await saved.getByRole('button', { name: 'Delete the saved search “Ministers”' }).press('Enter');
  await expect(saved).toContainText('None saved yet.');
  await status(page).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(saved.getByRole('button', { name: 'Ministers', exact: true })).toBeVisible();
});

test('what was opened is read, can be marked unread, is asked for, and stands in the history until that is cleared', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await withCables(valise, scratch);
  await query(page).fill('is:unread');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^41 cables$/)).toBeVisible();
  await results(page).focus();
  await page.keyboard.press('Home');
  const [id = ''] = idsOf([await results(page).getByRole('option').first().innerText()]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Text of ${id}` })).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^40 cables$/)).toBeVisible();

  await query(page).fill('is:read');
  await expect(results(page).getByRole('option', { name: id })).toContainText('read');
  await page.keyboard.press('Enter');
  await page.keyboard.press('u');
  await expect(status(page)).toContainText(`${id} is marked as unread.`);
  await expect(page.getByText(/^0 cables$/)).toBeVisible();
  // In a field Ctrl+Z is the field's own.
  await query(page).focus();
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText(`${id} is marked as unread.`);
  await page.getByRole('link', { name: 'Search' }).focus();
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText('Undone: read or unread.');

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const searches = page.getByRole('region', { name: 'Past searches' });
  const opened = page.getByRole('region', { name: 'Opened cables' });
  await expect(searches.getByRole('button', { name: 'is:unread' })).toBeVisible();
  await expect(opened.getByRole('link', { name: id })).toBeVisible();
  await opened.getByRole('button', { name: 'Clear the opened cables' }).press('Enter');
  await expect(opened.getByRole('link')).toHaveCount(0);
  await status(page).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(opened.getByRole('link', { name: id })).toBeVisible();
  await searches.getByRole('button', { name: 'is:unread' }).press('Enter');
  await expect(query(page)).toHaveValue('is:unread');
});

test('the rooms of the own work are clean to axe in every theme, empty and filled', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await withCables(valise, scratch);
  await goTo(page, 'Dossiers');
  await expect(page.getByRole('heading', { level: 1, name: 'No dossiers yet' })).toBeVisible();
  expect(await axeInThemes(page)).toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  expect(await axeInThemes(page)).toEqual([]);

  await goTo(page, 'Search');
  await results(page).focus();
  await page.keyboard.press('Home');
  for (let row = 0; row < 3; row += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('d');
  await page.keyboard.type('Rice');
  expect(await axeInThemes(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Made “Rice” with 3 cables.');
  await query(page).fill('minister');
  await page.getByRole('button', { name: 'Save this search' }).press('Enter');
  expect(await axeInThemes(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('row').nth(1).hover();
  expect(await axeInThemes(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Remark on/ })
    .first()
    .press('Enter');
  await page.keyboard.type('GENERATED: why');
  expect(await axeInThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Cables in Rice' }).getByRole('row').first().press('Enter');
  await page.getByRole('region', { name: 'Dossiers' }).waitFor();
  expect(await axeInThemes(page)).toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  expect(await axeInThemes(page)).toEqual([]);
});

test('an archive that another Valise holds takes the work beside the settings, says so once, and merges it', async ({
  startHost,
  scratch,
}) => {
  const home = join(scratch, 'home');
  const first = await startHolder(home);
  const second = await startHost({ home, scratch });
  const { page } = second;
  await goTo(page, 'Dossiers');
  const name = page.getByRole('textbox', { name: 'Name of the new dossier' });
  await name.fill('Beside');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('kept beside Valise’s settings');
  await name.fill('Another');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Made “Another”.');
  await expect(status(page)).not.toContainText('kept beside Valise’s settings');
  await second.close();
  await first.close();

  const third = await startHost({ home, scratch });
  await status(third.page).getByRole('button', { name: 'Merge my notes into the archive' }).press('Enter');
  await expect(status(third.page)).toContainText('2 changes are now in the archive.');
  await goTo(third.page, 'Dossiers');
  await expect(third.page.getByRole('grid', { name: 'Dossiers' }).getByRole('row')).toHaveCount(2);
  await third.close();
});
