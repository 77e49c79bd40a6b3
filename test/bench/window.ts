/**
 * `npm run bench -- window ARCHIVE` opens an archive on the serve host in Chromium and works in it as a person would: scrolls
 * the whole list, types queries, opens cables. Prints tasks of the page over 50 ms as the browser's own observer tells them,
 * what was waited for results and cables, and the memory of the page's process.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findChromium } from '../support/chromium/find.ts';
import { inRepository } from '../support/repository.ts';
import { openCables, scrollAll, typeQueries } from '../support/window-work.ts';
import { longTasks, memoryOfPages, watchTasks } from '../support/window-watch.ts';

async function main([archive]: string[]): Promise<void> {
  if (archive === undefined) throw new Error('usage: npm run bench -- window ARCHIVE');
  const found = await findChromium();
  if ('missing' in found) throw new Error(found.missing);
  const host = spawn(process.execPath, [inRepository('out', 'main', 'cli.cjs'), 'serve', archive, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: !root });
  try {
    const address = await addressOf(host);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await watchTasks(page);
    await page.goto(`${address}#search`);
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
    await page.waitForTimeout(1500);
    console.log(`${found.label}; ${await page.locator('.search-total').innerText()}; load ${load()}`);
    await report(page, 'start');
    await scrollAll(page);
    await report(page, 'scrolling the list');
    print('last key to results', await typeQueries(page));
    await report(page, 'typing queries');
    print('Enter to text of a cable', await openCables(page));
    await report(page, 'opening cables');
    const memory = await memoryOfPages(browser);
    console.log(`page's process: ${memory === null ? 'not known on this system' : `${memory} MB resident`}`);
  } finally {
    await browser.close();
    host.kill('SIGINT');
    await once(host, 'close');
  }
}

async function addressOf(host: ChildProcess): Promise<string> {
  if (host.stdout === null) throw new Error('The host says nothing.');
  for await (const line of host.stdout) {
    const address = /http:\/\/[^"\s]+/.exec(String(line))?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The host ended before it printed an address.');
}

async function report(page: Page, work: string): Promise<void> {
  const tasks = await longTasks(page);
  console.log(
    `${work}: ${tasks.length} tasks over 50 ms${tasks.length === 0 ? '' : ` (${tasks.join(', ')})`}`,
  );
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  console.log(`${what}: ${times.length} times, p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`);
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
