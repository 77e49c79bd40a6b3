/** The bridge of the serve host: the contract over loopback HTTP, as `main/serve` answers it. */
import type { z } from 'zod';
import { ResultSchema, events, methods } from '../../preload/contract/index.ts';
import type {
  Bridge,
  EventData,
  EventName,
  Input,
  MethodName,
  Output,
  Result,
} from '../../preload/contract/index.ts';
import { sendUp } from './upload.ts';

// The same tables, typed so that a name and what belongs to it stay together.
const answers: { readonly [Name in MethodName]: { readonly output: z.ZodType<Output<Name>> } } = methods;
const tellings: { readonly [Name in EventName]: z.ZodType<EventData<Name>> } = events;

const lost = (message: string): { ok: false; error: { code: 'engine-gone'; message: string } } => ({
  ok: false,
  error: { code: 'engine-gone', message },
});

/** Reads an envelope; what is none is told as a lost connection, with what to do next. */
export async function readEnvelope(response: Response): Promise<Result<unknown>> {
  if (response.status === 401) {
    return lost('This page is no longer let in. Open the address that Valise printed again.');
  }
  const envelope = ResultSchema.safeParse(await response.json().catch(() => null));
  if (!envelope.success) {
    return lost(`Valise answered something that is no answer (status ${response.status}). Reload the page.`);
  }
  return envelope.data;
}

/** What the person wrote last arrives even when the page closes; a browser lets 64 kB of this be on their way. */
const mostKeptAlive = 20_000;

async function callOverHttp<Name extends MethodName>(
  origin: string,
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  let result: Result<unknown>;
  const body = JSON.stringify(input);
  try {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: name === 'work.edit' && body.length < mostKeptAlive,
    });
    result = await readEnvelope(response);
  } catch {
    return lost('Valise does not answer. See whether it still runs, then reload the page.');
  }
  if (!result.ok) return result;
  const value = answers[name].output.safeParse(result.value);
  if (!value.success) {
    return {
      ok: false,
      error: { code: 'internal', message: `Valise gave an answer of the wrong shape to ${name}.` },
    };
  }
  return { ok: true, value: value.data };
}

/** Hands an event to its listener. What has the wrong shape is left out: the next one tells the same again. */
function hear<Name extends EventName>(
  name: Name,
  text: unknown,
  listener: (data: EventData<Name>) => void,
): void {
  if (typeof text !== 'string') return;
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return;
  }
  const data = tellings[name].safeParse(told);
  if (data.success) listener(data.data);
}

/** Builds the bridge. One stream of events serves all listeners; it opens with the first of them. */
export function makeServeBridge(origin: string): Bridge {
  let stream: EventSource | null = null;
  return {
    call: (name, input) => callOverHttp(origin, name, input),
    on(name, listener) {
      stream ??= new EventSource(`${origin}/events`);
      const source = stream;
      const onMessage = (event: MessageEvent<unknown>): void => hear(name, event.data, listener);
      source.addEventListener(name, onMessage);
      return () => source.removeEventListener(name, onMessage);
    },
    take: (given, onSent) => sendUp(origin, given, onSent),
  };
}
