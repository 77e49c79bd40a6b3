/** Work of one kind that never goes on twice at the same time. */
export class OneAtATime {
  #going: Promise<void> | null = null;

  /** Runs `work`. Where it is going on already that is waited for, however it ends; it is run again only where `anew`. */
  async run(work: () => Promise<void>, anew: boolean): Promise<void> {
    while (this.#going !== null) {
      await this.#going.catch(() => undefined);
      if (!anew) return;
    }
    const going = work();
    this.#going = going;
    try {
      await going;
    } finally {
      this.#going = null;
    }
  }
}
