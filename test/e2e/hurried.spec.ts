/** Keys that come faster than what they are about. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { results, status, withCables } from './window-parts.ts';

/** The ids of the rows in sight. */
async function rows(page: Page): Promise<string[]> {
  const texts = await results(page).getByRole('option').allTextContents();
  return texts.map(text => /\d\d[A-Z]+\d+/.exec(text)?.[0] ?? '');
}

test.beforeEach(({ valise, scratch }) => withCables(valise, scratch));

test('Enter in the palette takes what was typed, not what was found before it', async ({
  valise: { page },
}) => {
  const [first = '', , , other = ''] = await rows(page);
  const field = page.getByRole('searchbox', { name: 'Find a command or a cable' });
  await page.keyboard.press('Control+k');
  await field.pressSequentially(other);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Text of ${other}` })).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.pressSequentially(other);
  await expect(page.getByRole('menuitem', { name: other })).toBeVisible();
  await page.keyboard.press('Control+a');
  await field.pressSequentially(first);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Text of ${first}` })).toBeVisible();
  await expect(field).toBeHidden();
});

test('U right after Enter says what stays: a cable that is opened is read', async ({ valise: { page } }) => {
  await results(page).focus();
  await page.keyboard.press('Home');
  const [id = ''] = await rows(page);
  const about = page.getByRole('region', { name: 'About this cable' });
  for (const turn of [1, 2]) {
    await test.step(`turn ${turn}`, async () => {
      await expect(results(page)).toBeFocused();
      await page.keyboard.press('Enter');
      await page.keyboard.press('u');
      await expect(status(page)).toContainText(`${id} is marked as unread`);
      await expect(about).toContainText('Marked as unread.');
      await page.keyboard.press('u');
      await expect(status(page)).toContainText(`${id} is marked as read`);
      await expect(about).toContainText('You have read this cable');
      await page.goBack();
    });
  }
});
