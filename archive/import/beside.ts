/** Work that goes on beside the reading, one at a time. Its failure is told to whoever waits for it next. */
export class Beside {
  #work: Promise<void> = Promise.resolve();
  #busy = false;

  /** Whether it still goes on. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Begins it. Nothing else may be going on. */
  begin(work: () => Promise<unknown>): void {
    this.#busy = true;
    this.#work = work()
      .then(() => undefined)
      .finally(() => (this.#busy = false));
    // A failure is nobody's until somebody waits for it.
    this.#work.catch(() => undefined);
  }

  /** Waits until it is done. Throws what it threw. */
  async done(): Promise<void> {
    await this.#work;
  }

  /** Waits until it is done, however it ended. */
  async quiet(): Promise<void> {
    await this.#work.catch(() => undefined);
  }
}
