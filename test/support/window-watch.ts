/** An eye on a page's own figures: its long tasks and its memory. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';

/** Starts to note tasks of the page's main thread that take longer than 50 ms, from its first moment on. */
export async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration));
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** The long tasks since this was asked before, in milliseconds. */
export async function longTasks(page: Page): Promise<number[]> {
  await page.waitForTimeout(200); // the observer tells a little later
  return page.evaluate(() => {
    const tasks: unknown = Reflect.get(window, 'longTasks');
    return Array.isArray(tasks) ? tasks.splice(0).map(Number) : [];
  });
}

/** The memory that the page's process holds, in MB (10^6 bytes); null where the system doesn't tell. */
export async function memoryOfPages(browser: Browser): Promise<number | null> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const sizes = await Promise.all(
    processInfo.filter(one => one.type === 'renderer').map(one => residentBytes(one.id)),
  );
  const largest = Math.max(0, ...sizes);
  return largest === 0 ? null : Math.round(largest / 1e6);
}

/** Resident memory of a process on Linux, without what it shares with others. */
async function residentBytes(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return kilobytes('RssAnon') * 1024;
}
