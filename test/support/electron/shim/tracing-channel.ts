/** Node 19.9's `diagnostics_channel.tracingChannel`, with nobody listening: what it traces just runs. */
import diagnostics from 'node:diagnostics_channel';

type Traced = (...args: unknown[]) => unknown;

function run(traced: Traced, _context: unknown, thisArg: unknown, ...args: unknown[]): unknown {
  return Reflect.apply(traced, thisArg, args);
}

function tracingChannel(name: string): object {
  const part = (event: string) => diagnostics.channel(`tracing:${name}:${event}`);
  return {
    start: part('start'),
    end: part('end'),
    asyncStart: part('asyncStart'),
    asyncEnd: part('asyncEnd'),
    error: part('error'),
    hasSubscribers: false,
    traceSync: run,
    tracePromise: run,
  };
}

if (!('tracingChannel' in diagnostics)) {
  Object.defineProperty(diagnostics, 'tracingChannel', { value: tracingChannel });
}
