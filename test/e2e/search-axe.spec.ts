/** The search room in every theme, by axe: the list as lines and as a table, marks, the timeline, the map, the empty states. */
import { axeInThemes } from '../support/axe.ts';
import { field, fillSearchRoom, results } from '../support/search-room.ts';
import { expect, test } from './fixtures.ts';

test('axe finds nothing to object to in the search room', async ({ valise, scratch }) => {
  const { page } = valise;
  test.setTimeout(180_000);
  await fillSearchRoom(page, (...paths) => valise.drop(...paths), scratch);
  const none = async (what: string) => expect(await axeInThemes(page), what).toEqual([]);

  await field(page).fill('minister date:2006..2008 sbject:embassy');
  await expect(page.getByText('There is no field')).toBeVisible();
  await field(page).fill('minister date:2006..2008');
  await results(page).focus();
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: 'Clear dates' })).toBeVisible();
  await none('the list with marks');

  await page.getByRole('button', { name: 'Timeline as table' }).press('Enter');
  await none('the timeline as a table');
  await page.getByRole('button', { name: 'Timeline as table' }).press('Enter');

  await page.getByRole('button', { name: 'Display' }).press('Enter');
  await page.getByRole('radio', { name: 'Rows' }).press('ArrowRight');
  await none('how results are shown');
  await page.keyboard.press('Escape');
  await none('the table');

  await page.getByRole('radio', { name: 'List' }).press('ArrowRight');
  await page.getByRole('listbox', { name: 'Places' }).focus();
  await page.keyboard.press('Home');
  await none('the map');
  await page.getByRole('button', { name: 'Places as table' }).press('Enter');
  await none('the places as a table');
  await page.getByRole('radio', { name: 'Places' }).press('ArrowLeft');

  await field(page).fill('mniister sbject:nowhere');
  await expect(page.getByText('Did you mean')).toBeVisible();
  await none('no hits');
  await page.getByRole('button', { name: 'How to search' }).press('Enter');
  await none('the help');
});
