/** How fast work goes, told a few times a second: count, rate over the last moments, time left. */
import type { Progress } from '../model/receipt.ts';

const TELL_MILLISECONDS = 200;
/** The rate is taken over about so long. */
const MEMORY_MILLISECONDS = 4000;

export class Pace {
  readonly #tell: ((progress: Progress) => void) | undefined;
  readonly #unit: Progress['unit'];
  #phase: Progress['phase'];
  #done = 0;
  #file: string | null = null;
  #fileBytes = 0;
  #fileDone = 0;
  #countAtFile = 0;
  #told = 0;
  #marks: { time: number; done: number; fileDone: number }[] = [];

  constructor(
    phase: Progress['phase'],
    unit: Progress['unit'],
    tell: ((progress: Progress) => void) | undefined,
  ) {
    this.#phase = phase;
    this.#unit = unit;
    this.#tell = tell;
  }

  /** A file of so many bytes begins. */
  file(name: string, bytes: number): void {
    this.#file = name;
    this.#fileBytes = bytes;
    this.#fileDone = 0;
    this.#countAtFile = this.#done;
    this.#marks = [];
  }

  /** One more is done. */
  one(): void {
    this.#done += 1;
  }

  /** So many more were done by somebody before. */
  many(count: number): void {
    this.#done += count;
  }

  /** So many bytes of the file are behind us. */
  at(bytes: number): void {
    this.#fileDone = bytes;
    if (this.#tell !== undefined && Date.now() - this.#told >= TELL_MILLISECONDS) this.#report();
  }

  phase(phase: Progress['phase']): void {
    this.#phase = phase;
    this.#report();
  }

  #report(): void {
    if (this.#tell === undefined) return;
    const now = Date.now();
    this.#told = now;
    this.#marks = this.#marks.filter(({ time }) => now - time <= MEMORY_MILLISECONDS);
    this.#marks.push({ time: now, done: this.#done, fileDone: this.#fileDone });
    const first = this.#marks[0];
    const seconds = first === undefined ? 0 : (now - first.time) / 1000;
    const speed = (from: number, to: number) => (seconds < 0.5 ? null : (to - from) / seconds);
    const bytesPerSecond = first === undefined ? null : speed(first.fileDone, this.#fileDone);
    const share = this.#fileBytes > 0 ? Math.min(1, this.#fileDone / this.#fileBytes) : 0;
    this.#tell({
      phase: this.#phase,
      done: this.#done,
      // How many there are is known only by the end; what was found so far tells it well enough.
      total: share > 0.01 ? this.#countAtFile + Math.round((this.#done - this.#countAtFile) / share) : null,
      unit: this.#unit,
      rate: first === undefined ? null : speed(first.done, this.#done),
      secondsLeft: bytesPerSecond ? Math.max(0, this.#fileBytes - this.#fileDone) / bytesPerSecond : null,
      file: this.#file,
    });
  }
}
