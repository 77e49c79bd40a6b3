/** The search room, by keyboard alone but for the brush: timeline, map, marks, table, and the question in the address. */
import type { Page } from '@playwright/test';
import {
  GENERATED,
  field,
  fillSearchRoom,
  found,
  option,
  results,
  status,
  tabTo,
} from '../support/search-room.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ valise, scratch }) =>
  fillSearchRoom(valise.page, (...paths) => valise.drop(...paths), scratch),
);

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const marks = (page: Page) => page.getByRole('toolbar', { name: 'Marked cables' });

test('the timeline narrows by its two ends, shows months, tells itself as a table, and lets go', async ({
  valise: { page },
}) => {
  const from = page.getByRole('slider', { name: 'From' });
  await expect(page.getByRole('table', { name: 'Cables by year' })).toContainText('2008');
  await tabTo(page, from);
  await expect(from).toHaveAttribute('aria-valuetext', '1982');
  await page.keyboard.press('End');
  for (let year = 2010; year > 2006; year -= 1) await page.keyboard.press('ArrowLeft');
  await expect(field(page)).toHaveValue('date:2006..2010');
  await expect.poll(() => found(page)).toBeLessThan(GENERATED);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('slider', { name: 'To' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(field(page)).toHaveValue('date:2006..2009');

  await test.step('once the ends are let go, four years are shown by months', async () => {
    await expect(page.getByRole('table', { name: 'Cables by year' })).toBeAttached();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('table', { name: 'Cables by month' })).toContainText('March 2006');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await expect(field(page)).toHaveValue('date:2006-01..2009-11');
    await expect(page.getByRole('slider', { name: 'To' })).toHaveAttribute('aria-valuetext', 'November 2009');
  });

  await test.step('as a table that is seen, a month is a press away', async () => {
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(timeline(page).getByRole('button', { name: 'Timeline as table' })).toBeFocused();
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Only March 2006' }));
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('date:2006-03');
    const one = page.getByRole('row', { name: /March 2006/ }).getByRole('cell');
    await expect(status(page)).toHaveText(new RegExp(`^${await one.textContent()} cables?$`));
  });

  await page.getByRole('button', { name: 'Clear dates' }).press('Enter');
  await expect(field(page)).toHaveValue('');
  await expect(status(page)).toHaveText(`${GENERATED + 1} cables`);
});

test('a drag over the bars narrows to them', async ({ valise: { page } }) => {
  const table = page.getByRole('table', { name: 'Cables by year' });
  await expect(table).toContainText('2008');
  const chart = timeline(page).locator('svg').first();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('There is no chart.');
  // 1982 to 2010: 29 bars. From the middle of 2009 back into 2007.
  const at = (year: number) => box.x + ((year - 1982 + 0.5) / 29) * box.width;
  await page.mouse.move(at(2009), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(at(2007), box.y + 30, { steps: 5 });
  await page.mouse.up();
  await expect(field(page)).toHaveValue('date:2007..2009');
});

test('the map goes from post to post by keys and narrows to them; those without a place are named', async ({
  valise: { page },
}) => {
  await page.getByRole('radio', { name: 'List' }).focus();
  await page.keyboard.press('ArrowRight');
  const map = page.getByRole('listbox', { name: 'Places' });
  await expect(map.getByRole('option').first()).toBeAttached();
  await tabTo(page, map);
  await page.keyboard.press('Home');
  const current = async () => page.locator(`#${(await map.getAttribute('aria-activedescendant')) ?? 'none'}`);
  const largest = await current();
  const name = (await largest.getAttribute('aria-label')) ?? '';
  const count = Number(/, ([\d,]+)$/.exec(name)?.[1]?.replaceAll(',', ''));
  await page.keyboard.press('Enter');
  await expect(largest).toHaveAttribute('aria-selected', 'true');
  await expect(status(page)).toHaveText(`${count} cables`);
  await expect(page.getByRole('list', { name: 'Chosen' })).toContainText(name.split(/ and |, \d/)[0] ?? '');

  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await current()).getAttribute('aria-label')).not.toBe(name);
  const before = await map.getByRole('option').count();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('+');
  await expect.poll(() => map.getByRole('option').count()).toBeGreaterThan(before);
  await page.keyboard.press('0');
  await expect.poll(() => map.getByRole('option').count()).toBe(before);

  await page.getByRole('button', { name: 'Places as table' }).press('Space');
  const row = page
    .getByRole('table', { name: 'Cables by place' })
    .getByRole('row', { name: /Embassy Hanoi/ });
  await expect(row).toContainText('Vietnam');
});

test('results are marked by keys: one, a range, all; and cited', async ({ valise: { page } }) => {
  await results(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(option(page, 0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(marks(page)).toContainText('4 marked');
  await page.keyboard.press('Shift+End');
  await expect(marks(page)).toContainText('400 marked');
  await page.keyboard.press('Control+a');
  await expect(marks(page)).toContainText(`${GENERATED + 1} marked`);
  await page.keyboard.press('Escape');
  await expect(marks(page)).toBeHidden();

  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  const cite = marks(page).getByRole('button', { name: 'Copy citations' });
  for (let step = 0; step < 20 && !(await cite.evaluate(one => one === document.activeElement)); step += 1) {
    await page.keyboard.press(step === 0 ? 'Shift+Tab' : 'ArrowLeft');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 citations copied')).toBeVisible();
});

test('as a table: columns are chosen, their heads sort, and it is so again after a restart', async ({
  valise: { page },
}) => {
  await page.setViewportSize({ width: 1800, height: 900 });
  await page.getByRole('button', { name: 'Display' }).press('Enter');
  await page.getByRole('radio', { name: 'Rows' }).focus();
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('checkbox', { name: 'TAGS' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  const head = (name: string) => page.getByRole('group', { name: 'Columns' }).getByRole('button', { name });
  await head('Sort by Identifier').press('Enter');
  await expect(head('Identifier, sorted upwards')).toBeVisible();
  await head('Sort by Date').press('Enter');
  await expect(option(page, 0)).toContainText(/19\d\d/);
  await head('Date, sorted upwards').press('Enter');
  await expect(head('Date, sorted downwards')).toBeVisible();
  await expect(option(page, 0)).toContainText('2010');
  await expect(page.getByRole('group', { name: 'Columns' })).toContainText('TAGS');
  await page.reload();
  await expect(page.getByRole('group', { name: 'Columns' })).toContainText('TAGS');
  await expect(head('Date, sorted downwards')).toBeVisible();
});

test('the address holds the question: back, forward and a link bring back words, values and the place in the list', async ({
  valise: { page },
  host,
}) => {
  await results(page).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown');
  await expect(option(page, 3)).toBeAttached();
  const stood = await results(page).getAttribute('aria-activedescendant');
  await page.waitForTimeout(800); // it rests, and is noted
  await page.getByRole('checkbox', { name: /^CONFIDENTIAL, / }).press('Space');
  await expect(status(page)).not.toHaveText(`${GENERATED + 1} cables`);
  const confidential = await found(page);
  await expect(page).toHaveURL(/#search\/classification=CONFIDENTIAL$/);
  await field(page).focus();
  await page.keyboard.type('date:2008', { delay: 40 });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=date%3A2008&classification=CONFIDENTIAL$/);
  await expect.poll(() => found(page)).toBeLessThan(confidential);
  const both = await found(page);
  const address = page.url();

  await page.goBack();
  await expect(field(page)).toHaveValue('');
  await expect(status(page)).toHaveText(`${confidential} cables`);
  await page.goBack();
  await expect(status(page)).toHaveText(`${GENERATED + 1} cables`);
  await expect(results(page)).toHaveAttribute('aria-activedescendant', stood ?? '');
  await expect(page.locator(`#${stood}`)).toBeInViewport();
  await page.goForward();
  await page.goForward();
  await expect(field(page)).toHaveValue('date:2008');
  await expect(status(page)).toHaveText(`${both} cables`);

  await test.step('who comes back from a cable stands where he stood', async () => {
    await results(page).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowUp');
    const row = await results(page).getAttribute('aria-activedescendant');
    const before = await page.locator(`#${row}`).boundingBox();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toBeVisible();
    await page.goBack();
    await expect(results(page)).toHaveAttribute('aria-activedescendant', row ?? '');
    await expect.poll(() => page.locator(`#${row}`).boundingBox()).toEqual(before);
  });

  // Electron's page has no address of its own to come back to.
  if (host === 'electron') return;
  await page.goto('about:blank');
  await page.goto(address);
  await expect(field(page)).toHaveValue('date:2008');
  await expect(status(page)).toHaveText(`${both} cables`);
  await expect(page.getByRole('list', { name: 'Chosen' })).toContainText('CONFIDENTIAL');
});
