import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../support/chromium/find.ts';
import { openDisplay } from '../support/electron/display.ts';
import { loggingBrowser, readNetLogs } from '../support/network/logging-browser.ts';
import { callsToOutside, canTrace, traced } from '../support/network/system-calls.ts';
import { inRepository } from '../support/repository.ts';
import { expect, test } from './fixtures.ts';

test('without Electron, npm start opens a browser window that speaks to this machine alone', async ({
  host,
  scratch,
}) => {
  test.skip(
    host !== 'serve' || process.platform === 'win32',
    "the serve host's own window, in a shell script",
  );
  test.setTimeout(120_000);
  const chromium = await findChromium();
  if ('missing' in chromium) throw new Error(chromium.missing);
  const display = await openDisplay();
  if ('missing' in display) {
    test.skip(true, display.missing);
    return;
  }
  const logs = join(scratch, 'net-logs');
  const calls = join(scratch, 'system-calls.txt');
  const tracing = await canTrace();
  const words = [
    ...(tracing ? traced(calls) : []),
    process.execPath,
    inRepository('out', 'main', 'start.cjs'),
  ];
  const [program = process.execPath, ...rest] = words;
  const started = spawn(program, rest, {
    env: {
      ...process.env,
      ...display.env,
      VALISE_HOME: join(scratch, 'home'),
      VALISE_BROWSER: await loggingBrowser(scratch, chromium.path, logs),
      // Names no Electron, so that the start looks for none elsewhere.
      ELECTRON_OVERRIDE_DIST_PATH: scratch,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  started.stderr.on('data', (text: Buffer) => (said += text.toString()));
  try {
    await expect.poll(() => said, { timeout: 30_000 }).toContain('Valise is in the window of');
    // The page listens to events once it is up.
    await expect.poll(() => logged(logs), { timeout: 30_000 }).toContain('/events');
    await new Promise(resolve => setTimeout(resolve, 15_000));
  } finally {
    started.kill('SIGINT');
    await once(started, 'close'); // strace, too, has ended then
    display.stop();
  }
  const log = await readNetLogs(logs);
  expect(log.leaks).toEqual([]);
  expect(log.requests.filter(address => address.startsWith('http://127.0.0.1:'))).not.toEqual([]);
  if (tracing) expect(callsToOutside(calls)).toEqual([]);
});

async function logged(folder: string): Promise<string> {
  const files = await readdir(folder);
  return (await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))).join('\n');
}
