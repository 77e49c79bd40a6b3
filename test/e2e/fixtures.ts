/** What every spec gets: a Valise of its own, started on the project's host, and an eye on the page's faults. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findChromium } from '../support/chromium/find.ts';
import { openDisplay } from '../support/electron/display.ts';
import { findElectron } from '../support/electron/runtime.ts';
import { inRepository } from '../support/repository.ts';
import { startElectron } from './electron-host.ts';
import { dropOn } from './host.ts';
import type { HostName, HostStart, StartedHost } from './host.ts';
import { startServe } from './serve-host.ts';

export { expect };

export interface HostOptions {
  host: HostName;
}

export interface Valise extends StartedHost {
  host: HostName;
  home: string;
  /** drops files and folders on the window as the system does */
  drop(...paths: string[]): Promise<void>;
}

/** Starts a host; the options beyond home and scratch are for the network proof. */
export type Start = (start: HostStart) => Promise<StartedHost>;

interface TestFixtures {
  scratch: string;
  valise: Valise;
}

interface WorkerFixtures extends HostOptions {
  startHost: Start;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: ['serve', { option: true, scope: 'worker' }],

  startHost: [
    async ({ host }, use) => {
      const display = host === 'electron' ? await openDisplay() : undefined;
      if (display && 'missing' in display) throw new Error(display.missing);
      Object.assign(process.env, display?.env);
      await use(await starter(host));
      display?.stop();
    },
    { scope: 'worker' },
  ],

  scratch: async ({ host }, use) => {
    const folder = await mkdtemp(join(tmpdir(), `valise-${host}-`));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  valise: async ({ host, startHost, scratch }, use) => {
    const home = join(scratch, 'home');
    const started = await startHost({ home, scratch });
    const faults = watch(started.page);
    await use({ ...started, host, home, drop: (...paths) => dropOn(started.page, paths) });
    await started.close();
    expect(faults, 'faults in the page').toEqual([]);
  },
});

async function starter(host: HostName): Promise<Start> {
  if (host === 'electron') {
    const electron = await findElectron();
    if ('missing' in electron) throw new Error(electron.missing);
    return start => startElectron(electron.runtime, start);
  }
  const chromium = await findChromium();
  if ('missing' in chromium) throw new Error(chromium.missing);
  return start => startServe(chromium.path, start);
}

/** Console errors, uncaught faults, and requests beyond the page's own origin. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => faults.push(`uncaught: ${error.message}`));
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    const own = ['valise-app:', 'blob:', 'data:', 'devtools:'].includes(protocol) || hostname === '127.0.0.1';
    if (!own) faults.push(`request: ${request.url()}`);
  });
  return faults;
}

/** A fixture of the end-to-end tests. */
export function fixture(name: string): string {
  return inRepository('test', 'fixtures', 'e2e', name);
}
