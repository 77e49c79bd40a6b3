/** What a person does in the window, fast: for measuring. */
import type { Page } from '@playwright/test';

const queries = [
  'minister',
  'tag:KWMN',
  'from:hanoi trade',
  '"foreign minister"',
  'embassy meeting',
  'date:2005 minister',
  'econ*',
  'water AND NOT energy',
  'elections',
  'subject:visit',
  'human rights',
  'class:secret army',
  'president OR parliament',
  'police',
  '(oil OR gas) prices',
  'after:2006 border',
];

/** So long a row is looked at before the next key, in milliseconds. */
const reading = 300;

/** Scrolls by the wheel, by the thumb through the whole list, and by the keys. */
export async function scrollAll(page: Page): Promise<void> {
  const results = page.getByRole('listbox', { name: 'Results' });
  await results.hover();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(16);
  }
  for (let step = 0; step <= 100; step += 1) {
    await results.evaluate((list, share) => {
      list.scrollTop = share * (list.scrollHeight - list.clientHeight);
    }, step / 100);
    await page.waitForTimeout(30);
  }
  await results.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 120; step += 1) await page.keyboard.press('ArrowDown', { delay: 8 });
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
}

/** Types queries key by key; answers what was waited from each last key until the page had drawn its results, in ms. */
export async function typeQueries(page: Page): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: 'Search cables' });
  const times: number[] = [];
  for (const query of queries) {
    await field.fill('');
    await page.waitForTimeout(700);
    await field.focus();
    await page.keyboard.type(query.slice(0, -1), { delay: 90 });
    await page.waitForTimeout(500);
    await clock(
      page,
      () =>
        new Promise<number>(resolve => {
          let pressed = 0;
          const list = document.querySelector('.search-middle') ?? document.body;
          const observer = new MutationObserver(changes => {
            const drawn = changes.some(
              ({ target }) =>
                (target instanceof Element ? target : target.parentElement)?.closest(
                  '.results, .search-total',
                ) !== null,
            );
            if (pressed === 0 || !drawn) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
          });
          observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
          // A query with the very same results draws nothing new.
          setTimeout(() => resolve(-1), 3000);
          window.addEventListener('keydown', event => (pressed = event.timeStamp), {
            once: true,
            capture: true,
          });
        }),
    );
    await page.keyboard.type(query.slice(-1));
    const took = await clocked(page);
    if (took >= 0) times.push(took);
    await page.waitForTimeout(500);
  }
  return times;
}

/** What was waited from Enter to the text of a cable, in ms. */
export interface Openings {
  /** cables a few rows on, after a moment as long as it takes to read a row */
  near: number[];
  /** cables that no one could foresee: after a jump to another part of the list */
  far: number[];
}

/** Opens cables from the list with Enter and comes back. */
export async function openCables(page: Page): Promise<Openings> {
  await page.getByRole('searchbox', { name: 'Search cables' }).fill('');
  await page.waitForTimeout(700);
  const openings: Openings = { near: [], far: [] };
  for (let turn = 0; turn < 30; turn += 1)
    openings.near.push(await openOne(page, Array(7).fill('ArrowDown')));
  for (let turn = 0; turn < 15; turn += 1) openings.far.push(await openOne(page, Array(3).fill('PageDown')));
  return openings;
}

async function openOne(page: Page, keys: readonly string[]): Promise<number> {
  await focusResults(page);
  await page.waitForTimeout(reading);
  for (const key of keys) await page.keyboard.press(key);
  // Enter does nothing on a row that has not come yet.
  await page.waitForFunction(() => document.querySelector('.row-current .row-subject') !== null);
  await clock(
    page,
    () =>
      new Promise<number>(resolve => {
        let pressed = 0;
        const observer = new MutationObserver(() => {
          if (document.querySelector('.reader-scroll .cable-subject') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        });
        observer.observe(document.body, { subtree: true, childList: true });
        window.addEventListener('keydown', event => (pressed = event.timeStamp), {
          once: true,
          capture: true,
        });
      }),
  );
  await page.keyboard.press('Enter');
  const took = await clocked(page);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#results')?.checkVisibility() === true);
  return took;
}

async function focusResults(page: Page): Promise<void> {
  await page.evaluate(() => document.getElementById('results')?.focus());
}

/** Starts a clock in the page, which is running when this resolves; `clocked` reads what it measured. */
async function clock(page: Page, start: () => Promise<number>): Promise<void> {
  await page.evaluate(`window.clocked = (${start.toString()})(); undefined`);
}

async function clocked(page: Page): Promise<number> {
  return page.evaluate<number>('window.clocked');
}
