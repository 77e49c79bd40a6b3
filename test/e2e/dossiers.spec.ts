import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goTo, idsOf, results, status, withCables } from './window-parts.ts';

const cables = (page: Page, dossier: string) => page.getByRole('grid', { name: `Cables in ${dossier}` });

/** The ids of a dossier's rows. */
const idsIn = async (page: Page, dossier: string) =>
  idsOf(await cables(page, dossier).getByRole('row').allInnerTexts());

/** The ids of the first results. */
const firstResults = async (page: Page, count: number) =>
  idsOf((await results(page).getByRole('option').allInnerTexts()).slice(0, count));

/** Drags as a hand does: press, move in steps, rest, let go. */
async function drag(
  page: Page,
  from: Locator,
  to: () => Locator,
  at: { y: number; x?: number },
): Promise<void> {
  const start = await from.boundingBox();
  if (start === null) throw new Error('What is to be dragged is not in sight.');
  const x = start.x + (at.x ?? 120);
  await page.mouse.move(x, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 20, start.y + start.height / 2 + 8, { steps: 4 });
  await to().waitFor();
  const end = await to().boundingBox();
  if (end === null) throw new Error('There is nothing to drop onto.');
  await page.mouse.move(end.x + 60, end.y + end.height * at.y, { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

test('by the keyboard alone: marked results go into a new dossier, are ordered, remarked on, taken out and brought back', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await withCables(valise, scratch);
  await results(page).focus();
  await page.keyboard.press('Home');
  const [one, two, three] = await firstResults(page, 3);
  for (let row = 0; row < 3; row += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog', { name: 'Add 3 cables to a dossier' })).toBeVisible();
  await page.keyboard.type('Rice');
  await expect(page.getByRole('menuitem', { name: 'New dossier “Rice”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Made “Rice” with 3 cables.');

  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1, name: 'Rice' })).toBeVisible();
  expect(await idsIn(page, 'Rice')).toEqual([one, two, three]);

  await cables(page, 'Rice').getByRole('row').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([two, one, three]);
  await expect(cables(page, 'Rice').getByRole('row').nth(1)).toBeFocused();
  // By the handle, as a screen reader does it.
  await page.getByRole('button', { name: `Move ${three}`, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Insert/ }).first()).toBeAttached();
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: /^Insert before/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([three, two, one]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([two, one, three]);

  await page.getByRole('button', { name: `Remark on ${one}` }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('GENERATED: why it stands here');
  await page.keyboard.press('Escape');
  await expect(cables(page, 'Rice').getByRole('row').nth(1)).toContainText('GENERATED: why it stands here');

  await cables(page, 'Rice').getByRole('row').nth(1).focus();
  await page.keyboard.press('Delete');
  await expect(status(page)).toContainText(`Removed ${one} from “Rice”.`);
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([two, three]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([two, one, three]);
  await expect(status(page)).toContainText('Undone: removing from a dossier.');
  await expect(cables(page, 'Rice').getByRole('row').nth(1)).toContainText('GENERATED: why it stands here');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([two, three]);

  await cables(page, 'Rice').getByRole('row').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('d');
  await page.keyboard.type('Copies');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(`Made “Copies” with ${two}.`);
  await cables(page, 'Rice').getByRole('row').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Text of ${two}` })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Dossiers' }).getByRole('link', { name: 'Rice' }),
  ).toBeVisible();
});

test('by the mouse: results are dragged onto a dossier, within it, and into another', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await page.setViewportSize({ width: 1400, height: 900 });
  await withCables(valise, scratch);
  const [one, two, three] = await firstResults(page, 3);

  await goTo(page, 'Dossiers');
  for (const name of ['Rice', 'Roads']) {
    await page.getByRole('textbox', { name: 'Name of the new dossier' }).fill(name);
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  await goTo(page, 'Search');
  const waiting = page.getByRole('region', { name: 'Drop onto a dossier' });
  for (let row = 0; row < 3; row += 1) {
    await drag(page, results(page).getByRole('option').nth(row), () => waiting.getByText('Rice'), { y: 0.5 });
    await expect(status(page)).toContainText('is now in “Rice”.');
    await expect(waiting).toBeHidden();
  }

  await goTo(page, 'Dossiers');
  await page.getByRole('row', { name: 'Rice' }).click();
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([one, two, three]);
  const rows = cables(page, 'Rice').getByRole('row');
  await drag(page, rows.nth(2), () => rows.first(), { y: 0.1 });
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([three, one, two]);

  const names = page.getByRole('grid', { name: 'Dossiers' });
  await drag(page, rows.nth(1), () => names.getByRole('row', { name: 'Roads' }), { y: 0.5 });
  await expect(status(page)).toContainText(`Moved ${one} to “Roads”.`);
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([three, two]);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => idsIn(page, 'Rice')).toEqual([three, one, two]);

  await rows.first().dblclick();
  await expect(page.getByRole('region', { name: `Text of ${three}` })).toBeVisible();
  const tab = page.getByRole('navigation', { name: 'Open cables' }).getByRole('link', { name: three ?? '' });
  await drag(page, tab, () => waiting.getByText('Roads'), { y: 0.5, x: 30 });
  await expect(status(page)).toContainText(`${three} is now in “Roads”.`);
  await goTo(page, 'Dossiers');

  await drag(
    page,
    names.getByRole('row', { name: 'Roads' }),
    () => names.getByRole('row', { name: 'Rice' }),
    {
      y: 0.1,
    },
  );
  await expect(names.getByRole('row').first()).toContainText('Roads');
});

test('a long dossier draws the rows in sight, and a row that moves stays in sight', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await withCables(valise, scratch, 400);
  await results(page).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('401 marked')).toBeVisible();
  await page.keyboard.press('d');
  await page.keyboard.type('All');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Made “All” with 401 cables.');
  await goTo(page, 'Dossiers');
  const rows = cables(page, 'All').getByRole('row');
  await expect(rows.first()).toContainText(/\d\d[A-Z]+\d+/);
  expect(await rows.count()).toBeLessThan(60);
  await rows.first().focus();
  for (let row = 0; row < 15; row += 1) await page.keyboard.press('ArrowDown');
  const focused = cables(page, 'All').locator('[role=row]:focus');
  const [id = ''] = idsOf([await focused.innerText()]);
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(status(page)).toBeVisible();
    await expect(focused).toContainText(id);
    await expect(focused).toBeInViewport({ ratio: 0.9 });
  }
});

test('the work is there after a reload and at the next start', async ({ startHost, scratch }) => {
  const home = join(scratch, 'home');
  for (let start = 0; start < 2; start += 1) {
    const host = await startHost({ home, scratch });
    const { page } = host;
    if (start === 0) {
      await page
        .getByRole('link', { name: /05HANOI841/ })
        .first()
        .click();
      await page.getByRole('region', { name: 'Text of 05HANOI841' }).waitFor();
      await page.keyboard.press('d');
      await page.keyboard.type('Hanoi');
      await page.keyboard.press('Enter');
      await expect(status(page)).toContainText('Made “Hanoi” with 05HANOI841.');
      await goTo(page, 'Dossiers');
      await page.getByRole('textbox', { name: 'Notes on this dossier' }).fill('GENERATED notes');
      await page.reload();
    }
    await goTo(page, 'Dossiers');
    await expect(page.getByRole('heading', { level: 1, name: 'Hanoi' })).toBeVisible();
    await expect.poll(() => idsIn(page, 'Hanoi')).toEqual(['05HANOI841']);
    await expect(cables(page, 'Hanoi').getByRole('row').first()).toContainText('read');
    if (start === 1)
      await expect(page.getByRole('textbox', { name: 'Notes on this dossier' })).toHaveValue(
        'GENERATED notes',
      );
    await page.keyboard.press('Tab');
    await host.close();
  }
});

test('all results go into a dossier, however soon D follows Ctrl+A', async ({ valise, scratch }) => {
  const { page } = valise;
  await withCables(valise, scratch, 300);
  await results(page).focus();
  await page.keyboard.press('Home');
  // Both keys before the window has a moment to ask for the ids of what it does not show.
  await page.evaluate(() => {
    const press = (key: string, ctrlKey: boolean) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      );
    press('a', true);
    press('d', false);
  });
  await expect(page.getByRole('dialog', { name: 'Add 301 cables to a dossier' })).toBeVisible();
  await page.keyboard.type('Everything');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Made “Everything” with 301 cables.');
});
