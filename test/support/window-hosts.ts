/** A window over an archive, in each of the hosts that have one: for measuring. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findChromium } from './chromium/find.ts';
import { openDisplay } from './electron/display.ts';
import { launchElectron } from './electron/launch.ts';
import { findElectron } from './electron/runtime.ts';
import { inRepository } from './repository.ts';

export interface OpenWindow {
  /** which program shows it */
  label: string;
  page: Page;
  /** opens the search room from the start */
  open: () => Promise<void>;
  close: () => Promise<void>;
}

const size = { width: 1280, height: 800 };

/** The serve host's page in Chromium. Throws where there is no Chromium. */
export async function openServed(archive: string): Promise<OpenWindow> {
  const found = await findChromium();
  if ('missing' in found) throw new Error(found.missing);
  const host = spawn(process.execPath, [inRepository('out', 'main', 'cli.cjs'), 'serve', archive, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(host);
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: !root });
  const page = await browser.newPage({ viewport: size });
  return {
    label: found.label,
    page,
    open: async () => void (await page.goto(`${address}#search`)),
    close: async () => {
      await browser.close();
      host.kill('SIGINT');
      await once(host, 'close');
    },
  };
}

async function addressOf(host: ChildProcess): Promise<string> {
  if (host.stdout === null) throw new Error('The host says nothing.');
  for await (const line of host.stdout) {
    const address = /http:\/\/[^"\s]+/.exec(String(line))?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The host ended before it printed an address.');
}

/** The window of the real Electron, with a home of its own in which the archive was the last one open. Throws where there is none. */
export async function openInElectron(archive: string): Promise<OpenWindow> {
  const found = await findElectron();
  if ('missing' in found) throw new Error(found.missing);
  const display = await openDisplay();
  if ('missing' in display) throw new Error(display.missing);
  const home = await mkdtemp(join(tmpdir(), 'valise-bench-'));
  const path = resolve(archive);
  const recent = [{ path, name: basename(path), opened: new Date().toISOString() }];
  await mkdir(join(home, 'settings'), { recursive: true });
  await writeFile(
    join(home, 'settings', 'settings.json'),
    JSON.stringify({ version: 1, recent, window: null }),
  );
  const app = await launchElectron({ runtime: found.runtime, env: { VALISE_HOME: home, ...display.env } });
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  return {
    label: found.runtime.label,
    page,
    open: async () => {
      await page.evaluate(() => (window.location.hash = '#search'));
      await page.reload();
    },
    close: async () => {
      await app.close();
      display.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
