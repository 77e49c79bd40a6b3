/** Going about the window: what its title says, where the keys are, which room is marked, which tab is in sight. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { HUB, wrappedBody, writeReaderCables } from '../support/reader-cables.ts';
import { openHub, press } from '../support/reader-steps.ts';
import { expect, test } from './fixtures.ts';
import { goTo, query, results, status, withCables } from './window-parts.ts';

const room = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name });
const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name }).filter({ visible: true });

/** Makes a dossier in the room of the dossiers. */
async function makeDossier(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of the new dossier' }).fill(name);
  await page.getByRole('button', { name: 'Create' }).dblclick();
  await expect(heading(page, name)).toBeVisible();
}

test('the title says what the window shows, in its language', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await expect(page).toHaveTitle(`${HUB} – GENERATED TALKS ON THE OFFICE THAT MOVES TO HUE – Valise`);
  await goTo(page, 'Library');
  await expect(page).toHaveTitle('Library – Valise');
  await goTo(page, 'Search');
  await expect(page).toHaveTitle('Search – Valise');
  await query(page).fill('rice');
  await expect(page).toHaveTitle('Search: rice – Valise');
  await press(page, 'Control+k');
  await page.keyboard.type('go to the dossiers');
  await press(page, 'Enter');
  await expect(page).toHaveTitle('Dossiers – Valise');
  await makeDossier(page, 'Rice');
  await expect(page).toHaveTitle('Rice – Dossiers – Valise');
  await page.evaluate(() => (location.hash = '#06PARIS1'));
  await expect(page).toHaveTitle('06PARIS1 – Valise');
  await page.goBack();
  await expect(page).toHaveTitle('Rice – Dossiers – Valise');
  await press(page, 'Control+k');
  await page.keyboard.type('deutsch');
  await press(page, 'Enter');
  await page.evaluate(() => (location.hash = '#history'));
  await expect(page).toHaveTitle('Verlauf – Valise');
});

test('a room that is entered by a key has the keys', async ({ valise, scratch }) => {
  const { page } = valise;
  await withCables(valise, scratch);
  await results(page).focus();
  await press(page, 'g', 'd');
  await expect(heading(page, 'No dossiers yet')).toBeFocused();
  await makeDossier(page, 'Rice');
  // From the list, which stays behind the room, and with a dossier to show.
  for (const [key, place] of [
    ['d', heading(page, 'Rice')],
    ['h', page.getByRole('group', { name: 'History' })],
    ['l', page.getByRole('group', { name: 'Library' })],
  ] as const) {
    await goTo(page, 'Search');
    await results(page).focus();
    await press(page, 'g', key);
    await expect(place, `g ${key}`).toBeFocused();
  }
  await goTo(page, 'Search');
  await results(page).focus();
  await press(page, 'g', 'p');
  await expect(page.getByRole('region', { name: 'Places' })).toBeFocused();
  await press(page, 'g', 'p');
  await expect(results(page)).toBeFocused();
  await press(page, 'Home', 'ArrowDown');
  await expect(results(page)).toHaveAttribute('aria-activedescendant', 'row-1');
});

test('the page of a cable that is not there has the keys, and so has a version that was chosen', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  const csv = join(scratch, 'other.csv');
  const body = wrappedBody('GENERATED OTHER TALKS', 'REF: A. 05HANOI841', 3);
  await writeReaderCables(csv, [{ id: HUB, created: '4/20/2005 9:15', origin: 'Embassy Hanoi', body }]);
  await valise.drop(csv);
  await expect(status(page)).toContainText('1 new version');
  await page.getByRole('tab', { name: /^Versions/ }).click();
  await page.getByRole('button', { name: /^Show version/ }).focus();
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: `Text of ${HUB}` })).toBeFocused();

  await page.evaluate(() => (location.hash = '#05BANGKOK77'));
  await expect(heading(page, /no cable 05BANGKOK77/)).toBeFocused();
});

test('a page within a room marks the room', async ({ valise, scratch }) => {
  const { page } = valise;
  await withCables(valise, scratch, 3);
  await page.evaluate(() => (location.hash = '#history'));
  await expect(room(page, 'Dossiers')).toHaveAttribute('aria-current', 'true');
  await status(page).getByRole('button', { name: 'Receipt' }).click();
  await expect(heading(page, 'Receipt')).toBeVisible();
  await expect(room(page, 'Library')).toHaveAttribute('aria-current', 'true');
  await expect(room(page, 'Dossiers')).not.toHaveAttribute('aria-current');
  await goTo(page, 'Library');
  await expect(room(page, 'Library')).toHaveAttribute('aria-current', 'page');
});

test('of many tabs the newest is wholly in sight, with the button that closes it', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await page.setViewportSize({ width: 1280, height: 800 });
  await openHub(valise, scratch);
  const tabs = page.getByRole('navigation', { name: 'Open cables' });
  for (let at = 0; at < 14; at += 1) {
    const id = `05HANOI${1000 + at}`;
    await page.evaluate(hash => (location.hash = hash), `#${id}`);
    await expect(tabs.getByRole('link', { name: id })).toHaveAttribute('aria-current', 'page');
  }
  for (const width of [1280, 800]) {
    await page.setViewportSize({ width, height: 600 });
    await expect
      .poll(async () => {
        const strip = await tabs.boundingBox();
        const close = await tabs.getByRole('button', { name: 'Close 05HANOI1013' }).boundingBox();
        return strip === null || close === null ? null : close.x + close.width <= strip.x + strip.width + 0.5;
      }, `at ${width}`)
      .toBe(true);
  }
  await tabs.getByRole('button', { name: 'Close 05HANOI1013' }).click();
  await expect(tabs.getByRole('link', { name: '05HANOI1013' })).toHaveCount(0);
});

test('a double click makes one dossier', async ({ valise }) => {
  const { page } = valise;
  await heading(page, /./).waitFor();
  await goTo(page, 'Dossiers');
  await makeDossier(page, 'One');
  await makeDossier(page, 'Two');
  await expect(status(page)).toContainText('Made “Two”.');
  await expect(page.getByRole('grid', { name: 'Dossiers' }).getByRole('row')).toHaveCount(2);
});

test('what is offered where nothing was found finds something', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await goTo(page, 'Search');
  await query(page).fill('delegatiom');
  await page.getByRole('button', { name: 'Words that begin so: delegatio*' }).click();
  await expect(results(page).getByRole('option').first()).toBeVisible();
  await query(page).fill('zzzzqqqx delegation');
  await expect(page.getByRole('button', { name: 'Any of the words: zzzzqqqx OR delegation' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Words that begin so/ })).toHaveCount(0);
});
