/** The packs of one month gone through: what the catalogue keeps of each whole frame, and what is damaged. */
import { ArchiveError } from '../errors.ts';
import type { Fault } from '../model/archive.ts';
import type { CatalogueFields } from '../model/catalogue.ts';
import type { RawCable } from '../model/raw.ts';
import type { Mark } from './catalogue.ts';
import { fingerprintOf } from './copy.ts';
import type { Disk } from './disk.ts';
import { FrameColumns } from './frame-columns.ts';
import type { FrameLocation } from './frame-columns.ts';
import { factsOf, markOf, rawCableOf } from './frame-head.ts';
import type { FrameHead } from './frame-head.ts';
import { within } from './layout.ts';
import { packFile } from './pack-name.ts';
import { PackReader } from './pack-reader.ts';
import { scanPack } from './pack-scan.ts';
import type { Scanned } from './pack-scan.ts';
import { packColumns } from './packed-columns.ts';
import type { PackedColumns } from './packed-columns.ts';
import { rankOf } from './rank.ts';

export type ReadFields = (raw: RawCable) => CatalogueFields;

/** One pack as the commit names it. */
export interface NamedPack {
  file: string;
  /** without folder and ending: `2005-04.2` */
  pack: string;
  /** that count */
  bytes: number;
}

export interface MonthScan {
  disk: Disk;
  folder: string;
  /** of the archive, see frame.ts */
  token: string;
  read: ReadFields;
  signal?: AbortSignal | undefined;
  /** told for every frame, whole or not */
  onFrame?: (file: string) => void;
}

/** What a month holds, ready to go to another thread. */
export interface MonthFrames extends PackedColumns {
  marks: Mark[];
  faults: Fault[];
}

type WholeFrame = Extract<Scanned, { kind: 'frame' }>;

/** What is told to whoever cancels a rebuild. */
export function rebuildCancelled(): ArchiveError {
  return new ArchiveError('cancelled', 'The rebuild was cancelled. Nothing was changed.');
}

const textName = (canonicalId: string, key: string) => `${key}:${canonicalId}`;

class Collector {
  readonly columns = new FrameColumns();
  readonly marks: Mark[] = [];
  readonly faults: Fault[] = [];
  readonly #scan: MonthScan;
  /** the texts of the month by key and id: sightings have theirs in another frame of the same month */
  readonly #texts = new Map<string, FrameLocation>();
  /** sightings whose text was not met yet: it can stand in a later pack of the month, brought again after damage */
  readonly #waiting: { head: FrameHead; pack: string; offset: number }[] = [];
  readonly #reader: PackReader;

  constructor(scan: MonthScan) {
    this.#scan = scan;
    this.#reader = new PackReader(scan.disk, scan.folder);
  }

  /** All packs of the month, in the order of writing. */
  async month(packs: readonly NamedPack[]): Promise<void> {
    try {
      for (const pack of packs) await this.#pack(pack);
      for (const { head, pack, offset } of this.#waiting) {
        const raw = await this.#sighting(head);
        if (raw === null) this.#textLost(head, packFile(pack));
        else this.#copy(head, raw, pack, offset);
      }
    } finally {
      await this.#reader.close();
    }
  }

  async #pack({ file, pack, bytes: expected }: NamedPack): Promise<void> {
    const { disk, folder, token, signal, onFrame } = this.#scan;
    const path = within(folder, file);
    const size = await disk.size(path);
    if (size === null) {
      const message = `${file} is missing, with ${expected} bytes of cables.`;
      this.faults.push({ code: 'pack-missing', file, message });
      return;
    }
    const bytes = Math.min(size, expected);
    for await (const item of scanPack(disk, path, { pack, token, bytes, expected })) {
      if (signal?.aborted === true) throw rebuildCancelled();
      if (item.kind === 'damage') this.#damage(file, item);
      else await this.#frame(item, pack);
      onFrame?.(file);
    }
  }

  #damage(file: string, { from, to, id, inside }: Extract<Scanned, { kind: 'damage' }>): void {
    const what = id === null ? '' : ` of ${id}`;
    const hidden = inside === 0 ? '' : ` ${inside} frames found inside it are not believed.`;
    const message = `${file}: bytes ${from} to ${to}${what} are damaged.${hidden}`;
    this.faults.push({ code: 'frame-damaged', file, message });
  }

  #textLost(head: FrameHead, file: string): void {
    const message = `A sighting of ${factsOf(head).canonicalId} in ${file} has lost the record that holds its text.`;
    this.faults.push({ code: 'text-lost', file, message });
  }

  async #frame({ head, offset, header, body }: WholeFrame, pack: string): Promise<void> {
    const { kind, place } = head;
    if (kind === 'record') {
      this.#copy(head, rawCableOf(head, header.toString('utf8'), body.toString('utf8')), pack, offset);
    } else if (kind === 'sighting') {
      const raw = await this.#sighting(head);
      if (raw === null) this.#waiting.push({ head, pack, offset });
      else this.#copy(head, raw, pack, offset);
    } else {
      const mark = markOf(head);
      if (mark !== null) this.marks.push({ sequence: place.sequence, kind, ...mark, pack, offset });
    }
  }

  async #sighting(head: FrameHead): Promise<RawCable | null> {
    const { canonicalId, key } = factsOf(head);
    const place = this.#texts.get(textName(canonicalId, key));
    if (place === undefined) return null;
    const { header, body } = await this.#reader.text(place);
    return rawCableOf(head, header, body);
  }

  #copy(head: FrameHead, raw: RawCable, pack: string, offset: number): void {
    const facts = factsOf(head);
    const { headBytes, headerBytes, bodyBytes } = head;
    const location = { pack, offset, headBytes, headerBytes, bodyBytes };
    if (head.kind === 'record') this.#texts.set(textName(facts.canonicalId, facts.key), location);
    const fields = this.#scan.read(raw);
    this.columns.push({
      ...location,
      sequence: head.place.sequence,
      text: head.kind === 'record',
      receipt: facts.receipt,
      key: facts.key,
      sameness: facts.sameness,
      fingerprint: fingerprintOf(raw, facts.sourceSha256, facts.key),
      rank: rankOf(raw, fields.partial),
      fields,
    });
  }
}

/**
 * Goes through the packs of one month, in the order of writing. Needs nothing else of the archive, so that any thread can
 * do it. Throws `cancelled`, and where the disk itself fails.
 */
export async function scanMonth(scan: MonthScan, packs: readonly NamedPack[]): Promise<MonthFrames> {
  const collector = new Collector(scan);
  await collector.month(packs);
  const { columns, marks, faults } = collector;
  return { ...packColumns(columns, 0, columns.length), marks, faults };
}
