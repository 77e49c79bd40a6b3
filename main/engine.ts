/** The engine as main uses it: started when needed, and its archive opened again when it had to be restarted. */
import type { Job } from '../archive/archive.ts';
import { EngineClient } from '../archive/worker/client.ts';
import type { EngineProcess } from '../archive/worker/client.ts';
import type { CallInput, CallName, CallOutput, OpenCall } from '../archive/worker/calls.ts';
import type { Logger } from './log.ts';

export class Engine {
  readonly #client: EngineClient;
  /** what is open, for an engine that must be started again */
  #open: OpenCall | null = null;
  /** the start in which it was opened */
  #openedIn = 0;
  #reopening: Promise<unknown> | null = null;

  constructor(start: () => EngineProcess, log: Logger) {
    this.#client = new EngineClient({
      start,
      onGone: restartsLeft => log.error({ restartsLeft }, 'the engine died'),
    });
  }

  /** Opens an archive; on an error the one that was open is closed all the same. */
  async open(call: OpenCall): Promise<CallOutput<'open'>> {
    this.#open = null;
    const info = await this.#client.call('open', call);
    this.#openedIn = this.#client.starts;
    this.#open = again(call, info.readOnly);
    return info;
  }

  /** Calls the engine, with the archive open that was open before it died. */
  async call<Name extends Exclude<CallName, 'open' | 'close'>>(
    name: Name,
    input: CallInput<Name>,
    job?: Job,
  ): Promise<CallOutput<Name>> {
    this.#client.ensure();
    if (this.#open !== null && this.#openedIn !== this.#client.starts) await this.#reopen(this.#open);
    return this.#client.call(name, input, job);
  }

  /** Waits for a running commit, gives the lock back, ends the engine. */
  async close(): Promise<void> {
    this.#open = null;
    await this.#client.close();
  }

  async #reopen(call: OpenCall): Promise<void> {
    this.#reopening ??= this.open(call)
      .catch((error: unknown) => {
        // The next call tries again: a lock of a dying process may be gone by then.
        this.#open = call;
        throw error;
      })
      .finally(() => {
        this.#reopening = null;
      });
    await this.#reopening;
  }
}

/** Opening the second time creates nothing, and takes back the lock that the dead engine held. */
function again(call: OpenCall, readOnly: boolean): OpenCall {
  const copy = { ...call, readOnly, takeOver: !readOnly };
  delete copy.create;
  return copy;
}
