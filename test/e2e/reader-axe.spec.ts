/** The reader in every theme, by axe: its panes, notes, changes, graph and the tools of a passage. */
import { join } from 'node:path';
import { axeInThemes } from '../support/axe.ts';
import { HUB, writeReaderCables } from '../support/reader-cables.ts';
import { expect, test } from './fixtures.ts';

test('axe finds nothing to object to in the reader, in any theme', async ({ valise, scratch }) => {
  test.setTimeout(180_000);
  const { page } = valise;
  const csv = join(scratch, 'cables.csv');
  await writeReaderCables(csv);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await valise.drop(csv);
  const status = page.getByRole('region', { name: 'Status' });
  await expect(status.getByRole('button', { name: 'Receipt' })).toBeVisible();
  await page.evaluate(hash => (location.hash = hash), `#${HUB}`);
  const text = page.getByRole('region', { name: `Text of ${HUB}` });
  await expect(text).toBeVisible();
  const check = async (what: string): Promise<void> => {
    // What fades in is there.
    await page.waitForTimeout(300);
    expect(await axeInThemes(page), what).toEqual([]);
  };
  await check('about');
  await page.getByRole('tab', { name: /^References/ }).click();
  await check('references');
  await text.focus();
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('j');
  await page.keyboard.press('h');
  await page.getByRole('tab', { name: /^Notes/ }).click();
  await text.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Selected passage' })).toBeVisible();
  await check('notes and the tools of a passage');
  await page.keyboard.press('n');
  await check('writing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await check('changes');
  await page.keyboard.press('v');
  await check('as transmitted');
  await page.keyboard.press('g');
  await page.keyboard.press('g');
  const graph = page.getByRole('region', { name: /^What/ });
  await expect(graph.getByRole('link', { name: new RegExp(`^${HUB}`) })).toBeFocused();
  await check('graph');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await check('appearance');
});
