/** A cable as it is shown: the best copy of its best version, with all versions and sightings. */
import { ArchiveError } from '../errors.ts';
import type { ShownCable, Sighting, Version } from '../model/archive.ts';
import type { RawCable } from '../model/raw.ts';
import type { CableRecord } from '../record.ts';
import type { Catalogue } from './catalogue.ts';
import { FrameFlag } from './frame-columns.ts';
import { factsOf, rawCableOf } from './frame-head.ts';
import { isLost } from './pack-reader.ts';
import type { Store } from './store.ts';

/** A copy chosen to be shown, and the row it belongs to. */
interface Chosen {
  row: number;
  frame: number;
}

function noSuchCable(id: string, key: string | undefined): ArchiveError {
  const what = key === undefined ? id : `${id}@${key}`;
  return new ArchiveError('no-such-cable', `This archive has no cable ${what}.`, { id, key: key ?? null });
}

export class CableShelf {
  readonly #store: Store;
  readonly #parse: (raw: RawCable) => CableRecord;

  constructor(store: Store, parse: (raw: RawCable) => CableRecord) {
    this.#store = store;
    this.#parse = parse;
  }

  /** The cable's rows as of the last commit, the shown one first. */
  #rows(id: string, key: string | undefined): number[] {
    const { columns } = this.#store;
    const cable = columns.findCable(id);
    if (cable === null) throw noSuchCable(id, key);
    return [...columns.rowsOf(cable)];
  }

  /** The copies of a row as of the last commit. */
  #frames(row: number): number[] {
    const { catalogue, committedFrames } = this.#store;
    return catalogue.framesOf(row).filter(frame => frame < committedFrames);
  }

  /** A row's copies in the order in which they would be shown. */
  #byRank(row: number): number[] {
    const { catalogue } = this.#store;
    const { rank } = catalogue.frames.numbers;
    const hidden = (frame: number) => (catalogue.isWithdrawn(frame) ? 1 : 0);
    return this.#frames(row).sort((a, b) => hidden(a) - hidden(b) || rank.at(b) - rank.at(a) || a - b);
  }

  #choices(id: string, key: string | undefined): Chosen[] {
    const rows = this.#rows(id, key);
    const { frames } = this.#store.catalogue;
    const wanted = key?.toLowerCase();
    const choices = rows.flatMap(row => this.#byRank(row).map(frame => ({ row, frame })));
    if (wanted === undefined) return choices.filter(({ row }) => row === rows[0]);
    if (!/^[0-9a-f]{6,64}$/.test(wanted)) throw noSuchCable(id, key);
    const found = choices.filter(({ frame }) => frames.checksums.key.at(frame).startsWith(wanted));
    if (found.length === 0) throw noSuchCable(id, key);
    return found;
  }

  async #raw(frame: number): Promise<RawCable> {
    const { catalogue, reader } = this.#store;
    const head = await reader.head(catalogue.frames.location(frame));
    const text = catalogue.textOf(frame);
    if (text === null) throw textLost(catalogue, frame);
    const { header, body } = await reader.text(catalogue.frames.location(text), factsOf(head).key);
    return rawCableOf(head, header, body);
  }

  /** The first choice that is whole: a damaged copy gives way to the next. */
  async #first(choices: readonly Chosen[]): Promise<Chosen & { raw: RawCable }> {
    let fault: unknown = null;
    for (const choice of choices) {
      try {
        return { ...choice, raw: await this.#raw(choice.frame) };
      } catch (thrown) {
        fault ??= thrown;
      }
    }
    throw fault;
  }

  /** Throws `no-such-cable`, or `archive-damaged` where no copy is whole. */
  async show(id: string, key?: string): Promise<ShownCable> {
    const shown = await this.#first(this.#choices(id, key));
    const record = this.#parse(shown.raw);
    const { checksums } = this.#store.catalogue.frames;
    const rows = this.#rows(id, key);
    const versions: Version[] = [];
    const sightings: Sighting[] = [];
    const order: [number, Sighting][] = [];
    for (const row of rows) {
      versions.push(await this.#version(row, row === shown.row));
      for (const frame of this.#frames(row)) {
        // One that is damaged is verify's to name; the others are shown.
        const sighting = await this.#sighting(frame, frame === shown.frame).catch(orLost);
        if (sighting !== null) order.push([frame, sighting]);
      }
    }
    order.sort(([a], [b]) => a - b);
    sightings.push(...order.map(([, sighting]) => sighting));
    return { ...record, key: checksums.key.at(shown.frame), versions, sightings };
  }

  async #version(row: number, shown: boolean): Promise<Version> {
    const { catalogue, reader } = this.#store;
    const frames = this.#byRank(row);
    const best = frames[0] ?? catalogue.rowBest.at(row);
    const text = catalogue.textOf(best) ?? best;
    const { headerBytes, bodyBytes } = catalogue.frames.location(text);
    const flags = catalogue.frames.numbers.flags.at(best);
    const facts = await reader.head(catalogue.frames.location(best)).then(factsOf, () => null);
    return {
      key: catalogue.frames.checksums.key.at(best),
      sameness: facts?.sameness ?? '',
      id: catalogue.frames.publishedId(best),
      partial:
        (flags & FrameFlag.partialYes) !== 0 ? true : (flags & FrameFlag.partialNo) !== 0 ? false : null,
      bytes: headerBytes + bodyBytes,
      sightings: frames.length,
      withdrawn: frames.every(frame => catalogue.isWithdrawn(frame)),
      shown,
    };
  }

  async #sighting(frame: number, shown: boolean): Promise<Sighting> {
    const { catalogue, reader } = this.#store;
    const head = await reader.head(catalogue.frames.location(frame));
    const raw = rawCableOf(head, '', '');
    const { sourceSha256, receipt, imported, key } = factsOf(head);
    return {
      source: raw.place,
      sourceSha256,
      receipt,
      imported,
      rendering: raw.rendering,
      key,
      published: raw.published,
      shown,
    };
  }

  /**
   * The frames of a cable as they lie in the packs: the one that holds the text, and behind it the sighting
   * that is shown, where that one has no text of its own.
   */
  async frame(id: string, key?: string): Promise<Uint8Array> {
    const { frame } = await this.#first(this.#choices(id, key));
    const { catalogue, reader } = this.#store;
    const text = catalogue.textOf(frame);
    if (text === null) throw textLost(catalogue, frame);
    const parts = [await reader.frame(catalogue.frames.location(text))];
    if (text !== frame) parts.push(await reader.frame(catalogue.frames.location(frame)));
    return Buffer.concat(parts);
  }
}

/** Null for what is damaged, or lies in a pack that is gone. */
function orLost(thrown: unknown): null {
  if (isLost(thrown)) return null;
  throw thrown;
}

function textLost(catalogue: Catalogue, frame: number): ArchiveError {
  const id = catalogue.frames.codes.cable.at(frame);
  return new ArchiveError(
    'archive-damaged',
    `The text of ${id} is lost. Put its pack back from a copy of the archive.`,
    { id },
  );
}
