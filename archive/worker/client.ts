/** The host's end of the engine: calls by name, answers by number, and nobody left waiting when the engine dies. */
import { ArchiveError, errorFromShape } from '../errors.ts';
import type { Job } from '../archive.ts';
import type { Progress } from '../model/receipt.ts';
import { parseOutput } from './calls.ts';
import type { CallInput, CallName, CallOutput } from './calls.ts';
import { ReplySchema } from './messages.ts';
import type { Reply, Request } from './messages.ts';
import type { Port } from './port.ts';

/** A running engine, as its host started it. */
export interface EngineProcess {
  readonly port: Port;
  /** Ends it at once, whatever it does. */
  kill(): void;
}

export interface ClientOptions {
  start: () => EngineProcess;
  /** Told when a running engine has died, with the number of restarts that are left. */
  onGone?: (restartsLeft: number) => void;
  /** How many times a dead engine is started again within `window` milliseconds; 3 a minute unless told. */
  restarts?: { most: number; window: number };
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

const ENGINE_GONE =
  'The part of Valise that reads the archive stopped. Nothing that was saved is lost; try again.';
const ENGINE_KEEPS_STOPPING =
  'The part of Valise that reads the archive keeps stopping. Close Valise, start it again, and verify the archive.';

export class EngineClient {
  readonly #options: ClientOptions;
  readonly #pending = new Map<number, Pending>();
  #engine: EngineProcess | null = null;
  #sequence = 0;
  #deaths: number[] = [];
  #starts = 0;
  #closing = false;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** How many engines have been started: a new number means that nothing is open in it yet. */
  get starts(): number {
    return this.#starts;
  }

  /** Starts the engine where none runs. Throws `engine-gone` when it died too often lately. */
  ensure(): void {
    if (this.#engine !== null) return;
    if (this.#closing || this.#restartsLeft() < 0)
      throw new ArchiveError('engine-gone', this.#closing ? 'Valise is closing.' : ENGINE_KEEPS_STOPPING);
    const engine = this.#options.start();
    this.#engine = engine;
    this.#starts += 1;
    engine.port.onMessage(message => this.#receive(message));
    engine.port.onClose(() => this.#lost(engine));
  }

  /** Calls the engine. Rejects with the engine's own error, with `cancelled`, or with `engine-gone`. */
  async call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    job: Job = {},
  ): Promise<CallOutput<Name>> {
    this.ensure();
    const sequence = (this.#sequence += 1);
    const cancel = () => this.#post({ kind: 'cancel', sequence });
    try {
      const value = await new Promise<unknown>((resolve, reject) => {
        this.#pending.set(sequence, { resolve, reject, onProgress: job.onProgress });
        this.#post({ kind: 'call', sequence, name, input });
        if (job.signal?.aborted === true) cancel();
        else job.signal?.addEventListener('abort', cancel, { once: true });
      });
      return parseOutput(name, value);
    } finally {
      this.#pending.delete(sequence);
      job.signal?.removeEventListener('abort', cancel);
    }
  }

  /** Lets the engine finish and give the lock back, then ends it. Pending calls end with `engine-gone`. */
  async close(): Promise<void> {
    const engine = this.#engine;
    if (engine === null) {
      this.#closing = true;
      return;
    }
    const closed = this.call('close', {});
    this.#closing = true;
    try {
      await closed;
    } finally {
      this.#forget(engine);
      engine.kill();
    }
  }

  #post(request: Request): void {
    this.#engine?.port.post(request);
  }

  #receive(message: unknown): void {
    const parsed = ReplySchema.safeParse(message);
    if (parsed.success) this.#settle(parsed.data);
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.sequence);
    if (pending === undefined) return;
    if (reply.kind === 'progress') {
      pending.onProgress?.(reply.progress);
      return;
    }
    this.#pending.delete(reply.sequence);
    if (reply.kind === 'value') pending.resolve(reply.value);
    else pending.reject(errorFromShape(reply.error));
  }

  #lost(engine: EngineProcess): void {
    if (this.#engine !== engine) return;
    this.#deaths.push(Date.now());
    this.#forget(engine);
    this.#options.onGone?.(Math.max(0, this.#restartsLeft()));
  }

  #forget(engine: EngineProcess): void {
    if (this.#engine === engine) this.#engine = null;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of waiting) pending.reject(new ArchiveError('engine-gone', ENGINE_GONE));
  }

  /** Below zero when no further start is allowed: the first start is no restart. */
  #restartsLeft(): number {
    const { most, window } = this.#options.restarts ?? { most: 3, window: 60_000 };
    const since = Date.now() - window;
    this.#deaths = this.#deaths.filter(time => time > since);
    return most - this.#deaths.length;
  }
}
