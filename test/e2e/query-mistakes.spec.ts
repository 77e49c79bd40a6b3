/** What the search says of a question that it can't make out, and what it offers instead. */
import { field, fillSearchRoom } from '../support/search-room.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ valise, scratch }) =>
  fillSearchRoom(valise.page, (...paths) => valise.drop(...paths), scratch),
);

test('a mistake is shown in its place and mended by a press; help is at hand', async ({
  valise: { page },
}) => {
  await field(page).fill('minister sbject:embassy');
  await expect(page.getByText('There is no field sbject')).toBeVisible();
  await page.getByRole('button', { name: /^Show in the query:.*sbject:embassy/ }).press('Enter');
  await expect(field(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('sbject:embassy');
  await page.getByRole('button', { name: 'Ask “minister subject:embassy” instead' }).press('Enter');
  await expect(field(page)).toHaveValue('minister subject:embassy');
  await page.getByRole('button', { name: 'How to search' }).press('Enter');
  await page
    .getByRole('dialog', { name: 'How to search' })
    .getByRole('button', { name: 'Ask tag:PHUM' })
    .press('Enter');
  await expect(field(page)).toHaveValue('tag:PHUM');
  await field(page).fill('mniister');
  await page.getByRole('button', { name: 'minister', exact: true }).press('Enter');
  await expect(field(page)).toHaveValue('minister');
});

test('a mistake is told in German where that is set, and what is offered instead is right', async ({
  valise,
}) => {
  const { page } = valise;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Deutsch');
  await page.keyboard.press('Enter');
  // What was typed there is gone when it is opened again.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox', { name: 'Befehl oder Depesche finden' })).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Depeschen durchsuchen' });
  await field.fill('is:partal');
  await expect(page.getByText('is:partal gibt es nicht.')).toBeVisible();
  await page.getByRole('button', { name: 'Stattdessen „is:partial“ suchen' }).press('Enter');
  await expect(field).toHaveValue('is:partial');
});
