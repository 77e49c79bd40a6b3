/** An archive folder that is open: what it holds, and the only way to add to it. */
import { ArchiveError } from '../errors.ts';
import type { Notice } from '../model/archive.ts';
import type { Columns } from '../model/columns.ts';
import { writeBag } from './bag.ts';
import type { Catalogue, Mark } from './catalogue.ts';
import { removeOldParts, writeCatalogue } from './catalogue-files.ts';
import { viewOf } from './columns-view.ts';
import type { CatalogueView } from './columns-view.ts';
import { writeCommit } from './commit.ts';
import type { Commit } from './commit.ts';
import type { PreparedCopy } from './copy.ts';
import { describeMark } from './frame.ts';
import { publishedIdentity } from './frame-columns.ts';
import { load } from './load.ts';
import type { LoadOptions, Loaded } from './load.ts';
import { NO_DATE } from '../model/columns.ts';
import { packFor } from './pack-name.ts';
import { PackReader } from './pack-reader.ts';
import { PackWriter } from './pack-writer.ts';

/** What became of a copy. */
export interface Taken {
  outcome: 'accepted' | 'seen-before' | 'new-version';
  row: number;
  /** true where the archive had this very copy and nothing was written */
  known: boolean;
  /** true where its words are to be indexed: a new row, or a copy with a header for a row that had none */
  index: boolean;
}

/** What a commit names besides packs and catalogue. */
export interface CommitExtras {
  receipts?: Commit['receipts'];
  /** the search's segments; those of the last commit where this is left out */
  segments?: Commit['segments'];
}

export class Store {
  readonly options: LoadOptions;
  readonly reader: PackReader;
  readonly notices: Notice[];
  commit: Commit;
  catalogue: Catalogue;
  /** the catalogue as of the last commit */
  view: CatalogueView;
  /** called after each commit, and after going back to one */
  onCommit: () => Promise<void> = () => Promise.resolve();
  /** copies in the catalogue as of the last commit; what is beyond is being imported */
  committedFrames: number;
  #writer: PackWriter;
  #broken: ArchiveError | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: LoadOptions, { commit, catalogue, notices }: Loaded) {
    this.options = options;
    this.commit = commit;
    this.catalogue = catalogue;
    this.notices = notices;
    this.view = viewOf(catalogue);
    this.committedFrames = catalogue.frames.length;
    this.reader = new PackReader(options.disk, options.folder);
    this.#writer = new PackWriter(options.disk, options.folder, commit);
  }

  /**
   * Runs one change at a time. When it fails, the archive goes back to its last commit, on disk and in memory.
   * Throws `read-only` where the archive can't be written.
   */
  async change<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      if (this.#broken !== null) throw this.#broken;
      if (!this.options.writable) {
        throw new ArchiveError(
          'read-only',
          'This archive is open for reading only. Open it where it can be written.',
        );
      }
      try {
        return await work();
      } catch (thrown) {
        await this.#goBack();
        throw thrown;
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Waits until no change is running. */
  async quiet(): Promise<void> {
    await this.#queue;
  }

  async #goBack(): Promise<void> {
    try {
      await this.reader.close();
      this.adopt(await load(this.options));
      await this.onCommit();
    } catch (thrown) {
      this.#broken = new ArchiveError(
        'io',
        'The archive could not be brought back to its last commit. Nothing committed is lost: close it, see that the disk is there and has space, and open it again.',
        {},
        thrown,
      );
    }
  }

  get columns(): Columns {
    return this.view.columns;
  }

  #look(): void {
    this.view = viewOf(this.catalogue);
    this.committedFrames = this.catalogue.frames.length;
  }

  /** Takes what was loaded in place of what was there. */
  adopt({ commit, catalogue, notices }: Loaded): void {
    this.commit = commit;
    this.catalogue = catalogue;
    this.notices.push(...notices);
    this.#look();
    this.#writer = new PackWriter(this.options.disk, this.options.folder, commit);
  }

  /** Appends a copy of a cable, or finds that it is there already. Counts from the next commit on. */
  async take(copy: PreparedCopy, receipt: string): Promise<Taken> {
    const { catalogue } = this;
    const { fields, key } = copy;
    const row = catalogue.findRow(fields.canonicalId, publishedIdentity(fields.id), copy.sameness);
    if (row !== null && catalogue.hasCopy(row, copy.fingerprint))
      return { outcome: 'seen-before', row, known: true, index: false };
    const same = row === null ? null : catalogue.findText(row, key);
    const text = same === null;
    const month = same === null ? packFor(fields.created) : this.#monthOf(same);
    const appended = text
      ? await this.#writer.append(month, 'record', copy.description, copy.header, copy.body)
      : await this.#writer.append(month, 'sighting', copy.description);
    const outcome =
      row !== null
        ? 'seen-before'
        : catalogue.rowsOfId(fields.canonicalId).length > 0
          ? 'new-version'
          : 'accepted';
    const { place, headBytes } = appended;
    const bare = row !== null && this.#isBare(row);
    const added = catalogue.add({
      pack: place.pack,
      offset: place.offset,
      sequence: place.sequence,
      headBytes,
      headerBytes: text ? copy.header.length : 0,
      bodyBytes: text ? copy.body.length : 0,
      text,
      receipt,
      key,
      sameness: copy.sameness,
      fingerprint: copy.fingerprint,
      rank: copy.rank,
      fields,
    });
    return { outcome, row: added, known: false, index: row === null || (bare && !this.#isBare(row)) };
  }

  /** Whether the copy that is shown has no header. */
  #isBare(row: number): boolean {
    const shown = this.catalogue.textOf(this.catalogue.rowBest.at(row));
    return shown === null || this.catalogue.frames.numbers.headerBytes.at(shown) === 0;
  }

  #monthOf(frame: number): string {
    return this.catalogue.frames.codes.pack.at(frame).replace(/\..*$/, '');
  }

  /** Appends a withdrawal or a restoral. */
  async mark(mark: Pick<Mark, 'kind' | 'target' | 'reason'>): Promise<void> {
    const time = new Date().toISOString();
    const { target, kind, reason } = mark;
    const row = target.kind === 'cable' ? this.catalogue.rowsOfId(target.id)[0] : undefined;
    const month = row === undefined ? packFor(NO_DATE) : this.#monthOf(this.catalogue.rowBest.at(row));
    const { place } = await this.#writer.append(month, kind, describeMark(target, time, reason));
    this.catalogue.mark({ ...mark, time, sequence: place.sequence, pack: place.pack, offset: place.offset });
  }

  /** Commits what was taken since the last commit. When it returns, a crash loses nothing of it. */
  async commitNow({ receipts = [], segments }: CommitExtras = {}): Promise<void> {
    const { disk, folder, program } = this.options;
    const packs = await this.#writer.seal();
    const { sequence } = this.#writer;
    const catalogue = await writeCatalogue(disk, folder, this.catalogue, this.commit.catalogue, sequence - 1);
    const given = new Set(receipts.map(({ id }) => id));
    const next: Commit = {
      ...this.commit,
      generation: this.commit.generation + 1,
      committed: new Date().toISOString(),
      program,
      sequence,
      packs,
      receipts: [...this.commit.receipts.filter(({ id }) => !given.has(id)), ...receipts],
      catalogue,
      segments: segments ?? this.commit.segments,
      indexedRows: segments === undefined ? this.commit.indexedRows : this.catalogue.rows,
    };
    await writeCommit(disk, folder, next);
    this.commit = next;
    this.#writer.committed(packs);
    await writeBag(disk, folder, next);
    await removeOldParts(disk, folder, next);
    this.#look();
    await this.onCommit();
  }
}
