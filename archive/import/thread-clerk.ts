/** A clerk whose work is done on another thread. */
import { Worker } from 'node:worker_threads';
import { ArchiveError, errorFromShape } from '../errors.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { Clerk } from './clerk.ts';
import type { FrameBatch } from './frame-batch.ts';
import type { ClerkStart, FromClerk, ToClerk } from './messages.ts';
import type { PreparedBatch } from './prepared-batch.ts';

interface Waiting {
  resolve: (reply: FromClerk) => void;
  reject: (error: Error) => void;
}

export class ThreadClerk implements Clerk {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #gone: ArchiveError | null = null;

  /** `file` is the built entry of the thread. */
  constructor(file: string, start: ClerkStart) {
    this.#worker = new Worker(file, { workerData: start });
    this.#worker.on('message', (reply: FromClerk) => {
      const waiting = this.#waiting.get(reply.call);
      this.#waiting.delete(reply.call);
      if (reply.kind === 'failed') waiting?.reject(errorFromShape(reply.error));
      else waiting?.resolve(reply);
    });
    this.#worker.on('error', thrown => this.#end(thrown));
    this.#worker.on('exit', () => this.#end(null));
  }

  /** The thread is gone: nobody is left waiting for it. */
  #end(cause: unknown): void {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    this.#gone ??= new ArchiveError(
      'engine-gone',
      `A thread of the import ended${why}. What was committed is kept; give the same files again.`,
    );
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }

  async #call(message: ToClerk): Promise<FromClerk> {
    if (this.#gone !== null) throw this.#gone;
    return new Promise((resolve, reject) => {
      this.#waiting.set(message.call, { resolve, reject });
      this.#worker.postMessage(message, []);
    });
  }

  async prepare(number: number, batch: FrameBatch): Promise<PreparedBatch> {
    const reply = await this.#call({ kind: 'prepare', call: this.#next(), number, batch });
    if (reply.kind !== 'prepared') throw unexpected(reply);
    return reply.prepared;
  }

  async index(batch: number, rows: Int32Array): Promise<void> {
    await this.#call({ kind: 'index', call: this.#next(), batch, rows: Int32Array.from(rows) });
  }

  async seal(): Promise<SegmentInfo[]> {
    const reply = await this.#call({ kind: 'seal', call: this.#next() });
    if (reply.kind !== 'sealed') throw unexpected(reply);
    return reply.segments;
  }

  #next(): number {
    this.#calls += 1;
    return this.#calls;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

function unexpected(reply: FromClerk): ArchiveError {
  return new ArchiveError('internal', `A thread of the import answered ${reply.kind} to another question.`);
}
