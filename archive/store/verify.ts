/** Checks every record, and that catalogue and packs agree. Changes nothing. */
import { ArchiveError } from '../errors.ts';
import type { Fault } from '../model/archive.ts';
import type { Catalogue } from './catalogue.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { markOf } from './frame-head.ts';
import { Names, within } from './layout.ts';
import { packOfFile } from './pack-name.ts';
import { scanPack } from './pack-scan.ts';
import { sumOf } from './verify-replaced.ts';

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
    const { disk, folder, commit, signal } = this.#options;
    const pack = packOfFile(file);
    const path = within(folder, file);
    const size = await disk.size(path);
    if (pack === null)
      return this.fault('pack-unknown', file, `The commit names ${file}, which can't be a pack.`);
    if (size === null)
      return this.fault('pack-missing', file, `${file} is missing. Put it back from a copy of the archive.`);
    const sum = await sumOf(disk, path, Math.min(size, state.bytes), signal, length => {
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

  #stop(): void {
    if (this.#options.signal?.aborted === true)
      throw new ArchiveError('cancelled', 'The check was cancelled.');
  }

  /** Whether all rows can be found by their words. */
  index(): void {
    const { commit, catalogue } = this.#options;
    if (commit.indexedRows === catalogue.rows) return;
    const message = `The search knows ${commit.indexedRows} of ${catalogue.rows} records. Run rebuild.`;
    this.fault('index-incomplete', Names.commit, message);
  }
}

/**
 * Checks the packs and the catalogue: what a commit names of them is there as long as the archive is. Throws only
 * `cancelled`, or where the disk itself fails.
 */
export async function verifyArchive(options: VerifyOptions): Promise<Verified> {
  const verifier = new Verifier(options);
  for (const [file, state] of Object.entries(options.commit.packs)) await verifier.pack(file, state);
  verifier.index();
  return { faults: verifier.faults, records: verifier.records, bytes: verifier.bytes };
}
