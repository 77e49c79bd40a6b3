/** The terminal: results to standard output and nothing else there, everything that is said to standard error. */
import { once } from 'node:events';
import type { Progress } from '../../archive/model/receipt.ts';
import type { ErrorShape } from '../../archive/errors.ts';

/** A progress line is drawn at most this often (milliseconds). */
const DRAW_EVERY = 100;

export class Terminal {
  readonly json: boolean;
  readonly #stdout: NodeJS.WriteStream;
  readonly #stderr: NodeJS.WriteStream;
  #drawn = 0;
  #lineOpen = false;
  #readerGone = false;

  constructor(json: boolean, stdout = process.stdout, stderr = process.stderr) {
    this.json = json;
    this.#stdout = stdout;
    this.#stderr = stderr;
  }

  /** True once whoever read our output (`head`) has read enough. */
  get readerGone(): boolean {
    return this.#readerGone;
  }

  /** Listens for the end of the reader, which is no fault: `onGone` stops the work. */
  watchReader(onGone: () => void): void {
    this.#stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.#readerGone = true;
      onGone();
    });
    this.#stderr.on('error', () => {
      // Nobody listens to what we say; the work goes on.
    });
  }

  /** A line of the result. Waits where the reader is slower than we are. */
  async line(text: string): Promise<void> {
    if (this.#readerGone) return;
    if (!this.#stdout.write(`${text}\n`))
      await Promise.race([once(this.#stdout, 'drain'), once(this.#stdout, 'close')]);
  }

  /** The result as JSON, indented for the eye. */
  async value(value: unknown): Promise<void> {
    await this.line(JSON.stringify(value, null, 2));
  }

  /** A message to the person. */
  say(text: string): void {
    this.#endLine();
    this.#stderr.write(`${text}\n`);
  }

  /** An error: a sentence, or with --json one line of JSON. */
  fault(error: ErrorShape & Record<string, unknown>): void {
    if (this.json) this.say(JSON.stringify({ error }));
    else this.say(`valise: ${error.message}`);
  }

  /** How far the work is: a line that is drawn over itself on a terminal, nothing where standard error is a file. */
  readonly progress = (progress: Progress): void => {
    const now = Date.now();
    if (!this.#stderr.isTTY || now - this.#drawn < DRAW_EVERY) return;
    this.#drawn = now;
    this.#lineOpen = true;
    this.#stderr.write(`\r\u001b[K${progressLine(progress)}`);
  };

  /** Takes the progress line away, at the end of the work. */
  done(): void {
    this.#endLine();
  }

  #endLine(): void {
    if (this.#lineOpen) this.#stderr.write('\r\u001b[K');
    this.#lineOpen = false;
  }
}

function progressLine({ phase, done, total, unit, secondsLeft, file }: Progress): string {
  const amount = unit === 'bytes' ? `${(done / 1e6).toFixed(1)} MB` : `${done} ${unit}`;
  const part = total === null || total === 0 ? '' : ` (${Math.floor((100 * done) / total)} %)`;
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`;
  return `${phase} ${amount}${part}${left}${file === null ? '' : `  ${file}`}`.slice(0, 100);
}
