/** Coming back to where one read, going to a linked paragraph, and texts of half a megabyte. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { HUB, readerRows, wrappedBody, writeReaderCables } from '../support/reader-cables.ts';
import { expect, test } from './fixtures.ts';
import type { Valise } from './fixtures.ts';

const LONG = '06HANOI1';

async function openArchive(valise: Valise, scratch: string): Promise<void> {
  const { page } = valise;
  const csv = join(scratch, 'cables.csv');
  const body = wrappedBody('GENERATED LONG', `REF: ${HUB}`, 1100);
  expect(body.length).toBeGreaterThan(500_000);
  const long = { id: LONG, created: '1/1/2006 1:00', origin: 'Embassy Hanoi', body };
  await writeReaderCables(csv, [...readerRows(), long]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await valise.drop(csv);
  await expect(
    page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' }),
  ).toBeVisible();
}

async function go(page: Page, hash: string, id: string): Promise<void> {
  await page.evaluate(to => (location.hash = to), `#${hash}`);
  await expect(page.getByRole('region', { name: `Text of ${id}` })).toBeVisible();
}

/** How far below the top of the room a paragraph begins, in pixels. */
const below = (page: Page, number: number): Promise<number> =>
  page.locator(`.reader-scroll [data-number="${number}"]`).evaluate(paragraph => {
    const room = paragraph.closest('.reader-scroll') ?? document.body;
    return Math.round(paragraph.getBoundingClientRect().top - room.getBoundingClientRect().top);
  });

test('whoever follows a reference and comes back finds the place again, in either view', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openArchive(valise, scratch);
  await go(page, HUB, HUB);
  const room = page.getByRole('region', { name: `Text of ${HUB}` });
  await room.evaluate(element => element.scrollTo(0, 700));
  await page.waitForTimeout(600);
  const before = await below(page, 5);
  await page.getByRole('tab', { name: /^References/ }).click();
  await page
    .getByRole('tabpanel', { name: /^References/ })
    .getByRole('link', { name: '04HANOI3300' })
    .click();
  await expect(page.getByRole('region', { name: 'Text of 04HANOI3300' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(room).toBeVisible();
  // To the line: what stood at the top does so again.
  await expect.poll(async () => Math.abs((await below(page, 5)) - before)).toBeLessThan(40);

  const words = await page.evaluate(() => {
    const text = document.querySelector('.reader-scroll')?.getBoundingClientRect();
    const caret =
      text === undefined ? null : document.caretRangeFromPoint(text.left + text.width / 2, text.top + 24);
    return caret?.startContainer.textContent?.slice(0, 20) ?? '';
  });
  expect(words).not.toBe('');
  await page.keyboard.press('v');
  await expect
    .poll(() => page.getByRole('region', { name: `Text of ${HUB}` }).evaluate(element => element.scrollTop))
    .toBeGreaterThan(300);
});

test('a link to a late paragraph of half a megabyte leads there, and no piece of the work holds the window up', async ({
  valise,
  scratch,
  host,
}) => {
  const { page } = valise;
  await openArchive(valise, scratch);
  const browser = page.context().browser();
  const traced = host === 'serve' && browser !== null;
  if (traced) await browser.startTracing(page, { categories: ['toplevel'] });
  await go(page, `${LONG}/450`, LONG);
  await expect.poll(() => below(page, 450).catch(() => 9999), { timeout: 30_000 }).toBeLessThan(60);
  await page.keyboard.press('v');
  await expect.poll(() => below(page, 450).catch(() => 9999), { timeout: 30_000 }).toBeLessThan(60);
  if (!traced) return;
  const longest = longestTask((await browser.stopTracing()).toString());
  console.log(`The longest task of the page took ${longest} ms of processor time.`);
  expect(longest).toBeLessThan(100);
});

const TraceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown() }).partial(),
    }),
  ),
});

/** The longest task of the page's main thread in milliseconds of processor time: other programs on the machine don't count. */
function longestTask(trace: string): number {
  const { traceEvents } = TraceSchema.parse(JSON.parse(trace));
  const threadOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter(event => event.name.includes('RunTask') && main.has(threadOf(event)));
  expect(tasks.length).toBeGreaterThan(100);
  return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}
