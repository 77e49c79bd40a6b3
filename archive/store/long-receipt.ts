/**
 * The file beside a receipt that holds its files and lines where they are many: NDJSON, one of them a line, in the order
 * in which they were done with. It is appended to while the import goes on; what the commit does not name is cut off.
 */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { ArchiveError } from '../errors.ts';
import type { Outcome, ReceiptEntry, ReceiptLine, Source } from '../model/receipt.ts';
import { ReceiptEntrySchema } from '../model/receipt.ts';
import type { Disk, DiskFile } from './disk.ts';
import { within } from './layout.ts';
import { besideFile } from './receipt-files.ts';
import type { NamedFile } from './receipt-files.ts';

const READ_BYTES = 1024 * 1024;
const LINE_END = 10;

/** Writes the file while an import goes on. */
export class LongReceipt {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #file: string;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  sources = 0;
  lines = 0;

  constructor(disk: Disk, folder: string, id: string) {
    this.#disk = disk;
    this.#file = besideFile(id);
    this.#path = within(folder, this.#file);
  }

  /** Whether anything was written: a short receipt has no file beside it. */
  get begun(): boolean {
    return this.#bytes > 0;
  }

  async append(entries: readonly ReceiptEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const bytes = Buffer.from(entries.map(entry => `${JSON.stringify(entry)}\n`).join(''));
    if (!this.begun) await this.#disk.makeFolder(dirname(this.#path));
    const file = await this.#disk.open(this.#path, this.begun ? 'update' : 'create');
    try {
      await file.write(bytes, this.#bytes);
    } finally {
      await file.close();
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    for (const { kind } of entries) {
      if (kind === 'source') this.sources += 1;
      else this.lines += 1;
    }
  }

  /** Waits until it is on the medium; answers what the commit says of it, or null where there is no file. */
  async seal(): Promise<NamedFile | null> {
    if (!this.begun) return null;
    const file = await this.#disk.open(this.#path, 'update');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#disk.syncFolder(dirname(this.#path));
    return { file: this.#file, bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') };
  }
}

function damaged(file: string): ArchiveError {
  const message = `${file} is damaged or gone. Put it back from a copy of the archive.`;
  return new ArchiveError('archive-damaged', message, { file });
}

/** What a line of the file says. Throws `archive-damaged`. */
function entryOf(line: Buffer, file: string): ReceiptEntry {
  try {
    return ReceiptEntrySchema.parse(JSON.parse(line.toString('utf8')));
  } catch {
    throw damaged(file);
  }
}

/** Every line of the file with the byte where it begins; the whole is checked, and the last is given only then. */
async function* linesOf(
  disk: Disk,
  folder: string,
  { file, bytes, sha256 }: NamedFile,
): AsyncGenerator<{ at: number; text: Buffer }> {
  const path = within(folder, file);
  if (((await disk.size(path)) ?? -1) < bytes) throw damaged(file);
  const hash = createHash('sha256');
  const open = await disk.open(path, 'read');
  try {
    let rest = Buffer.alloc(0);
    let at = 0;
    for (let read = 0; read < bytes;) {
      const chunk = await open.read(read, Math.min(READ_BYTES, bytes - read));
      if (chunk.length === 0) throw damaged(file);
      read += chunk.length;
      hash.update(chunk);
      if (read === bytes && hash.digest('hex') !== sha256) throw damaged(file);
      const all = Buffer.concat([rest, chunk]);
      let from = 0;
      for (let end = all.indexOf(LINE_END); end >= 0; end = all.indexOf(LINE_END, from)) {
        yield { at: at + from, text: all.subarray(from, end) };
        from = end + 1;
      }
      rest = all.subarray(from);
      at += from;
    }
  } finally {
    await open.close();
  }
}

/** Everything that the file holds, in order. Throws `archive-damaged` before the last where it is not what was committed. */
export async function* entriesOf(disk: Disk, folder: string, named: NamedFile): AsyncGenerator<ReceiptEntry> {
  for await (const { text } of linesOf(disk, folder, named)) yield entryOf(text, named.file);
}

/** Where each file and each line of a long receipt stands, so that a page of it is read and nothing else. */
export class LongReceiptReader {
  readonly #disk: Disk;
  readonly #file: string;
  readonly #path: string;
  readonly #sources: number[] = [];
  readonly #lines: { at: number; outcome: Outcome }[] = [];

  private constructor(disk: Disk, folder: string, file: string) {
    this.#disk = disk;
    this.#file = file;
    this.#path = within(folder, file);
  }

  /** Goes through the file once. Throws `archive-damaged` where it is not what was committed. */
  static async open(disk: Disk, folder: string, named: NamedFile): Promise<LongReceiptReader> {
    const reader = new LongReceiptReader(disk, folder, named.file);
    for await (const { at, text } of linesOf(disk, folder, named)) {
      const entry = entryOf(text, named.file);
      if (entry.kind === 'source') reader.#sources.push(at);
      else reader.#lines.push({ at, outcome: entry.outcome });
    }
    return reader;
  }

  get sourceCount(): number {
    return this.#sources.length;
  }

  /** How many lines have this outcome; all of them without one. */
  lineCount(outcome?: Outcome): number {
    if (outcome === undefined) return this.#lines.length;
    return this.#lines.filter(line => line.outcome === outcome).length;
  }

  async sources(offset: number, limit: number): Promise<Source[]> {
    const entries = await this.#read(this.#sources.slice(offset, offset + limit));
    return entries.flatMap(entry => {
      if (entry.kind !== 'source') return [];
      const { kind: _, ...source } = entry;
      return [source];
    });
  }

  async lines(offset: number, limit: number, outcome?: Outcome): Promise<ReceiptLine[]> {
    const wanted = outcome === undefined ? this.#lines : this.#lines.filter(line => line.outcome === outcome);
    const entries = await this.#read(wanted.slice(offset, offset + limit).map(({ at }) => at));
    return entries.flatMap(entry => {
      if (entry.kind !== 'line') return [];
      const { kind: _, ...line } = entry;
      return [line];
    });
  }

  async #read(places: readonly number[]): Promise<ReceiptEntry[]> {
    if (places.length === 0) return [];
    const file = await this.#disk.open(this.#path, 'read');
    try {
      const entries: ReceiptEntry[] = [];
      for (const at of places) entries.push(entryOf(await lineAt(file, at), this.#file));
      return entries;
    } finally {
      await file.close();
    }
  }
}

/** The line that begins at a byte; all that is there where it does not end. */
async function lineAt(file: DiskFile, at: number): Promise<Buffer> {
  for (let length = 4096; ; length *= 4) {
    const bytes = await file.read(at, length);
    const end = bytes.indexOf(LINE_END);
    if (end >= 0 || bytes.length < length) return bytes.subarray(0, end >= 0 ? end : undefined);
  }
}
