/** All of main that is neither Electron nor HTTP, put together: what both hosts stand on. */
import type { EngineProcess } from '../archive/worker/client.ts';
import type { Result } from '../preload/contract/method.ts';
import { Engine } from './engine.ts';
import { HostEvents } from './events.ts';
import { answer, createHandlers } from './handlers/index.ts';
import { Handles } from './handles.ts';
import type { Host } from './host.ts';
import { Jobs } from './jobs.ts';
import { Library } from './library.ts';
import type { Logger } from './log.ts';
import type { Places } from './places.ts';
import { Settings } from './settings.ts';

export interface Service {
  readonly library: Library;
  readonly settings: Settings;
  readonly handles: Handles;
  readonly events: HostEvents;
  /** Answers a call from a page. Never throws. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Waits for a running commit and ends the engine. */
  close(): Promise<void>;
}

export interface ServiceParts {
  host: Host;
  places: Places;
  log: Logger;
  startEngine: () => EngineProcess;
}

/** Puts the service together; nothing is open yet. */
export async function createService({ host, places, log, startEngine }: ServiceParts): Promise<Service> {
  const settings = await Settings.open(places.settings);
  const engine = new Engine(startEngine, log);
  const events = new HostEvents();
  const handles = new Handles();
  const library = new Library({ engine, settings, events, places, log });
  const handlers = createHandlers({ host, engine, library, handles, jobs: new Jobs(), events });
  return {
    library,
    settings,
    handles,
    events,
    call: async (name, input) => {
      await library.settled;
      return answer(handlers, name, input, error => log.error({ err: error, name }, 'a call failed'));
    },
    close: () => engine.close(),
  };
}
