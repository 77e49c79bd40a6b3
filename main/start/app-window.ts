/** An installed Chromium, Chrome or Edge as Valise's window: its own profile, no name resolved, no proxy asked. */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '../print/find-browser.ts';
import { QUIET_FLAGS } from '../print/quiet-flags.ts';
import { ended, endGroup } from './process-group.ts';

/** The resolver rule keeps even a browser's own requests here; the quiet flags silence what it does unasked. */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ...QUIET_FLAGS,
  '--window-size=1200,800',
];

export interface AppWindow {
  /** Resolves when the window is closed: whether it ever came up. */
  readonly closed: Promise<{ cameUp: boolean }>;
  close(): Promise<void>;
}

/** A browser that ends with a fault within this time never came up (milliseconds). */
const START_TIME = 5000;

/**
 * Opens an address in a window of its own. The address lets its bearer in, and command lines can be read by others on
 * the machine: it goes through a file that only this person can read.
 */
export async function openAppWindow(browser: Browser, address: string): Promise<AppWindow> {
  const folder = await privateFolder(browser);
  const redirect = join(folder, 'open.html');
  const page = `<!doctype html><meta charset="utf-8"><title>Valise</title><meta http-equiv="refresh" content="0;url=${address}">`;
  await writeFile(redirect, page, { mode: 0o600 });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  const begun = Date.now();
  const child = spawn(
    browser.path,
    [
      ...FLAGS,
      ...sandbox,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--app=${pathToFileURL(redirect).href}`,
    ],
    // A group of its own, so that its helpers end with it, and Ctrl-C comes to us alone.
    { stdio: 'ignore', windowsHide: true, detached: process.platform !== 'win32' },
  );
  const gone = ended(child);
  const closed = gone.then(async code => {
    const cameUp = code === 0 || Date.now() - begun > START_TIME;
    await endGroup(child, gone);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
    return { cameUp };
  });
  return {
    closed,
    close: async () => {
      await endGroup(child, gone);
      await closed;
    },
  };
}

/** A folder for one run that only this person can read, where the browser can read too: a snap sees its own only. */
async function privateFolder(browser: Browser): Promise<string> {
  const snapFolder = join(homedir(), 'snap', 'chromium', 'common');
  if (!isSnap(browser.path)) return mkdtemp(join(tmpdir(), 'valise-window-'));
  await mkdir(snapFolder, { recursive: true });
  return mkdtemp(join(snapFolder, 'valise-window-'));
}

/** Ubuntu's chromium-browser is a script that calls the snap. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true;
  return real.endsWith('/chromium-browser') && existsSync('/snap/bin/chromium');
}
