/** What the host tells its windows: the contract's events, typed. */
import { EventEmitter } from 'node:events';
import type { EventData, EventName } from '../preload/contract/events.ts';

/** An event with its data, as one value. */
export type HostEvent = { [Name in EventName]: { name: Name; data: EventData<Name> } }[EventName];

export class HostEvents {
  readonly #emitter = new EventEmitter<{ event: [HostEvent] }>().setMaxListeners(0);

  emit(event: HostEvent): void {
    this.#emitter.emit('event', event);
  }

  /** Listens to all events; the answer ends it. */
  listen(listener: (event: HostEvent) => void): () => void {
    this.#emitter.on('event', listener);
    return () => void this.#emitter.off('event', listener);
  }
}
