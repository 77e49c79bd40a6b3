/** What the specs of the reader do again and again, by keyboard. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Valise } from '../e2e/fixtures.ts';
import { HUB, writeReaderCables } from './reader-cables.ts';

/** Imports the generated cables and opens the one in the middle. */
export async function openHub(valise: Valise, scratch: string): Promise<void> {
  const { page } = valise;
  const csv = join(scratch, 'cables.csv');
  await writeReaderCables(csv);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await valise.drop(csv);
  await expect(
    page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' }),
  ).toBeVisible();
  await open(page, HUB);
}

export async function open(page: Page, id: string): Promise<void> {
  await page.evaluate(hash => (location.hash = hash), `#${id}`);
  await expect(page.getByRole('region', { name: `Text of ${id}` })).toBeVisible();
}

/** The words that a highlight is drawn over, in the order of the text. */
export const drawnAs = (page: Page, name: string): Promise<string> =>
  page.evaluate(highlight => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])];
    return ranges.map(String).join('|');
  }, name);

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to the paragraph of this number by J. */
export async function toParagraph(page: Page, number: number): Promise<void> {
  const here = page.getByRole('article').locator(`[data-number="${number}"]`);
  for (let step = 0; step < 30; step += 1) {
    await press(page, 'j');
    if (await here.evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`J did not come to paragraph ${number}`);
}
