/** Taking in copies of cables: decides whether a copy is new, another version, or known, and appends what is new. */
import { ArchiveError } from '../errors.ts';
import { NO_DATE } from '../model/columns.ts';
import type { Catalogue, Mark } from './catalogue.ts';
import type { Commit } from './commit.ts';
import type { PreparedCopy } from './copy.ts';
import type { Disk } from './disk.ts';
import { describeMark } from './frame.ts';
import { publishedIdentity } from './frame-columns.ts';
import { packFile, packFor } from './pack-name.ts';
import type { PackReader } from './pack-reader.ts';
import { PackWriter } from './pack-writer.ts';
import { pieceOf } from './sheet.ts';

/** What became of a copy. */
export interface Taken {
  /** `repaired`: the archive knew the text but had lost it to damage, and has it again */
  outcome: 'accepted' | 'seen-before' | 'new-version' | 'repaired';
  row: number;
  /** true where the archive had this very copy and nothing was written */
  known: boolean;
  /** true where its words are to be indexed: a new row, or a copy with a header for a row that had none */
  index: boolean;
  /** true where the row is withdrawn, and stays so */
  withdrawn: boolean;
}

export class Intake {
  readonly writer: PackWriter;
  readonly #catalogue: Catalogue;
  readonly #reader: PackReader;
  /** files of packs in which damage is known: what a copy brings again is looked at before it counts as known */
  readonly #damaged: ReadonlySet<string>;

  constructor(
    disk: Disk,
    folder: string,
    commit: Commit,
    catalogue: Catalogue,
    reader: PackReader,
    damaged: ReadonlySet<string>,
  ) {
    this.writer = new PackWriter(disk, folder, commit);
    this.#catalogue = catalogue;
    this.#reader = reader;
    this.#damaged = damaged;
  }

  /** Appends a copy of a cable, or finds that it is there already. `sheet` holds the copy's texts. */
  async take(copy: PreparedCopy, sheet: Uint8Array, receipt: string): Promise<Taken> {
    const catalogue = this.#catalogue;
    const { fields, key } = copy;
    const row = catalogue.findRow(fields.canonicalId, publishedIdentity(fields.id), copy.sameness);
    const known = row === null ? null : await this.#known(row, key);
    if (row !== null && known !== 'lost' && catalogue.hasCopy(row, copy.fingerprint)) {
      const withdrawn = catalogue.rowWithdrawn.at(row) === 1;
      return { outcome: 'seen-before', row, known: true, index: false, withdrawn };
    }
    const text = typeof known !== 'number';
    const versions = row === null && catalogue.rowsOfId(fields.canonicalId).length > 0;
    const bare = row !== null && this.#isBare(row);
    const month = text ? packFor(fields.created) : this.#monthOf(known);
    const added = await this.#append(copy, sheet, receipt, month, text);
    return {
      outcome:
        known === 'lost' ? 'repaired' : row !== null ? 'seen-before' : versions ? 'new-version' : 'accepted',
      row: added,
      known: false,
      index: row === null || (bare && !this.#isBare(added)),
      withdrawn: catalogue.rowWithdrawn.at(added) === 1,
    };
  }

  async #append(
    copy: PreparedCopy,
    sheet: Uint8Array,
    receipt: string,
    month: string,
    text: boolean,
  ): Promise<number> {
    const { fields, key, sameness, fingerprint, rank, headerBytes, bodyBytes } = copy;
    const description = pieceOf(sheet, copy.description);
    const { place, headBytes } = text
      ? await this.writer.append(month, 'record', description, {
          bytes: pieceOf(sheet, copy.text),
          headerBytes,
          bodyBytes,
        })
      : await this.writer.append(month, 'sighting', description);
    return this.#catalogue.add({
      pack: place.pack,
      offset: place.offset,
      sequence: place.sequence,
      headBytes,
      headerBytes: text ? headerBytes : 0,
      bodyBytes: text ? bodyBytes : 0,
      text,
      receipt,
      key,
      sameness,
      fingerprint,
      rank,
      fields,
    });
  }

  /** The frame of the row that has exactly this text; null where none has, 'lost' where only damaged ones have. */
  async #known(row: number, key: string): Promise<number | 'lost' | null> {
    const { frames } = this.#catalogue;
    const all = this.#catalogue
      .framesOf(row)
      .filter(frame => frames.hasText(frame) && frames.checksums.key.at(frame) === key);
    for (const frame of all) {
      const location = frames.location(frame);
      if (!this.#damaged.has(packFile(location.pack))) return frame;
      try {
        await this.#reader.head(location);
        await this.#reader.text(location, key);
        return frame;
      } catch (thrown) {
        if (!(thrown instanceof ArchiveError)) throw thrown;
      }
    }
    return all.length > 0 ? 'lost' : null;
  }

  /** Whether the copy that is shown has no header. */
  #isBare(row: number): boolean {
    const { frames } = this.#catalogue;
    const shown = this.#catalogue.textOf(this.#catalogue.rowBest.at(row));
    return shown === null || frames.numbers.headerBytes.at(shown) === 0;
  }

  /** The month whose packs hold a frame. */
  #monthOf(frame: number): string {
    return this.#catalogue.frames.codes.pack.at(frame).replace(/\..*$/, '');
  }

  /** Appends a withdrawal or a restoral: beside the cable that it is about, or among the undated for a receipt. */
  async mark(mark: Pick<Mark, 'kind' | 'target' | 'reason'>): Promise<void> {
    const time = new Date().toISOString();
    const { target, kind, reason } = mark;
    const row = target.kind === 'cable' ? this.#catalogue.rowsOfId(target.id)[0] : undefined;
    const month = row === undefined ? packFor(NO_DATE) : this.#monthOf(this.#catalogue.rowBest.at(row));
    const { place } = await this.writer.append(month, kind, Buffer.from(describeMark(target, time, reason)));
    this.#catalogue.mark({ ...mark, time, sequence: place.sequence, pack: place.pack, offset: place.offset });
  }
}
