/**
 * `npm run screenshots` takes the pictures of docs/screenshots/ in the real Electron: the sample and a few hundred generated
 * cables, each room in light and at night. Which Electron it was is printed and kept beside the pictures.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startElectron } from '../e2e/electron-host.ts';
import { dropOn } from '../e2e/host.ts';
import { writeCablesCsv } from './cables-csv.ts';
import { openDisplay } from './electron/display.ts';
import { findElectron } from './electron/runtime.ts';
import { inRepository } from './repository.ts';
import { buildWhereStale } from './suites/build.ts';

const target = inRepository('docs', 'screenshots');

const enter = (page: Page, room: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();

const resultsOf = (page: Page) => page.getByRole('listbox', { name: 'Results' });

async function ask(page: Page, query: string): Promise<void> {
  await enter(page, 'Search');
  await page.getByRole('searchbox', { name: 'Search cables' }).fill(query);
  await resultsOf(page).getByRole('option').first().waitFor();
}

async function openSample(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#05HANOI841'));
  await page.getByRole('region', { name: 'Text of 05HANOI841' }).focus();
}

/** The rooms in the order they are gone through, by the name of their pictures: how to get there. */
const rooms: Record<string, (page: Page) => Promise<void>> = {
  library: async page => {
    await enter(page, 'Library');
    await page.getByRole('button', { name: 'Verify' }).waitFor();
  },
  search: async page => {
    await ask(page, 'from:hanoi');
    await resultsOf(page).getByRole('option').first().click();
    await page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Open' }).waitFor();
  },
  table: async page => {
    await ask(page, '');
    await page.getByRole('button', { name: 'Display' }).press('Enter');
    await page.getByRole('radio', { name: 'Rows' }).press('ArrowRight');
    await page.keyboard.press('Escape');
  },
  places: async page => {
    await page.getByRole('radio', { name: 'List' }).press('ArrowRight');
    await page.getByRole('listbox', { name: 'Places' }).focus();
  },
  dossier: async page => {
    await page.getByRole('radio', { name: 'Places' }).press('ArrowLeft');
    await page.getByRole('button', { name: 'Display' }).press('Enter');
    await page.getByRole('radio', { name: 'Table', exact: true }).press('ArrowLeft');
    await page.keyboard.press('Escape');
    await ask(page, 'from:hanoi');
    await resultsOf(page).focus();
    await page.keyboard.press('Home');
    for (let row = 0; row < 5; row += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('d');
    await page.keyboard.type('Hanoi, to read');
    await page.keyboard.press('Enter');
    await enter(page, 'Dossiers');
    await page.getByRole('grid', { name: 'Cables in Hanoi, to read' }).waitFor();
  },
  reader: async page => {
    await openSample(page);
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('j');
    await page.keyboard.press('h');
    await page.getByRole('tab', { name: /^Notes/ }).click();
    await page
      .getByRole('region', { name: 'Text of 05HANOI841' })
      .evaluate(element => element.scrollTo(0, 0));
  },
  transmitted: async page => {
    await openSample(page);
    await page.keyboard.press('v');
  },
  citations: async page => {
    await page.keyboard.press('v');
    await ask(page, 'tag:PREL');
    await resultsOf(page).getByRole('option').first().click();
    await page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Open' }).click();
    await page.getByRole('region', { name: /^Text of/ }).focus();
    await page.keyboard.press('g');
    await page.keyboard.press('g');
    await page.getByRole('region', { name: /^What .* cites/ }).waitFor();
  },
};

async function take(): Promise<void> {
  const electron = await findElectron();
  if ('missing' in electron) throw new Error(electron.missing);
  console.log(`Electron for the pictures: ${electron.runtime.label}`);
  const display = await openDisplay();
  if ('missing' in display) throw new Error(display.missing);
  Object.assign(process.env, display.env);
  if (!(await buildWhereStale())) throw new Error('There is no build to take pictures of.');

  const scratch = await mkdtemp(join(tmpdir(), 'valise-screenshots-'));
  await mkdir(target, { recursive: true });
  const host = await startElectron(electron.runtime, { home: join(scratch, 'home'), scratch });
  try {
    await takeRooms(host.page, scratch);
    await writeFile(join(target, 'taken-with.txt'), `${electron.runtime.label}\n`);
  } finally {
    await host.close();
    display.stop();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function takeRooms(page: Page, scratch: string): Promise<void> {
  await page
    .getByRole('link', { name: /05HANOI841/ })
    .first()
    .waitFor();
  await picture(page, 'first-start');
  const corpus = join(scratch, 'cables.csv');
  await writeCablesCsv(corpus, 400);
  await dropOn(page, [corpus]);
  const receipt = page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' });
  await receipt.click();
  await page.getByRole('table', { name: 'Files' }).waitFor();
  await picture(page, 'receipt');
  for (const [room, go] of Object.entries(rooms)) {
    await go(page);
    await picture(page, room);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  for (const [scheme, suffix] of [
    ['light', 'light'],
    ['dark', 'night'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(300); // what just arrived is drawn
    await page.screenshot({ path: join(target, `${name}-${suffix}.png`) });
  }
}

void take().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
