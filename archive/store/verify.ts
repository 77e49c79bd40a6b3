/** Checks the bag, every record, and that catalogue and packs agree. Changes nothing. */
import { createHash } from 'node:crypto';
import { ArchiveError } from '../errors.ts';
import type { Fault } from '../model/archive.ts';
import { z } from 'zod';
import { bagFiles } from './bag.ts';
import { damagedParts } from './catalogue-files.ts';
import type { Catalogue } from './catalogue.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { markOf } from './frame-head.ts';
import { Names, within } from './layout.ts';
import { packOfFile } from './pack-name.ts';
import { scanPack } from './pack-scan.ts';
import { receiptFiles } from './receipt-files.ts';
import { filesBelow, findLeftovers } from './recover.ts';

export interface VerifyOptions {
  disk: Disk;
  folder: string;
  commit: Commit;
  catalogue: Catalogue;
  signal?: AbortSignal | undefined;
  /** bytes read so far */
  onBytes?: (bytes: number, file: string) => void;
}

export interface Verified {
  faults: Fault[];
  /** frames with text that are whole */
  records: number;
  bytes: number;
}

class Verifier {
  readonly faults: Fault[] = [];
  readonly #options: VerifyOptions;
  readonly #expected = new Map<string, Map<number, string>>();
  records = 0;
  bytes = 0;

  constructor(options: VerifyOptions) {
    this.#options = options;
    const { frames, marks } = options.catalogue;
    for (let frame = 0; frame < frames.length; frame += 1) {
      this.#expect(
        frames.codes.pack.at(frame),
        frames.numbers.offset.at(frame),
        frames.codes.cable.at(frame),
      );
    }
    for (const { pack, offset, target } of marks) this.#expect(pack, offset, target.id);
  }

  #expect(pack: string, offset: number, id: string): void {
    const offsets = this.#expected.get(pack) ?? new Map<number, string>();
    this.#expected.set(pack, offsets.set(offset, id));
  }

  fault(code: string, file: string, message: string): void {
    this.faults.push({ code, file, message });
  }

  async pack(file: string, state: Commit['packs'][string]): Promise<void> {
    const { disk, folder, commit } = this.#options;
    const pack = packOfFile(file);
    const path = within(folder, file);
    const size = await disk.size(path);
    if (pack === null)
      return this.fault('pack-unknown', file, `The commit names ${file}, which can't be a pack.`);
    if (size === null)
      return this.fault('pack-missing', file, `${file} is missing. Put it back from a copy of the archive.`);
    const sum = await this.#hash(path, Math.min(size, state.bytes), length => {
      this.bytes += length;
      this.#options.onBytes?.(this.bytes, file);
    });
    if (size < state.bytes) {
      this.fault(
        'pack-short',
        file,
        `${file} has ${size} bytes, the commit says ${state.bytes}. Put it back from a copy.`,
      );
    } else if (sum !== state.sha256) {
      this.fault(
        'pack-changed',
        file,
        `${file} is not what was committed. Put it back from a copy of the archive.`,
      );
    }
    const expected = this.#expected.get(pack) ?? new Map<number, string>();
    const bytes = Math.min(size, state.bytes);
    for await (const item of scanPack(disk, path, {
      pack,
      token: commit.token,
      bytes,
      expected: state.bytes,
    })) {
      this.#stop();
      if (item.kind === 'damage') {
        const inside = item.inside === 0 ? '' : ` ${item.inside} frames inside it are not believed.`;
        const message = `${file}: bytes ${item.from} to ${item.to} (${item.id ?? 'unknown cable'}) are damaged.${inside}`;
        this.fault('frame-damaged', file, message);
      } else {
        if (item.head.kind === 'record') this.records += 1;
        const known = expected.delete(item.offset);
        if (
          !known &&
          (markOf(item.head) !== null || item.head.kind === 'record' || item.head.kind === 'sighting')
        ) {
          this.fault(
            'not-in-catalogue',
            file,
            `${file}: the record at byte ${item.offset} is not in the catalogue. Run rebuild.`,
          );
        }
      }
    }
    for (const [offset, id] of expected) {
      this.fault(
        'record-lost',
        file,
        `${file}: the catalogue has ${id} at byte ${offset}, where no whole record is.`,
      );
    }
  }

  async #hash(path: string, bytes: number, onChunk?: (bytes: number) => void): Promise<string> {
    const hash = createHash('sha256');
    const open = await this.#options.disk.open(path, 'read');
    try {
      for (let at = 0; at < bytes;) {
        this.#stop();
        const chunk = await open.read(at, Math.min(1024 * 1024, bytes - at));
        if (chunk.length === 0) break;
        hash.update(chunk);
        at += chunk.length;
        onChunk?.(chunk.length);
      }
    } finally {
      await open.close();
    }
    return hash.digest('hex');
  }

  #stop(): void {
    if (this.#options.signal?.aborted === true)
      throw new ArchiveError('cancelled', 'The check was cancelled.');
  }

  async bag(): Promise<void> {
    const { disk, folder, commit } = this.#options;
    for (const [name, text] of bagFiles(commit)) {
      const found = await disk.readFile(within(folder, name));
      if (found === null) this.fault('bag-file-missing', name, `${name} is missing.`);
      else if (found.toString('utf8') !== text)
        this.fault('bag-file-differs', name, `${name} is not what the commit says.`);
    }
    for (const { file, bytes, sha256: sum } of receiptFiles(commit)) {
      const size = await disk.size(within(folder, file));
      if (size === null) this.fault('receipt-missing', file, `${file} is missing.`);
      else if (size < bytes || (await this.#hash(within(folder, file), bytes)) !== sum)
        this.fault('receipt-changed', file, `${file} was changed.`);
    }
  }

  async foreign(): Promise<void> {
    const { disk, folder, commit } = this.#options;
    const leftovers = await findLeftovers(disk, folder, commit);
    for (const { file, from, bytes } of leftovers.tails) {
      this.fault('tail', file, `${file} has ${bytes} bytes beyond byte ${from} that were never committed.`);
    }
    for (const name of leftovers.unnamed) this.fault('uncommitted', name, `${name} belongs to no commit.`);
    for (const { name } of await filesBelow(disk, folder, Names.data)) {
      if (commit.packs[name] === undefined && !leftovers.unnamed.includes(name)) {
        this.fault(
          'foreign-file',
          name,
          `${name} is no pack of this archive. Move it out of data/: the bag is not valid with it.`,
        );
      }
    }
  }

  async index(): Promise<void> {
    const { disk, folder, commit } = this.#options;
    const damaged = await damagedParts(disk, folder, commit);
    for (const { file, sha256: sum } of segmentFiles(commit)) {
      const path = within(folder, file);
      const size = await disk.size(path);
      if (size === null || (await this.#hash(path, size)) !== sum) damaged.push(file);
    }
    for (const file of damaged) {
      const message = `${file} is missing or damaged. Run rebuild to make the index anew; no cable is lost.`;
      this.fault('index-damaged', file, message);
    }
    if (commit.indexedRows !== this.#options.catalogue.rows) {
      const message = `The search knows ${commit.indexedRows} of ${this.#options.catalogue.rows} records. Run rebuild.`;
      this.fault('index-incomplete', Names.commit, message);
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

/** Checks everything. Throws only `cancelled`, or where the disk itself fails. */
export async function verifyArchive(options: VerifyOptions): Promise<Verified> {
  const verifier = new Verifier(options);
  for (const [file, state] of Object.entries(options.commit.packs)) await verifier.pack(file, state);
  await verifier.bag();
  await verifier.foreign();
  await verifier.index();
  return { faults: verifier.faults, records: verifier.records, bytes: verifier.bytes };
}
