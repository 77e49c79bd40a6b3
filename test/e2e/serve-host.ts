/** Valise on the serve host, in a Chromium that Playwright drives. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { valise as cli } from '../support/built.ts';
import { loggingBrowser } from '../support/network/logging-browser.ts';
import { inRepository } from '../support/repository.ts';
import type { Holder, HostStart, StartedHost } from './host.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/open\?code=[^\s"]+/;
const START_MS = 30_000;

/**
 * Starts the host on a home and opens no page: it has the first archive for writing then, as another Valise of the same
 * person has. A second start of Electron joins the window that is open, so that there too the other Valise is this one.
 */
export async function startHolder(home: string): Promise<Holder> {
  const host = spawnHost(home);
  await printedAddress(host);
  // The address is printed while the archive is still being made of the sample.
  const archive = join(home, 'archives', 'My cables');
  await expect.poll(async () => (await cli(['list', archive])).stdout, { timeout: START_MS }).not.toBe('');
  return { close: () => ended(host) };
}

/** The host as where there is no display. */
function spawnHost(
  home: string,
  env: Record<string, string> = {},
  under: readonly string[] = [],
): ChildProcess {
  const words = [...under, process.execPath, inRepository('out', 'main', 'start.cjs')];
  const [program = process.execPath, ...rest] = words;
  return spawn(program, rest, {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', VALISE_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the host and opens the address that it prints. */
export async function startServe(executablePath: string, start: HostStart): Promise<StartedHost> {
  const browserOfHost = start.netLog
    ? await loggingBrowser(start.scratch, executablePath, start.netLog)
    : executablePath;
  const host = spawnHost(start.home, { VALISE_BROWSER: browserOfHost }, start.under);
  const address = await printedAddress(host);

  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: !root,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const page = await browser.newPage({ acceptDownloads: true });
  await page.goto(address);

  return {
    page,
    async saved(action) {
      const download = page.waitForEvent('download', { timeout: 60_000 });
      await action();
      const file = join(start.scratch, 'saved.pdf');
      await (await download).saveAs(file);
      return file;
    },
    takeSuggestedPlaces: () => Promise.resolve(), // the host asks nobody
    async close() {
      await browser.close();
      await ended(host);
    },
  };
}

function printedAddress(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why: string) => reject(new Error(`The host ${why}. It said:\n${said}`));
    const timer = setTimeout(() => give('printed no address'), START_MS);
    for (const stream of [host.stdout, host.stderr]) {
      stream?.on('data', (text: Buffer) => {
        said += text.toString();
        const address = ADDRESS.exec(said)?.[0];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      });
    }
    host.once('exit', code => give(`ended with ${code}`));
    host.once('error', error => give(error.message));
  });
}

async function ended(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null) return;
  host.kill('SIGINT');
  await once(host, 'close'); // and whatever was put before it
}
