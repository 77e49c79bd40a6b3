/** An eye on a page's own figures: the long tasks of its main thread, and its memory. */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import { TraceEventsSchema, tasksOf, tookBetween } from './trace.ts';
import type { Task, Took, TraceEvent } from './trace.ts';

/** A task longer than this is a stutter, in milliseconds: the browser's own limit. */
const LONG = 50;

/** So many of the longest tasks are told. */
const told = 3;

export interface Watched {
  /** what the browser's long-task observer told: milliseconds by the clock */
  byClock: number[];
  /** those that took the main thread so long even without waiting for a processor: what a machine at rest would see */
  byProcessor: number[];
  /** the longest tasks in processor time, long or not, and what they were made of */
  longest: Task[];
  /** what passed between the marks `NAME begin` and `NAME end` of the page */
  took: (name: string) => Took[];
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

/** A mark that the page leaves in the trace, by which its process and main thread are known. */
const MARK = 'the page that is watched';

/** Watches one page. Tasks are told by the page itself and, with their processor time, by the browser's trace. */
export class PageWatch {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #traced: TraceEvent[] = [];
  #process: number | null = null;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
    devtools.on('Tracing.dataCollected', ({ value }) => this.#traced.push(...TraceEventsSchema.parse(value)));
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

  /** What was seen since this was asked before. */
  async seen(): Promise<Watched> {
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
    const tasks = marked === undefined ? [] : tasksOf(events, marked);
    return {
      byClock,
      byProcessor: tasks.map(({ processor }) => Math.round(processor)).filter(one => one > LONG),
      longest: tasks.slice(0, told),
      took: name => tookBetween(events, name),
    };
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
        includedCategories: [
          'devtools.timeline',
          'disabled-by-default-devtools.timeline',
          'blink.user_timing',
        ],
      },
    });
  }
}
