/** Long work by name, so that the window can cancel it and a newer search takes the older one's place. */
import { ArchiveError } from '../archive/errors.ts';
import type { JobId } from '../preload/contract/method.ts';

export class Jobs {
  readonly #running = new Map<JobId, AbortController>();

  /** Runs work under a name of its own. Throws `bad-request` while the same name runs. */
  async run<T>(job: JobId, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running.has(job)) throw new ArchiveError('bad-request', `The job "${job}" is already running.`);
    return this.#start(job, new AbortController(), work);
  }

  /** Runs work that makes older work of the same name pointless: the older one rejects with `cancelled`. */
  async replace<T>(job: JobId, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.cancel(job);
    const controller = new AbortController();
    const value = await this.#start(job, controller, work);
    if (controller.signal.aborted) throw new ArchiveError('cancelled', 'A newer search took its place.');
    return value;
  }

  /** Asks a job to stop; answers whether there was one. */
  cancel(job: JobId): boolean {
    const controller = this.#running.get(job);
    controller?.abort();
    return controller !== undefined;
  }

  async #start<T>(
    job: JobId,
    controller: AbortController,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.#running.set(job, controller);
    try {
      return await work(controller.signal);
    } finally {
      if (this.#running.get(job) === controller) this.#running.delete(job);
    }
  }
}
