/** Starts a Chromium for printing: headless, in a profile of its own, cut off from every network, and gone afterwards. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { ArchiveError } from '../../archive/errors.ts';
import { DevTools } from './devtools.ts';
import type { Browser } from './find-browser.ts';
import { QUIET_FLAGS } from './quiet-flags.ts';

export interface Chromium {
  devtools: DevTools;
  /** The end of what the browser said on its standard error, for the log; a dying one is given a moment to say it. */
  complaints(): Promise<string>;
  /** Ends the browser and removes its profile. Never throws. */
  close(): Promise<void>;
}

/** No name is resolved; the quiet flags silence what a browser does unasked. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  ...QUIET_FLAGS,
  '--disable-gpu',
  '--hide-scrollbars',
  '--mute-audio',
];

const CLOSING = 2000; // milliseconds for the browser to end by itself

const LAST_WORDS = 200; // milliseconds to wait for what a dying browser says

/** Starts a browser. Throws `print-failed` where it can't be started at all; what fails later fails in `devtools`. */
export async function startChromium(browser: Browser): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'valise-print-'));
  // Chromium refuses its sandbox to root, and only to root is it given up
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(browser.path, [...FLAGS, ...sandbox, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // a group of its own, so that its helpers end with it
    detached: process.platform !== 'win32',
  });
  const [, , errors, out, input] = child.stdio;
  if (!(out instanceof Writable) || !(input instanceof Readable) || !(errors instanceof Readable)) {
    await end(child, profile);
    throw new ArchiveError('print-failed', `${browser.name} could not be started for printing. Try again.`);
  }
  let said = '';
  errors.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-4000)));
  const silent = new Promise<void>(resolve => errors.once('close', () => resolve()));
  const devtools = new DevTools(out, input);
  child.on('error', fault => devtools.end(fault));
  child.on('exit', code => devtools.end(new Error(`the browser ended with code ${String(code)}`)));
  return {
    devtools,
    async complaints() {
      await Promise.race([silent, wait(LAST_WORDS, undefined, { ref: false })]);
      return said;
    },
    async close() {
      devtools.end(new Error('the browser was closed'));
      await end(child, profile);
    },
  };
}

async function end(child: ChildProcess, profile: string): Promise<void> {
  // the pipe's end is the browser's sign to quit; the signal is for one that does not heed it
  for (const stream of child.stdio) stream?.destroy();
  const gone = new Promise<void>(resolve => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  await Promise.race([gone, wait(CLOSING, undefined, { ref: false })]);
  killGroup(child);
  await Promise.race([gone, wait(CLOSING, undefined, { ref: false })]);
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
}
