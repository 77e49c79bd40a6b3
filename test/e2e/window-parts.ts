/** Parts of the window that several specs go through, and an archive to go through them with. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeCablesCsv } from '../support/cables-csv.ts';
import { expect } from './fixtures.ts';
import type { Valise } from './fixtures.ts';

export const status = (page: Page) => page.getByRole('region', { name: 'Status' });
export const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });
export const query = (page: Page) => page.getByRole('searchbox', { name: 'Search cables' });
export const goTo = (page: Page, room: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();

/** The ids that some rows show, from the first to the last. */
export function idsOf(texts: readonly string[]): string[] {
  return texts.map(text => /\b\d\d[A-Z]+\d+\b/.exec(text)?.[0] ?? text);
}

/** An archive of the sample and generated cables, shown as a list. */
export async function withCables(valise: Valise, scratch: string, count = 40): Promise<void> {
  const { page } = valise;
  const corpus = join(scratch, 'cables.csv');
  await writeCablesCsv(corpus, count);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await valise.drop(corpus);
  await expect(status(page)).toContainText(`: ${count + 1} cables`);
  await goTo(page, 'Search');
  await expect(results(page).getByRole('option').first()).toContainText(/\d\d[A-Z]+\d+/);
}
