/** What a person does in the window, fast: for measuring. */
import type { Page } from '@playwright/test';

/** The last key of each changes what is found; it would not where it ends a word that is found by its stem. */
const queries = [
  'minister',
  'tag:KWMN',
  'from:hanoi trade',
  '"foreign minister" trade',
  'embassy meeting',
  'date:2005 minister',
  'econ*',
  'elections',
  'subject:visit',
  'human rights',
  'class:secret border',
  'president OR parliament',
  'police',
  'after:2006 border',
  'from:baghdad oil',
  'trade -minister',
  'border OR visa',
  'date:2004..2006 trade',
  'ambassador',
  'subject:meeting',
  'government plan',
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

/**
 * Types queries key by key, and marks what passes from each last key until the page had drawn its results: `typing`. Answers
 * the queries in the order of the marks, and those whose last key changed nothing that is drawn.
 */
export async function typeQueries(page: Page): Promise<{ drawn: string[]; still: string[] }> {
  const field = page.getByRole('searchbox', { name: 'Search cables' });
  const drawn: string[] = [];
  const still: string[] = [];
  for (const query of queries) {
    await field.fill('');
    await page.waitForTimeout(700);
    await field.focus();
    await page.keyboard.type(query.slice(0, -1), { delay: 90 });
    await page.waitForTimeout(500);
    await clock(page, 'typing', 'keydown', () => {
      const now = document.querySelector('.search-total')?.textContent ?? '';
      const row = document.querySelector('.results')?.textContent ?? '';
      const before: unknown = Reflect.get(window, 'drawnBefore');
      Reflect.set(window, 'drawnBefore', `${now} ${row}`);
      return before !== undefined && before !== `${now} ${row}`;
    });
    await page.keyboard.type(query.slice(-1));
    ((await clocked(page)) ? drawn : still).push(query);
    await page.waitForTimeout(500);
  }
  return { drawn, still };
}

/**
 * Opens cables from the list with Enter and comes back, and marks what passes from the key until the text was drawn: `rested`
 * for a row that the cursor was on for as long as it takes to read it; `near` for a row some way on, at once; `far` for a
 * cable that no one could foresee, at once after a jump to another part of the list; `tab` from a press on the tab of a
 * cable that is open.
 */
export async function openCables(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search cables' }).fill('');
  await page.waitForTimeout(700);
  const steps = (key: string, count: number): string[] => Array.from({ length: count }, () => key);
  for (let turn = 0; turn < 40; turn += 1) await openRow(page, 'rested', steps('ArrowDown', 1), reading);
  for (let turn = 0; turn < 40; turn += 1) await openRow(page, 'near', steps('ArrowDown', 7), 0);
  for (let turn = 0; turn < 40; turn += 1) await openRow(page, 'far', steps('PageDown', 3), 0);
  for (let turn = 0; turn < 40; turn += 1) {
    const tab = page.getByRole('navigation', { name: 'Open cables' }).getByRole('link').nth(turn);
    await tab.hover();
    await page.waitForTimeout(reading);
    await clock(page, 'tab', 'pointerdown', textIsDrawn);
    await tab.click();
    await clocked(page);
  }
}

async function openRow(page: Page, name: string, keys: readonly string[], pause: number): Promise<void> {
  await page.waitForTimeout(reading);
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(pause);
  // Enter does nothing on a row that has not come yet.
  await page.waitForFunction(() => document.querySelector('.row-current .row-subject') !== null);
  await clock(page, name, 'keydown', textIsDrawn);
  await page.keyboard.press('Enter');
  await clocked(page);
  await page.waitForTimeout(reading);
  await page.goBack();
  await page.waitForFunction(() => document.activeElement?.id === 'results');
}

/** Runs in the page: whether the cable that the address names stands in the document, and not behind another room. */
function textIsDrawn(): boolean {
  const room = document.querySelector<HTMLElement>('.reader-room');
  if (room === null || room.style.display === 'none') return false;
  const id = room.querySelector('.cable-id')?.textContent;
  return `#${id}` === decodeURIComponent(window.location.hash) && room.querySelector('.reading') !== null;
}

/**
 * Marks `NAME begin` with the next event of a kind, and `NAME end` once `isThere` holds and the frame with it was made; it is
 * ready when this resolves. `clocked` answers whether it ended within three seconds. What is asked of the page by
 * `isThere` must not make it lay itself out.
 */
async function clock(page: Page, name: string, kind: string, isThere: () => boolean): Promise<void> {
  // Runs in the page as a text, where a compiler's helpers for named functions are not.
  const run = (label: string, event: string, there: () => boolean): void => {
    there();
    const ended = new Promise<boolean>(resolve => {
      const observer = new MutationObserver(() => {
        if (!there()) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => {
            performance.mark(`${label} end`);
            resolve(true);
          }),
        );
      });
      const watched = { subtree: true, childList: true, characterData: true, attributes: true };
      window.addEventListener(
        event,
        ({ timeStamp }) => {
          performance.mark(`${label} begin`, { startTime: timeStamp });
          observer.observe(document.body, { ...watched, attributeFilter: ['style', 'class'] });
          setTimeout(() => {
            observer.disconnect();
            resolve(false);
          }, 3000);
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { clocked: ended });
  };
  await page.evaluate(
    `delete window.drawnBefore; (${run.toString()})('${name}', '${kind}', ${isThere.toString()})`,
  );
}

async function clocked(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('window.clocked');
}
