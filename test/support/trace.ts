/** Reading a browser's trace: what the main thread of a page did between two marks, and what its longest tasks were made of. */
import { z } from 'zod';

export const TraceEventsSchema = z.array(
  z.object({
    name: z.string(),
    ph: z.string(),
    pid: z.number(),
    tid: z.number(),
    /** microseconds by the clock: when it began, and how long it took */
    ts: z.number(),
    dur: z.number().optional(),
    /** microseconds of the thread's own processor time */
    tts: z.number().optional(),
    tdur: z.number().optional(),
    args: z.unknown().optional(),
  }),
);

export type TraceEvent = z.infer<typeof TraceEventsSchema>[number];

/** One thing that was waited for, in milliseconds. */
export interface Took {
  /** by the clock */
  clock: number;
  /** of the main thread's processor time: what a machine that does nothing else would need at least */
  processor: number;
}

export interface Task extends Took {
  /** what began it and what it was made of */
  made: string;
}

const milliseconds = (microseconds: number): number => Math.round(microseconds / 100) / 10;

/** Marks that a page left as `NAME begin` and `NAME end`, in pairs, in the order of time. */
export function tookBetween(events: readonly TraceEvent[], name: string): Took[] {
  const marks = events
    .filter(one => one.ph !== 'E' && (one.name === `${name} begin` || one.name === `${name} end`))
    .sort((a, b) => a.ts - b.ts);
  return marks.flatMap((end, at) => {
    const begin = marks[at - 1];
    if (begin?.name !== `${name} begin` || end.name !== `${name} end`) return [];
    return [
      {
        clock: milliseconds(end.ts - begin.ts),
        processor: milliseconds((end.tts ?? 0) - (begin.tts ?? 0)),
      },
    ];
  });
}

/** What is told of a task, by the names of the events in it. */
const kinds: readonly [kind: string, names: RegExp][] = [
  ['garbage', /^(MinorGC|MajorGC|V8\.GC)/],
  ['scripts', /^(FunctionCall|EvaluateScript|RunMicrotasks|EventDispatch|TimerFire|FireAnimationFrame|v8\.)/],
  ['style', /^(UpdateLayoutTree|RecalculateStyles|ParseAuthorStyleSheet)/],
  ['layout', /^(Layout|HitTest)$/],
  ['paint', /^(PrePaint|Paint|Layerize|Commit|UpdateLayer)/],
];

const ArgsSchema = z.object({ data: z.object({ type: z.string().optional() }) });

function eventType({ args }: TraceEvent): string | null {
  const parsed = ArgsSchema.safeParse(args);
  return parsed.success ? (parsed.data.data.type ?? null) : null;
}

/** The tasks of one thread, each with what it was made of, the longest by processor time first. */
export function tasksOf(events: readonly TraceEvent[], thread: { pid: number; tid: number }): Task[] {
  const own = events
    .filter(one => one.ph === 'X' && one.pid === thread.pid && one.tid === thread.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = own.filter(one => one.name === 'RunTask');
  let at = 0;
  return tasks
    .map(task => {
      const until = task.ts + (task.dur ?? 0);
      while ((own[at]?.ts ?? Infinity) < task.ts) at += 1;
      const inside: TraceEvent[] = [];
      for (let next = at; (own[next]?.ts ?? Infinity) < until; next += 1) {
        const event = own[next];
        if (event !== undefined && event !== task) inside.push(event);
      }
      const taken = { clock: milliseconds(task.dur ?? 0), processor: milliseconds(task.tdur ?? 0) };
      return { ...taken, made: taken.processor < 10 ? '' : madeOf(inside) };
    })
    .sort((a, b) => b.processor - a.processor);
}

/** Sums the events of a task by kind, each without what lies in it. */
function madeOf(events: readonly TraceEvent[]): string {
  const sums = new Map<string, number>();
  const open: { end: number; kind: string }[] = [];
  for (const event of events) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= event.ts) open.pop();
    const kind = kinds.find(([, names]) => names.test(event.name))?.[0] ?? open.at(-1)?.kind ?? 'other';
    const around = open.at(-1)?.kind;
    const took = event.tdur ?? 0;
    sums.set(kind, (sums.get(kind) ?? 0) + took);
    if (around !== undefined) sums.set(around, (sums.get(around) ?? 0) - took);
    open.push({ end: event.ts + (event.dur ?? 0), kind });
  }
  const began = events.find(one => one.name === 'EventDispatch');
  const begin = (began === undefined ? null : eventType(began)) ?? events[0]?.name ?? 'nothing known';
  const parts = [...sums].filter(([, took]) => took >= 1000).sort((a, b) => b[1] - a[1]);
  return [begin, ...parts.map(([kind, took]) => `${kind} ${Math.round(took / 1000)}`)].join(', ');
}
