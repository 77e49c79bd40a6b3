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
import { factsOf, markOf, rawCableOf } from './frame-head.ts';
import { within } from './layout.ts';
import { packOfFile } from './pack-name.ts';
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

/** Sightings have their text in another frame, which stands before them in the same pack. */
async function rawOf(
  frame: WholeFrame,
  pack: string,
  texts: TextPlaces,
  reader: PackReader,
): Promise<RawCable | null> {
  const { head } = frame;
  if (head.kind === 'record')
    return rawCableOf(head, frame.header.toString('utf8'), frame.body.toString('utf8'));
  const facts = factsOf(head);
  const place = texts.get(textName(facts.canonicalId, facts.key));
  if (place === undefined) return null;
  const { header, body } = await reader.text({ pack, ...place });
  return rawCableOf(head, header, body);
}

type TextPlaces = Map<string, { offset: number; headBytes: number; headerBytes: number; bodyBytes: number }>;
const textName = (canonicalId: string, key: string) => `${key}:${canonicalId}`;

class Collector {
  readonly columns = new FrameColumns();
  readonly marks: Mark[] = [];
  readonly faults: Fault[] = [];
  readonly #options: RebuildOptions;

  constructor(options: RebuildOptions) {
    this.#options = options;
  }

  async pack(file: string, pack: string, expected: number): Promise<void> {
    const { disk, folder, commit, signal, onFrame } = this.#options;
    const path = within(folder, file);
    const size = await disk.size(path);
    if (size === null) {
      this.faults.push({
        code: 'pack-missing',
        file,
        message: `${file} is missing, with ${expected} bytes of cables.`,
      });
      return;
    }
    const texts: TextPlaces = new Map();
    const reader = new PackReader(disk, folder);
    const bytes = Math.min(size, expected);
    try {
      for await (const item of scanPack(disk, path, { pack, token: commit.token, bytes, expected })) {
        if (signal?.aborted === true)
          throw new ArchiveError('cancelled', 'The rebuild was cancelled. Nothing was changed.');
        if (item.kind === 'damage') this.#damage(file, item);
        else await this.#frame(item, pack, texts, reader);
        onFrame?.(file);
      }
    } finally {
      await reader.close();
    }
  }

  #damage(file: string, { from, to, id, inside }: Extract<Scanned, { kind: 'damage' }>): void {
    const what = id === null ? '' : ` of ${id}`;
    const hidden = inside === 0 ? '' : ` ${inside} frames found inside it are not believed.`;
    this.faults.push({
      code: 'frame-damaged',
      file,
      message: `${file}: bytes ${from} to ${to}${what} are damaged.${hidden}`,
    });
  }

  async #frame(frame: WholeFrame, pack: string, texts: TextPlaces, reader: PackReader): Promise<void> {
    const { head, offset } = frame;
    const { sequence } = head.place;
    const mark = markOf(head);
    if (head.kind === 'withdrawal' || head.kind === 'restoral') {
      if (mark !== null) this.marks.push({ sequence, kind: head.kind, ...mark, pack, offset });
      return;
    }
    const raw = await rawOf(frame, pack, texts, reader);
    const facts = factsOf(head);
    if (raw === null) {
      this.faults.push({
        code: 'text-lost',
        file: pack,
        message: `A sighting of ${facts.canonicalId} in ${pack} has lost the record that holds its text.`,
      });
      return;
    }
    const fields = this.#options.read(raw);
    const { headBytes, headerBytes, bodyBytes } = head;
    if (head.kind === 'record') {
      texts.set(textName(facts.canonicalId, facts.key), { offset, headBytes, headerBytes, bodyBytes });
    }
    this.columns.push({
      pack,
      offset,
      headBytes,
      headerBytes,
      bodyBytes,
      sequence,
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
  for (const [file, state] of Object.entries(options.commit.packs).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const pack = packOfFile(file);
    if (pack !== null) await collector.pack(file, pack, state.bytes);
  }
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
