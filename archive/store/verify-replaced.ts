/**
 * Checks what commits replace: the bag's files, receipts, the index; and what lies about that no commit names. Changes
 * nothing. While another program commits, each of it may be gone or new for a moment.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import type { Fault } from '../model/archive.ts';
import { bagFiles } from './bag.ts';
import { damagedParts } from './catalogue-files.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { Names, within } from './layout.ts';
import { openIfThere } from './open-if-there.ts';
import { receiptFiles } from './receipt-files.ts';
import { filesBelow, findLeftovers } from './recover.ts';

export interface ReplacedOptions {
  disk: Disk;
  folder: string;
  commit: Commit;
  signal?: AbortSignal | undefined;
  /** only these faults are looked for again; all where left out */
  only?: readonly Fault[] | undefined;
}

/** Faults of what a program left that has not committed it yet: none while it lives. */
export const unfinished: ReadonlySet<string> = new Set(['tail', 'uncommitted']);

const CHUNK = 1024 * 1024;

function stopWhere(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ArchiveError('cancelled', 'The check was cancelled.');
}

/** The SHA-256 of a file's first bytes; null where there is none. Throws `cancelled`. */
export async function sumOf(
  disk: Disk,
  path: string,
  bytes: number,
  signal?: AbortSignal,
  onChunk?: (bytes: number) => void,
): Promise<string | null> {
  const file = await openIfThere(disk, path);
  if (file === null) return null;
  const hash = createHash('sha256');
  try {
    for (let at = 0; at < bytes;) {
      stopWhere(signal);
      const chunk = await file.read(at, Math.min(CHUNK, bytes - at));
      if (chunk.length === 0) break;
      hash.update(chunk);
      at += chunk.length;
      onChunk?.(chunk.length);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

class Checker {
  readonly faults: Fault[] = [];
  readonly #options: ReplacedOptions;
  readonly #files: ReadonlySet<string> | null;

  constructor(options: ReplacedOptions) {
    this.#options = options;
    this.#files = options.only === undefined ? null : new Set(options.only.map(({ file }) => file));
  }

  #wants(file: string): boolean {
    stopWhere(this.#options.signal);
    return this.#files?.has(file) !== false;
  }

  fault(code: string, file: string, message: string): void {
    this.faults.push({ code, file, message });
  }

  async bag(): Promise<void> {
    const { disk, folder, commit } = this.#options;
    for (const [name, text] of bagFiles(commit)) {
      if (!this.#wants(name)) continue;
      const found = await disk.readFile(within(folder, name));
      if (found === null) this.fault('bag-file-missing', name, `${name} is missing.`);
      else if (found.toString('utf8') !== text)
        this.fault('bag-file-differs', name, `${name} is not what the commit says.`);
    }
  }

  async receipts(): Promise<void> {
    const { disk, folder, commit, signal } = this.#options;
    for (const { file, bytes, sha256: sum } of receiptFiles(commit)) {
      if (!this.#wants(file)) continue;
      const path = within(folder, file);
      const size = await disk.size(path);
      const found = size === null || size < bytes ? '' : await sumOf(disk, path, bytes, signal);
      if (size === null || found === null) this.fault('receipt-missing', file, `${file} is missing.`);
      else if (found !== sum) this.fault('receipt-changed', file, `${file} was changed.`);
    }
  }

  async foreign(): Promise<void> {
    const { disk, folder, commit } = this.#options;
    const { tails, unnamed } = await findLeftovers(disk, folder, commit);
    for (const { file, from, bytes } of tails) {
      if (this.#wants(file))
        this.fault('tail', file, `${file} has ${bytes} bytes beyond byte ${from} that were never committed.`);
    }
    for (const name of unnamed)
      if (this.#wants(name)) this.fault('uncommitted', name, `${name} belongs to no commit.`);
    for (const { name } of await filesBelow(disk, folder, Names.data)) {
      if (commit.packs[name] !== undefined || unnamed.includes(name) || !this.#wants(name)) continue;
      const message = `${name} is no pack of this archive. Move it out of data/: the bag is not valid with it.`;
      this.fault('foreign-file', name, message);
    }
  }

  async index(): Promise<void> {
    const { disk, folder, commit, signal } = this.#options;
    const damaged = (await damagedParts(disk, folder, commit)).filter(file => this.#wants(file));
    for (const { file, sha256: sum } of segmentFiles(commit)) {
      if (!this.#wants(file)) continue;
      const path = within(folder, file);
      const size = await disk.size(path);
      if (size === null || (await sumOf(disk, path, size, signal)) !== sum) damaged.push(file);
    }
    for (const file of damaged) {
      const message = `${file} is missing or damaged. Run rebuild to make the index anew; no cable is lost.`;
      this.fault('index-damaged', file, message);
    }
  }
}

const SegmentFiles = z.object({ files: z.array(z.object({ name: z.string(), sha256: z.string() })) });

function segmentFiles(commit: Commit): { file: string; sha256: string }[] {
  const below = `${Names.index}/${Names.search}`;
  const read = z.array(SegmentFiles).safeParse(commit.segments);
  const files = read.success ? read.data.flatMap(({ files }) => files) : [];
  return files.map(({ name, sha256: sum }) => ({ file: `${below}/${name}`, sha256: sum }));
}

/** What is wrong with it, seen from one commit. Throws only `cancelled`, or where the disk itself fails. */
export async function checkReplaced(options: ReplacedOptions): Promise<Fault[]> {
  const checker = new Checker(options);
  await checker.bag();
  await checker.receipts();
  await checker.foreign();
  await checker.index();
  return checker.faults;
}
