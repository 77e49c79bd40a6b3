/** A display for windows: the person's own, or Xvfb's where there is none. */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

export interface Display {
  /** what the environment needs for it */
  env: Record<string, string>;
  stop: () => void;
}

const START_MS = 20_000;

/** The present display, or a new invisible one; a sentence where there is neither. */
export async function openDisplay(): Promise<Display | { missing: string }> {
  const present = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'linux' || present) return { env: {}, stop: () => undefined };
  // It chooses a free number itself and writes it to the fourth descriptor.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = new Promise<string | undefined>(resolve => {
    server.once('error', () => resolve(undefined));
    server.once('exit', () => resolve(undefined));
    server.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  const timeout = new AbortController();
  const display = await Promise.race([
    number,
    wait(START_MS, undefined, { signal: timeout.signal }).catch(() => undefined),
  ]);
  timeout.abort();
  if (!display) {
    server.kill();
    return { missing: 'There is no display and no Xvfb (on Debian and Ubuntu: apt-get install xvfb).' };
  }
  server.unref();
  return { env: { DISPLAY: `:${display}` }, stop: () => server.kill() };
}
