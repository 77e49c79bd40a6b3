/**
 * `npm run bench -- window ARCHIVE` opens an archive on the serve host in Chromium (with `electron` behind it, in the
 * tests' Electron) and works in it as a person would: scrolls the whole list, types queries, opens cables. Prints tasks of
 * the page over 50 ms as the browser's own observer tells them (and how many of them are left without the time that the
 * page waited for a processor, on a machine that others use too), what was waited for results and cables, and the memory
 * of the page's process.
 */
import { loadavg } from 'node:os';
import { openInElectron, openServed } from '../support/window-hosts.ts';
import { openCables, scrollAll, typeQueries } from '../support/window-work.ts';
import { PageWatch } from '../support/window-watch.ts';
import type { PageMemory } from '../support/window-watch.ts';

async function main([archive, host]: string[]): Promise<void> {
  if (archive === undefined) throw new Error('usage: npm run bench -- window ARCHIVE [electron]');
  const { label, page, open, close } = await (host === 'electron' ? openInElectron : openServed)(archive);
  try {
    const watch = await PageWatch.begin(page);
    await open();
    await page.waitForFunction(() => document.querySelector('.row-subject') !== null);
    await page.waitForTimeout(1500);
    await report(watch, 'start');
    console.log(`${label}; ${await page.locator('.search-total').innerText()}; load ${load()}`);
    // Playwright's own script was compiled in the page just now: no task of ours.
    await watch.longTasks();
    await scrollAll(page);
    await report(watch, 'scrolling the list');
    print('last key to results', await typeQueries(page));
    await report(watch, 'typing queries');
    const { near, far } = await openCables(page);
    print('Enter to text, near the cursor', near);
    print('Enter to text, after a jump', far);
    await report(watch, 'opening cables');
    console.log(told(await watch.memory()));
  } finally {
    await close();
  }
}

async function report(watch: PageWatch, work: string): Promise<void> {
  const { byClock, byProcessor, longest } = await watch.longTasks();
  const list = (tasks: readonly number[]) => (tasks.length === 0 ? '' : ` (${tasks.join(', ')})`);
  console.log(
    `${work}: ${byClock.length} tasks over 50 ms${list(byClock)}; ` +
      `${byProcessor.length} by the processor's time${list(byProcessor)}, the longest ${longest} ms`,
  );
}

function told(memory: PageMemory | null): string {
  if (memory === null) return "page's process: its memory is not known on this system";
  const { own, shared, scripts } = memory;
  return `page's process: ${own} MB of its own (${scripts} MB scripts), ${shared} MB shared with the browser`;
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
