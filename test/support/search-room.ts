/** The search room over generated cables: how specs fill it and find their way in it. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { writeCablesCsv } from './cables-csv.ts';

/** So many generated cables lie in it beside the sample: from 1982 on, most of them of 2003 to 2009. */
export const GENERATED = 400;

export const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' });
export const status = (page: Page): Locator => page.locator('.search-total');
export const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search cables' });
export const option = (page: Page, at: number): Locator => results(page).getByRole('option').nth(at);

/** Imports generated cables and goes to the search room. */
export async function fillSearchRoom(
  page: Page,
  drop: (...paths: string[]) => Promise<void>,
  scratch: string,
): Promise<void> {
  const corpus = join(scratch, 'cables.csv');
  await writeCablesCsv(corpus, GENERATED, { medianLength: 900 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await drop(corpus);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText(`${GENERATED + 1} cables`, {
    timeout: 60_000,
  });
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Search' }).click();
  await expect(status(page)).toHaveText(`${GENERATED + 1} cables`);
}

/** Goes on by Tab until something has the focus; fails where it never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if (
      await target.evaluate(
        element => element === document.activeElement || element.contains(document.activeElement),
      )
    )
      return;
  }
  throw new Error('Tab never comes there.');
}

/** The number of cables that the room says it found. */
export async function found(page: Page): Promise<number> {
  const text = (await status(page).textContent()) ?? '';
  return Number(text.replaceAll(/\D/g, ''));
}
