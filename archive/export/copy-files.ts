/** Files from one folder to another, to the medium: as they are, or packs under a fresh token. */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import type { PackState } from '../store/commit.ts';
import type { Disk, DiskFile } from '../store/disk.ts';
import { systemCode } from '../store/disk.ts';
import { within } from '../store/layout.ts';
import { packOfFile } from '../store/pack-name.ts';
import { scanPack } from '../store/pack-scan.ts';
import { withFreshToken } from './fresh-token.ts';
import type { Tokens } from './fresh-token.ts';

const CHUNK = 1024 * 1024;

/** A file that was to be copied is not there, or shorter than it was said to be. */
export class Vanished extends Error {}

export class FileCopier {
  readonly #disk: Disk;
  readonly #from: string;
  readonly #to: string;
  readonly #job: Job;
  readonly #total: number;
  readonly #folders = new Set<string>();
  readonly #began = Date.now();
  #done = 0;

  /** `total` is how many bytes all files have together, for the progress. */
  constructor(disk: Disk, from: string, to: string, total: number, job: Job) {
    this.#disk = disk;
    this.#from = from;
    this.#to = to;
    this.#total = total;
    this.#job = job;
  }

  /** Copies the first bytes of a file as they are. Throws `Vanished`, `cancelled`, `disk-full`, `io`. */
  async file(name: string, bytes: number): Promise<void> {
    await this.#through(name, bytes, async (source, target) => {
      for (let at = 0; at < bytes;) {
        const chunk = await source.read(at, Math.min(CHUNK, bytes - at));
        if (chunk.length === 0) throw new Vanished(name);
        await target.write(chunk, at);
        at += chunk.length;
        this.#moved(chunk.length, name);
      }
    });
  }

  /** Copies what there is of a pack, damage and all; the copy's check names it. */
  async pack(name: string, { bytes }: PackState): Promise<void> {
    const size = await this.#disk.size(within(this.#from, name));
    if (size !== null) await this.file(name, Math.min(size, bytes));
  }

  /** Copies a pack under a fresh token; answers how the copy's commit must name it. */
  async freshPack(name: string, state: PackState, tokens: Tokens): Promise<PackState> {
    const pack = packOfFile(name);
    const size = await this.#disk.size(within(this.#from, name));
    if (pack === null || size === null) return state;
    const bytes = Math.min(size, state.bytes);
    const hash = createHash('sha256');
    let damaged = size < state.bytes || state.frozen === true;
    await this.#through(name, bytes, async (source, target) => {
      const scan = { pack, token: tokens.from, bytes, expected: state.bytes };
      for await (const part of scanPack(this.#disk, within(this.#from, name), scan)) {
        const [at, to] =
          part.kind === 'damage' ? [part.from, part.to] : [part.offset, part.offset + part.head.bytes];
        damaged ||= part.kind === 'damage';
        const fresh = withFreshToken(await source.read(at, to - at), part, tokens);
        hash.update(fresh);
        await target.write(fresh, at);
        this.#moved(to - at, name);
      }
    });
    const sum = { bytes, sha256: hash.digest('hex') };
    // What is damaged stays told as that: a checksum made anew would bless it.
    return damaged ? { ...sum, ...(size < state.bytes ? state : {}), frozen: true } : sum;
  }

  async #through(
    name: string,
    bytes: number,
    copy: (source: DiskFile, target: DiskFile) => Promise<void>,
  ): Promise<void> {
    const source = await this.#disk.open(within(this.#from, name), 'read').catch((thrown: unknown) => {
      throw systemCode(thrown) === 'ENOENT' ? new Vanished(name) : thrown;
    });
    try {
      if ((await source.size()) < bytes) throw new Vanished(name);
      const path = within(this.#to, name);
      if (!this.#folders.has(dirname(path))) await this.#disk.makeFolder(dirname(path));
      this.#folders.add(dirname(path));
      const target = await this.#disk.open(path, 'create');
      try {
        await copy(source, target);
        await target.sync();
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  }

  #moved(bytes: number, file: string): void {
    if (this.#job.signal?.aborted === true)
      throw new ArchiveError('cancelled', 'The copy was cancelled. Nothing of it is left.');
    this.#done += bytes;
    const seconds = (Date.now() - this.#began) / 1000;
    const rate = seconds > 0.5 ? this.#done / seconds : null;
    const left = Math.max(0, this.#total - this.#done);
    const secondsLeft = rate === null ? null : left / rate;
    const counts = { done: this.#done, total: this.#total, unit: 'bytes' } as const;
    this.#job.onProgress?.({ phase: 'copying', ...counts, rate, secondsLeft, file });
  }

  /** Begins again: the copies of these files go. */
  async takeBack(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#disk.remove(within(this.#to, name)).catch(() => undefined);
  }

  /** Makes the names of the copies durable. */
  async seal(): Promise<void> {
    for (const folder of this.#folders) {
      await this.#disk.syncFolder(folder);
      await this.#disk.syncFolder(dirname(folder));
    }
    await this.#disk.syncFolder(this.#to);
  }
}
