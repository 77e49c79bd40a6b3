/** Valise on the serve host, in a Chromium that Playwright drives. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { loggingBrowser } from '../support/network/logging-browser.ts';
import { inRepository } from '../support/repository.ts';
import type { HostStart, StartedHost } from './host.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/open\?code=[^\s"]+/;
const START_MS = 30_000;

/** Starts the host as where there is no display, and opens the address that it prints. */
export async function startServe(executablePath: string, start: HostStart): Promise<StartedHost> {
  const words = [...(start.under ?? []), process.execPath, inRepository('out', 'main', 'start.cjs')];
  const [program = process.execPath, ...rest] = words;
  const host = spawn(program, rest, {
    env: {
      ...process.env,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      VALISE_HOME: start.home,
      VALISE_BROWSER: start.netLog
        ? await loggingBrowser(start.scratch, executablePath, start.netLog)
        : executablePath,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
