/** The bridge over whatever carries its messages: every answer and event is checked before the page sees it. */
import { z } from 'zod';
import type { Bridge } from './contract/bridge.ts';
import { events } from './contract/events.ts';
import type { EventData, EventName } from './contract/events.ts';
import { HandleSchema, ResultSchema } from './contract/method.ts';
import type { Handle, Result } from './contract/method.ts';
import { methods } from './contract/methods.ts';
import type { MethodName, Output } from './contract/methods.ts';
import { channels } from './channels.ts';

/** What the bridge needs of Electron. */
export interface Carrier {
  invoke(channel: string, ...values: unknown[]): Promise<unknown>;
  /** Called once, when the bridge is made. */
  listen(listener: (name: unknown, data: unknown) => void): void;
  /** The path of a file that the person dropped or chose; '' where a script made it up. */
  pathOf(file: File): string;
}

type OutputParsers = {
  readonly [Name in MethodName]: {
    readonly output: { safeParse(value: unknown): z.ZodSafeParseResult<Output<Name>> };
  };
};
const outputs: OutputParsers = methods;

type Listeners = { [Name in EventName]: Set<(data: EventData<Name>) => void> };

/** Builds the bridge. Its `call` and `take` resolve always; faults are in the result. */
export function createBridge(carrier: Carrier): Bridge {
  const listeners: Listeners = {
    progress: new Set(),
    archive: new Set(),
    holder: new Set(),
    work: new Set(),
    openCable: new Set(),
    command: new Set(),
  };
  /** a cable that was asked for before the page listened */
  let asked: EventData<'openCable'> | null = null;
  carrier.listen((name, data) => {
    if (typeof name !== 'string' || !isEventName(name)) return;
    if (name === 'openCable' && listeners.openCable.size === 0) {
      asked = events.openCable.safeParse(data).data ?? null;
    } else {
      handOut[name](listeners, data);
    }
  });
  return {
    call: async (name, input) => {
      const result = ResultSchema.parse(await carrier.invoke(channels.call, name, input));
      return result.ok ? checked(name, result.value) : result;
    },
    on: (name, listener) => {
      const set = listeners[name];
      set.add(listener);
      if (asked !== null && listeners.openCable.size > 0) {
        for (const open of listeners.openCable) open(asked);
        asked = null;
      }
      return () => void set.delete(listener);
    },
    take: given => register(carrier, given.files),
  };
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}

/** Gives an event to those who listen to it; what has the wrong shape is left out. */
function handTo<Data>(
  listeners: ReadonlySet<(data: Data) => void>,
  parser: { safeParse(value: unknown): z.ZodSafeParseResult<Data> },
  data: unknown,
): void {
  const parsed = parser.safeParse(data);
  if (!parsed.success) return;
  for (const listener of listeners) listener(parsed.data);
}

const handOut: Readonly<Record<EventName, (listeners: Listeners, data: unknown) => void>> = {
  progress: (listeners, data) => handTo(listeners.progress, events.progress, data),
  archive: (listeners, data) => handTo(listeners.archive, events.archive, data),
  holder: (listeners, data) => handTo(listeners.holder, events.holder, data),
  work: (listeners, data) => handTo(listeners.work, events.work, data),
  openCable: (listeners, data) => handTo(listeners.openCable, events.openCable, data),
  command: (listeners, data) => handTo(listeners.command, events.command, data),
};

function checked<Name extends MethodName>(name: Name, value: unknown): Result<Output<Name>> {
  const parsed = outputs[name].output.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const message = `Valise gave an answer of the wrong shape to ${name}: ${z.prettifyError(parsed.error)}`;
  return { ok: false, error: { code: 'internal', message } };
}

async function register(carrier: Carrier, files: readonly File[]): Promise<Result<Handle[]>> {
  const paths = files.map(file => carrier.pathOf(file)).filter(path => path !== '');
  if (paths.length === 0) {
    const message = 'What was dropped is no file. Save it first, then drop the file.';
    return { ok: false, error: { code: 'bad-request', message } };
  }
  const result = ResultSchema.parse(await carrier.invoke(channels.register, paths));
  return result.ok ? { ok: true, value: z.array(HandleSchema).parse(result.value) } : result;
}
