/**
 * `npm run bench -- window ARCHIVE` opens an archive on the serve host in Chromium (with `electron` behind it, in the
 * tests' Electron) and works in it as a person would: scrolls the whole list, types queries, opens cables (only that, with
 * `opening` at the end). Prints tasks of the page over 50 ms as the browser's own observer tells them, and how many of them
 * are left without the time that the page waited for a processor, on a machine that others use too; what was waited for
 * results and cables, by the clock and in processor time of the page's main thread; and the memory of the page's process.
 */
import { loadavg } from 'node:os';
import type { Took } from '../support/trace.ts';
import { openInElectron, openServed } from '../support/window-hosts.ts';
import { openCables, scrollAll, typeQueries } from '../support/window-work.ts';
import { PageWatch } from '../support/window-watch.ts';
import type { PageMemory, Watched } from '../support/window-watch.ts';

async function main([archive, host, only]: string[]): Promise<void> {
  if (archive === undefined)
    throw new Error('usage: npm run bench -- window ARCHIVE [serve|electron] [opening]');
  const { label, page, open, close } = await (host === 'electron' ? openInElectron : openServed)(archive);
  try {
    const watch = await PageWatch.begin(page);
    await open();
    await page.waitForFunction(() => document.querySelector('.row-subject') !== null);
    await page.waitForTimeout(1500);
    report('start', await watch.seen());
    console.log(`${label}; ${await page.locator('.search-total').innerText()}; load ${load()}`);
    // Playwright's own script was compiled in the page just now: no task of ours.
    await watch.seen();
    if (only === undefined) {
      await scrollAll(page);
      report('scrolling the list', await watch.seen());
      const { drawn, still } = await typeQueries(page);
      const typed = await watch.seen();
      print('last key to results', typed.took('typing'));
      console.log(`  the longest: ${slowest(typed.took('typing'), drawn)}`);
      if (still.length > 0) console.log(`  nothing new to draw for the last key of: ${still.join('; ')}`);
      report('typing queries', typed);
    }
    await openCables(page);
    const opened = await watch.seen();
    print('Enter to text, a row that was looked at', opened.took('rested'));
    print('Enter to text, at once after 7 rows down', opened.took('near'));
    print('Enter to text, at once after a jump', opened.took('far'));
    print('press on a tab to text', opened.took('tab'));
    print('these, together', ['rested', 'near', 'far', 'tab'].flatMap(opened.took));
    report('opening cables', opened);
    console.log(told(await watch.memory()));
  } finally {
    await close();
  }
}

function report(work: string, { byClock, byProcessor, longest }: Watched): void {
  const list = (tasks: readonly number[]) => (tasks.length === 0 ? '' : ` (${tasks.join(', ')})`);
  console.log(
    `${work}: ${byClock.length} tasks over 50 ms by the clock; ` +
      `${byProcessor.length} by the processor's time${list(byProcessor)}; the longest:`,
  );
  for (const { processor, made } of longest) console.log(`  ${processor} ms: ${made}`);
}

function told(memory: PageMemory | null): string {
  if (memory === null) return "page's process: its memory is not known on this system";
  const { own, shared, scripts } = memory;
  return `page's process: ${own} MB of its own (${scripts} MB scripts), ${shared} MB shared with the browser`;
}

function print(what: string, took: readonly Took[]): void {
  const told = (times: readonly number[]): string => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.ceil((sorted.length - 1) * share)] ?? 0);
    return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`;
  };
  console.log(
    `${what}: ${took.length} times, ${told(took.map(one => one.clock))} by the clock; ` +
      `${told(took.map(one => one.processor))} of the page's processor time`,
  );
}

/** The queries that took longest by the clock, in milliseconds. */
function slowest(took: readonly Took[], queries: readonly string[]): string {
  return took
    .map(({ clock }, at) => ({ clock, query: queries[at] ?? '' }))
    .sort((a, b) => b.clock - a.clock)
    .slice(0, 4)
    .map(({ clock, query }) => `${query} ${Math.round(clock)}`)
    .join(', ');
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
