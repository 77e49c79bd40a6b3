/** Receipts by keyboard, a long one without stutter, and axe in every theme: receipts, the library, the first start. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { axeInThemes } from '../support/axe.ts';
import { writeCsv } from '../support/csv-file.ts';
import { expect, test } from './fixtures.ts';

const status = (page: Page) => page.getByRole('region', { name: 'Status' });

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['VALISE_LOOK'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('axe finds nothing to object to at the first start, in the library and in a receipt', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await axeInThemes(page), 'the first start').toEqual([]);

  const table = await writeCsv(scratch, 'mixed.csv', [
    { id: '05HANOI1', body: 'GENERATED one' },
    { id: '05HANOI1', body: 'GENERATED another version' },
    { id: 'nothing', body: 'GENERATED no id' },
    { id: '05HANOI2', body: 'GENERATED two' },
  ]);
  await valise.drop(table);
  await status(page).getByRole('button', { name: 'Receipt' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible();
  const lines = page.getByRole('table', { name: 'Lines' });
  await expect(lines).toContainText('no reference id');
  await look(page, 'receipt');
  expect(await axeInThemes(page), 'a receipt').toEqual([]);

  // By keyboard alone: to the kinds of lines, to one of them, into its lines, to a cable.
  const kinds = page.getByRole('radiogroup', { name: 'Show' });
  await kinds.getByRole('radio', { name: 'All' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(kinds.getByRole('radio', { name: 'not taken 1' })).toBeChecked();
  await expect(lines.getByRole('row')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(kinds.getByRole('radio', { name: /new version/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(lines).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#05HANOI1$/);

  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('table', { name: 'Imports' })).toContainText('mixed.csv');
  expect(await axeInThemes(page), 'the library').toEqual([]);
  await page.setViewportSize({ width: 800, height: 600 });
  await look(page, 'library-narrow');
  expect(await axeInThemes(page), 'the library in a narrow window').toEqual([]);
});

const LINES = 100_000;
const Watched = z.object({ longest: z.number(), over: z.number(), frames: z.number() });

test('a receipt of a hundred thousand lines scrolls from end to end', async ({ valise, scratch }) => {
  test.setTimeout(240_000);
  const { page } = valise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const table = join(scratch, 'refused.csv');
  const row = (number: number) => `"${number}","4/11/2005 5:42","none","GENERATED","","","",""\n`;
  await writeFile(table, Array.from({ length: LINES }, (_, index) => row(index + 1)).join(''));
  await valise.drop(table);
  const receipt = status(page).getByRole('button', { name: 'Receipt' });
  await receipt.click({ timeout: 180_000 });
  const lines = page.getByRole('table', { name: 'Lines' });
  await expect(lines).toHaveAttribute('aria-rowcount', String(LINES));
  await expect(lines).toContainText('row 1');
  // The list itself is one element with some dozens of rows, however long it is.
  expect(await lines.getByRole('row').count()).toBeLessThan(60);

  const watched = await lines.evaluate(async list => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver(found => {
      for (const { duration } of found.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask', buffered: false });
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve));
    let frames = 0;
    const until = performance.now() + 4000;
    while (performance.now() < until) {
      list.scrollTop += frames % 40 === 39 ? list.scrollHeight / 7 : 240;
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) list.scrollTop = 0;
      await frame();
      frames += 1;
    }
    observer.disconnect();
    return { longest: Math.max(0, ...tasks), over: tasks.length, frames };
  });
  const { longest, over, frames } = Watched.parse(watched);
  const said = `${frames} frames in 4 s, ${over} tasks over 50 ms, the longest ${Math.round(longest)} ms`;
  console.log(`Scrolling ${LINES} lines: ${said}`);
  test.info().annotations.push({ type: 'measured', description: said });
  // Others may be at work on the machine: a moment is no stutter, one frame in twenty would be.
  expect(over).toBeLessThan(frames / 20);

  await lines.focus();
  await page.keyboard.press('End');
  await expect(lines).toContainText('row 100,000');
  await look(page, 'receipt-long');
  await page.keyboard.press('Home');
  await expect(lines).toContainText('row 1');
});
