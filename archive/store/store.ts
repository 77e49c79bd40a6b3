/** An archive folder that is open: what it holds, how it is changed, and how it gets back when a change fails. */
import { ArchiveError } from '../errors.ts';
import type { Notice } from '../model/archive.ts';
import type { Columns } from '../model/columns.ts';
import { writeBag } from './bag.ts';
import type { Catalogue } from './catalogue.ts';
import { loadCatalogue, removeOldParts, writeCatalogue } from './catalogue-files.ts';
import { viewOf } from './columns-view.ts';
import type { CatalogueView } from './columns-view.ts';
import { readCommit, writeCommit } from './commit.ts';
import type { Commit } from './commit.ts';
import { Intake } from './intake.ts';
import { load } from './load.ts';
import type { LoadOptions, Loaded } from './load.ts';
import { Names, within } from './layout.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { PackReader } from './pack-reader.ts';
import { removeOldReceipts } from './receipt-files.ts';

/** What a commit names besides packs and catalogue. */
export interface CommitExtras {
  receipts?: Commit['receipts'];
  /** the search's segments; those of the last commit where this is left out */
  segments?: Commit['segments'];
  /** more follows at once: what is shown and searched may stay behind for a while, since going over to it takes time */
  moreFollows?: boolean;
  /** the end of an import of many: the catalogue's parts are joined into few */
  settle?: boolean;
}

export interface StoreOptions extends LoadOptions {
  /** throws where somebody else has taken the lock */
  holdsLock: () => Promise<void>;
}

/** Faults of a request, found before anything was changed. */
const harmless = new Set(['no-such-cable', 'no-such-receipt', 'bad-request']);
/** A reader looks for a newer commit no more often than this. */
const LOOK_MILLISECONDS = 1000;
/** While an import goes on, what is shown and searched goes over to its commits no more often than this. */
const FOLLOW_MILLISECONDS = 30_000;

/** So often something that another program replaces all the time is looked for. */
const MOST_LOOKS = 5;

const isDamage = (thrown: unknown) => thrown instanceof ArchiveError && thrown.code === 'archive-damaged';

export class Store {
  readonly options: StoreOptions;
  readonly reader: PackReader;
  readonly notices: Notice[];
  /** files of packs in which damage was found */
  readonly damaged = new Set<string>();
  commit: Commit;
  catalogue: Catalogue;
  /** copies in the catalogue as of the last commit; what is beyond is being imported */
  committedFrames: number;
  /** the catalogue as of the last commit */
  view: CatalogueView;
  /** called when another commit is in force */
  onCommit: () => Promise<void> = () => Promise.resolve();
  intake: Intake;
  #broken: ArchiveError | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #stamp: string | null = null;
  #looked = 0;
  readonly #catching = new OneAtATime();

  constructor(options: StoreOptions, { commit, catalogue, notices, damaged = [] }: Loaded) {
    this.options = options;
    for (const file of damaged) this.damaged.add(file);
    this.commit = commit;
    this.catalogue = catalogue;
    this.notices = notices;
    this.view = viewOf(catalogue);
    this.committedFrames = catalogue.frames.length;
    this.reader = new PackReader(options.disk, options.folder);
    this.intake = this.#newIntake();
  }

  get columns(): Columns {
    return this.view.columns;
  }

  #newIntake(): Intake {
    const { disk, folder } = this.options;
    for (const [file, { frozen }] of Object.entries(this.commit.packs))
      if (frozen === true) this.damaged.add(file);
    return new Intake(disk, folder, this.commit, this.catalogue, this.reader, this.damaged);
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
      // Where the medium was taken away a folder in its place would take what is written now.
      await this.options.holdsLock();
      try {
        return await work();
      } catch (thrown) {
        if (!(thrown instanceof ArchiveError) || !harmless.has(thrown.code)) await this.#goBack();
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
      await this.intake.writer.quiet();
      await this.reader.close();
      await this.options.holdsLock();
      await this.adopt(await load(this.options));
    } catch (thrown) {
      this.#broken = new ArchiveError(
        'io',
        'The archive could not be brought back to its last commit. Nothing committed is lost: close it, see that the disk is there and has space, and open it again.',
        {},
        thrown,
      );
    }
  }

  /** Takes what was loaded in place of what was there. */
  async adopt({ commit, catalogue, notices, damaged = [] }: Loaded): Promise<void> {
    for (const file of damaged) this.damaged.add(file);
    this.commit = commit;
    this.catalogue = catalogue;
    this.notices.push(...notices);
    this.intake = this.#newIntake();
    await this.#look();
  }

  async #look(): Promise<void> {
    this.#looked = Date.now();
    this.view = viewOf(this.catalogue);
    this.committedFrames = this.catalogue.frames.length;
    await this.onCommit();
  }

  /** Commits what was taken in since the last commit. When it returns, a crash loses nothing of it. */
  async commitNow({
    receipts = [],
    segments,
    moreFollows = false,
    settle = false,
  }: CommitExtras = {}): Promise<void> {
    const { disk, folder, program, holdsLock } = this.options;
    const { writer } = this.intake;
    const packs = await writer.seal(!moreFollows);
    const { sequence } = writer;
    const { commit: before } = this;
    const catalogue = await writeCatalogue(
      disk,
      folder,
      this.catalogue,
      before.catalogue,
      sequence - 1,
      settle,
    );
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
    await holdsLock();
    await writeCommit(disk, folder, next);
    this.commit = next;
    writer.committed(packs);
    for (const file of writer.damaged) this.damaged.add(file);
    await writeBag(disk, folder, next);
    await removeOldParts(disk, folder, next);
    if (receipts.length > 0) await removeOldReceipts(disk, folder, next);
    if (!moreFollows || Date.now() - this.#looked >= FOLLOW_MILLISECONDS) await this.#look();
  }

  /**
   * In an archive open for reading: goes over to a commit that another program made meanwhile; `now` looks at once. One look
   * at a time: an earlier one that took longer must not take the archive back.
   */
  async catchUp(now = false): Promise<void> {
    if (this.options.writable || (!now && Date.now() - this.#looked < LOOK_MILLISECONDS)) return;
    await this.#catching.run(() => this.#catchUp(), now);
  }

  async #catchUp(): Promise<void> {
    const { disk, folder } = this.options;
    this.#looked = Date.now();
    const stamp = await disk.stamp(within(folder, Names.commit));
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    const commit = await readCommit(disk, folder).catch(() => null);
    if (commit === null || commit.generation === this.commit.generation) return;
    const catalogue = await loadCatalogue(disk, folder, commit);
    // A part may be replaced while we read: then the next look finds the commit after this one.
    if (catalogue === null) this.#stamp = null;
    else await this.adopt({ commit, catalogue, notices: [] }).catch(thrown => this.#lateFor(thrown));
  }

  /** The segments of a commit that is behind already are gone: the search stays as it was until the next look. */
  #lateFor(thrown: unknown): void {
    if (!isDamage(thrown)) throw thrown;
    this.#stamp = null;
  }

  /**
   * Reads what commits replace. Where it is not there any more it is read again at the newest commit; throws what `read`
   * threw where there is none.
   */
  async atNewest<T>(read: () => Promise<T>): Promise<T> {
    await this.catchUp();
    for (let look = 1; ; look += 1) {
      const { generation } = this.commit;
      try {
        return await read();
      } catch (thrown) {
        if (!isDamage(thrown) || look === MOST_LOOKS) throw thrown;
        await this.catchUp(true);
        if (this.commit.generation === generation) throw thrown;
      }
    }
  }
}
