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

/** A room: how to get there, and the name of its pictures. */
const rooms: Record<string, (page: Page) => Promise<void>> = {
  search: async page => {
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Search' }).click();
    await page.getByRole('searchbox', { name: 'Search cables' }).fill('from:hanoi');
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().click();
    await page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Open' }).waitFor();
  },
  reader: async page => {
    await page.evaluate(() => (location.hash = '#05HANOI841'));
    await page.getByRole('region', { name: 'Text of 05HANOI841' }).waitFor();
  },
  dossiers: async page => {
    await page.keyboard.press('d');
    await page.keyboard.type('Hanoi, spring 2005');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Dossiers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hanoi, spring 2005' }).waitFor();
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
