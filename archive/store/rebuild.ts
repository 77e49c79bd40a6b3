/** The catalogue made anew from the packs, which are the truth. Damage is named, never blessed. */
import { ArchiveError } from '../errors.ts';
import type { RawCable } from '../model/raw.ts';
import type { CatalogueFields } from '../model/catalogue.ts';
import type { Fault } from './verify.ts';
import { Catalogue } from './catalogue.ts';
import type { Mark } from './catalogue.ts';
import type { Commit } from './commit.ts';
import { fingerprintOf } from './copy.ts';
import type { Disk } from './disk.ts';
import { FrameColumns } from './frame-columns.ts';
import type { FrameLocation } from './frame-columns.ts';
import { factsOf, markOf, rawCableOf } from './frame-head.ts';
import type { FrameHead } from './frame-head.ts';
import { within } from './layout.ts';
import { packFile, packOfFile } from './pack-name.ts';
import { PackReader } from './pack-reader.ts';
import { scanPack } from './pack-scan.ts';
import type { Scanned } from './pack-scan.ts';
import { rankOf } from './rank.ts';

export type ReadFields = (raw: RawCable) => CatalogueFields;

export interface RebuildOptions {
  disk: Disk;
  folder: string;
  commit: Commit;
  read: ReadFields;
  onFrame?: (file: string) => void;
  signal?: AbortSignal | undefined;
}

export interface Rebuilt {
  catalogue: Catalogue;
  faults: Fault[];
}

type WholeFrame = Extract<Scanned, { kind: 'frame' }>;

/** The texts of a month by key and id: sightings have theirs in another frame of the same month. */
type TextPlaces = Map<string, FrameLocation>;
const textName = (canonicalId: string, key: string) => `${key}:${canonicalId}`;

class Collector {
  readonly columns = new FrameColumns();
  readonly marks: Mark[] = [];
  readonly faults: Fault[] = [];
  readonly #options: RebuildOptions;
  readonly #texts: TextPlaces = new Map();
  /** sightings whose text was not met yet: it can stand in a later pack of the month, brought again after damage */
  #waiting: { head: FrameHead; pack: string; offset: number }[] = [];
  readonly #reader: PackReader;

  constructor(options: RebuildOptions) {
    this.#options = options;
    this.#reader = new PackReader(options.disk, options.folder);
  }

  /** All packs of one month, in the order of writing. */
  async month(packs: readonly { file: string; pack: string; bytes: number }[]): Promise<void> {
    try {
      for (const { file, pack, bytes } of packs) await this.#pack(file, pack, bytes);
      for (const { head, pack, offset } of this.#waiting) {
        const raw = await this.#sighting(head);
        if (raw === null) this.#textLost(head, packFile(pack));
        else this.#copy(head, raw, pack, offset);
      }
    } finally {
      this.#waiting = [];
      this.#texts.clear();
      await this.#reader.close();
    }
  }

  async #pack(file: string, pack: string, expected: number): Promise<void> {
    const { disk, folder, commit, signal, onFrame } = this.#options;
    const path = within(folder, file);
    const size = await disk.size(path);
    if (size === null) {
      const message = `${file} is missing, with ${expected} bytes of cables.`;
      this.faults.push({ code: 'pack-missing', file, message });
      return;
    }
    const bytes = Math.min(size, expected);
    for await (const item of scanPack(disk, path, { pack, token: commit.token, bytes, expected })) {
      if (signal?.aborted === true) {
        throw new ArchiveError('cancelled', 'The rebuild was cancelled. Nothing was changed.');
      }
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
    const fields = this.#options.read(raw);
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

/** Reads every pack that the commit names and builds the catalogue from what is whole. */
export async function rebuildCatalogue(options: RebuildOptions): Promise<Rebuilt> {
  const collector = new Collector(options);
  for (const packs of months(options.commit)) await collector.month(packs);
  return { catalogue: inOrder(collector.columns, collector.marks), faults: collector.faults };
}

/** Frames and marks as they were written, whatever pack they are in. */
function inOrder(columns: FrameColumns, marks: readonly Mark[]): Catalogue {
  const { sequence } = columns.numbers;
  const order = Uint32Array.from({ length: columns.length }, (_, frame) => frame);
  order.sort((a, b) => sequence.at(a) - sequence.at(b));
  const waiting = [...marks].sort((a, b) => a.sequence - b.sequence);
  const catalogue = new Catalogue();
  for (const frame of order) {
    while (waiting[0] !== undefined && waiting[0].sequence < sequence.at(frame))
      catalogue.mark(waiting.shift() ?? waiting[0]);
    catalogue.frames.pushFrom(columns, frame);
    catalogue.place(catalogue.frames.length - 1);
  }
  for (const mark of waiting) catalogue.mark(mark);
  return catalogue;
}

/** The packs that the commit names, by month, each month's in the order of writing. */
function months({ packs }: Commit): { file: string; pack: string; bytes: number }[][] {
  const byMonth = new Map<string, { file: string; pack: string; part: number; bytes: number }[]>();
  for (const [file, { bytes }] of Object.entries(packs)) {
    const pack = packOfFile(file);
    if (pack === null) continue;
    const [month = pack, part = '1'] = pack.split('.');
    byMonth.set(month, [...(byMonth.get(month) ?? []), { file, pack, part: Number(part), bytes }]);
  }
  return [...byMonth.values()].map(all => all.sort((a, b) => a.part - b.part));
}
