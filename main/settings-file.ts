/** A lowdb adapter for a small JSON file that is written whole and safely: a temporary file, fsync, rename. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';

export class SettingsFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #parse: (value: unknown) => T;

  constructor(file: string, parse: (value: unknown) => T) {
    this.#file = file;
    this.#parse = parse;
  }

  /** Null where there is no file, or one that can't be understood: that one is renamed, so that it can be looked at. */
  async read(): Promise<T | null> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch {
      return null;
    }
    try {
      return this.#parse(JSON.parse(text));
    } catch {
      await rename(this.#file, `${this.#file}.${Date.now()}.unreadable`);
      return null;
    }
  }

  async write(data: T): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${randomBytes(6).toString('hex')}.tmp`;
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(data, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.#file);
  }
}
