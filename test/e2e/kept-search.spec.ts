/** The search stays as it was behind a cable that is read, and is out of the way meanwhile. */
import type { Page } from '@playwright/test';
import { field, fillSearchRoom, option, results } from '../support/search-room.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ valise, scratch }) =>
  fillSearchRoom(valise.page, (...paths) => valise.drop(...paths), scratch),
);

const origins = (page: Page) => page.getByRole('group', { name: 'Origin' });
const scrolled = (page: Page) => results(page).evaluate(list => list.scrollTop);

test('a cable is opened from the middle of the list, and the list comes back as it was', async ({
  valise: { page },
}) => {
  await origins(page)
    .getByRole('button', { name: /^(Show|More|All)/ })
    .click();
  await origins(page).getByRole('textbox').fill('Embassy');
  const named = await origins(page).getByRole('checkbox').count();
  await results(page).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageDown');
  await expect(option(page, 3)).toBeAttached();
  const stood = await results(page).getAttribute('aria-activedescendant');
  const top = await scrolled(page);
  expect(top).toBeGreaterThan(0);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('article')).toBeVisible();
  await expect(field(page)).toBeHidden();
  await expect(results(page)).toBeHidden();
  // The cable beside the list is not drawn behind the one that is read.
  await expect(page.locator('.preview')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);

  await page.goBack();
  await expect(results(page)).toBeFocused();
  await expect(results(page)).toHaveAttribute('aria-activedescendant', stood ?? '');
  await expect(page.locator(`#${stood}`)).toBeInViewport();
  expect(Math.abs((await scrolled(page)) - top)).toBeLessThan(60);
  await expect(origins(page).getByRole('checkbox')).toHaveCount(named);
  await expect(
    page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Open' }),
  ).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
});
