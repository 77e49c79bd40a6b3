/** An eye on a page's own figures: the long tasks of its main thread, and its memory. */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

/** A task longer than this is a stutter, in milliseconds: the browser's own limit. */
const LONG = 50;

export interface LongTasks {
  /** what the browser's long-task observer told: milliseconds by the clock */
  byClock: number[];
  /** those that took the main thread so long even without waiting for a processor: what a machine at rest would see */
  byProcessor: number[];
  /** the longest task in processor time, long or not */
  longest: number;
}

/** In MB (10^6 bytes). */
export interface PageMemory {
  /** what the process holds for itself */
  own: number;
  /** what it holds together with the browser's other processes: its program, mostly */
  shared: number;
  /** the scripts' part of `own` */
  scripts: number;
}

const EventsSchema = z.array(
  z.object({
    name: z.string(),
    pid: z.number(),
    tid: z.number(),
    /** microseconds of the thread's own processor time */
    tdur: z.number().optional(),
  }),
);

/** A mark that the page leaves in the trace, by which its process and main thread are known. */
const MARK = 'the page that is watched';

/** Watches one page. Tasks are told by the page itself and, with their processor time, by the browser's trace. */
export class PageWatch {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #traced: z.infer<typeof EventsSchema> = [];
  #process: number | null = null;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
    devtools.on('Tracing.dataCollected', ({ value }) => this.#traced.push(...EventsSchema.parse(value)));
  }

  /** Begins to watch, before the page is opened. */
  static async begin(page: Page): Promise<PageWatch> {
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration));
      }).observe({ type: 'longtask', buffered: true });
    });
    const watch = new PageWatch(page, await page.context().newCDPSession(page));
    await watch.#trace();
    return watch;
  }

  /** The long tasks since this was asked before. */
  async longTasks(): Promise<LongTasks> {
    await this.#page.waitForTimeout(200); // the observer tells a little later
    const byClock = await this.#page.evaluate(mark => {
      performance.mark(mark);
      const tasks: unknown = Reflect.get(window, 'longTasks');
      return Array.isArray(tasks) ? tasks.splice(0).map(Number) : [];
    }, MARK);
    const ended = new Promise<void>(resolve => {
      this.#devtools.once('Tracing.tracingComplete', () => resolve());
    });
    await this.#devtools.send('Tracing.end');
    await ended;
    const events = this.#traced.splice(0);
    await this.#trace();
    const marked = events.find(event => event.name === MARK);
    this.#process = marked?.pid ?? this.#process;
    const tasks = events
      .filter(one => one.name === 'RunTask' && one.pid === marked?.pid && one.tid === marked.tid)
      .map(one => Math.round((one.tdur ?? 0) / 1000));
    const byProcessor = tasks.filter(milliseconds => milliseconds > LONG);
    return { byClock, byProcessor, longest: Math.max(0, ...tasks) };
  }

  /** The memory of the page's process, after its garbage was collected; null where the system doesn't tell. */
  async memory(): Promise<PageMemory | null> {
    const devtools = await this.#page.context().newCDPSession(this.#page);
    await devtools.send('HeapProfiler.collectGarbage');
    const heap = await devtools.send('Runtime.getHeapUsage');
    await devtools.detach();
    const status =
      this.#process === null ? '' : await readFile(`/proc/${this.#process}/status`, 'utf8').catch(() => '');
    if (status === '') return null;
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const megabytes = (...names: string[]) =>
      Math.round((names.reduce((sum, name) => sum + kilobytes(name), 0) * 1024) / 1e6);
    return {
      own: megabytes('RssAnon'),
      shared: megabytes('RssFile', 'RssShmem'),
      scripts: Math.round(heap.usedSize / 1e6),
    };
  }

  async #trace(): Promise<void> {
    await this.#devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        excludedCategories: ['*'],
        includedCategories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
      },
    });
  }
}
