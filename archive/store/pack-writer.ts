/** Appends frames to packs. Nothing that it writes counts until the commit names it. */
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { dirname } from 'node:path';
import { ArchiveError } from '../errors.ts';
import type { Commit, PackState } from './commit.ts';
import type { Disk } from './disk.ts';
import type { FrameKind, FramePlace, FrameText } from './frame.ts';
import { sealFrame } from './frame.ts';
import { within } from './layout.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { PACK_LIMIT, continuation, packFile } from './pack-name.ts';
import { PackSync } from './pack-sync.ts';
import type { Unsynced } from './pack-sync.ts';
import { Sheet } from './sheet.ts';
import type { Piece } from './sheet.ts';

/** Written out when so many bytes wait, over all packs. */
const BUFFER_BYTES = 16 * 1024 * 1024;
/** The room that is kept between two commits: many archives are open for reading most of their time. */
const IDLE_BYTES = 64 * 1024;
const READ_BYTES = 1024 * 1024;
/** So many packs are written at a time. */
const AT_A_TIME = 4;

interface Growing extends Unsynced {
  /** bytes on disk and waiting */
  bytes: number;
  /** where its frames are on the sheet of all that wait */
  waiting: Piece[];
  hash: Hash;
  exists: boolean;
  touched: boolean;
}

export interface Appended {
  place: FramePlace;
  headBytes: number;
}

export class PackWriter {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #token: string;
  readonly #limit: number;
  readonly #growing = new Map<string, Growing>();
  /** month -> the pack that takes it now: itself or a continuation */
  readonly #current = new Map<string, string>();
  readonly #folders = new Set<string>();
  /** packs found unlike the commit while opening them for writing: kept, and continued elsewhere */
  readonly damaged = new Set<string>();
  #packs: Readonly<Record<string, PackState>>;
  /** the frames that wait, of all packs as they came: a sheet for each would be grown and thrown away a hundred times */
  readonly #sheet = new Sheet(0);
  /** where the frames of one pack are put together, one for each that is written at a time */
  readonly #together: Sheet[] = [];
  readonly #sync: PackSync;
  sequence: number;

  /** `limit` is where a pack ends and its continuation begins, in bytes. */
  constructor(disk: Disk, folder: string, commit: Commit, limit = PACK_LIMIT) {
    this.#limit = limit;
    this.#disk = disk;
    this.#sync = new PackSync(disk);
    this.#folder = folder;
    this.#token = commit.token;
    this.#packs = commit.packs;
    this.sequence = commit.sequence;
  }

  /** Appends a frame to the month's pack (`2005-04` or `undated`). */
  async append(month: string, kind: FrameKind, description: Uint8Array, text?: FrameText): Promise<Appended> {
    const pack = await this.#open(this.#current.get(month) ?? month, month);
    const growing = this.#growing.get(pack);
    if (growing === undefined) throw new ArchiveError('internal', `The pack ${pack} was not opened.`);
    const place = { token: this.#token, pack, offset: growing.bytes, sequence: this.sequence };
    const { at, headBytes } = sealFrame(this.#sheet, kind, place, description, text);
    const bytes = this.#sheet.length - at;
    growing.waiting.push({ at, length: bytes });
    this.sequence += 1;
    growing.bytes += bytes;
    growing.touched = true;
    if (growing.bytes >= this.#limit) this.#current.set(month, continuation(pack));
    if (this.#sheet.length >= BUFFER_BYTES) {
      await this.flush();
      this.#sync.begin(this.#growing.values());
    }
    return { place, headBytes };
  }

  /** Makes the pack ready for appending, or the first continuation of it that can take more. */
  async #open(wanted: string, month: string): Promise<string> {
    let pack = wanted;
    while (!this.#growing.has(pack)) {
      const growing = await this.#start(pack);
      if (growing === null) pack = continuation(pack);
      else this.#growing.set(pack, growing);
    }
    this.#current.set(month, pack);
    return pack;
  }

  async #start(pack: string): Promise<Growing | null> {
    const file = packFile(pack);
    const path = within(this.#folder, file);
    const state = this.#packs[file];
    const hash = createHash('sha256');
    if (state === undefined) {
      // A file that we did not write stands where the pack would: it is left alone.
      if ((await this.#disk.size(path)) !== null) return null;
      return {
        path,
        bytes: 0,
        written: 0,
        synced: 0,
        waiting: [],
        hash,
        exists: false,
        touched: false,
      };
    }
    if (state.frozen === true || state.bytes >= this.#limit) return null;
    if (!(await this.#matches(path, state, hash))) {
      this.damaged.add(file);
      return null;
    }
    return {
      path,
      bytes: state.bytes,
      written: state.bytes,
      synced: state.bytes,
      waiting: [],
      hash,
      exists: true,
      touched: false,
    };
  }

  /** Hashes what the pack holds; appending to a pack that is not what was committed would bless its damage. */
  async #matches(path: string, state: PackState, hash: Hash): Promise<boolean> {
    if ((await this.#disk.size(path)) !== state.bytes) return false;
    const file = await this.#disk.open(path, 'read');
    try {
      for (let at = 0; at < state.bytes;) {
        const chunk = await file.read(at, Math.min(READ_BYTES, state.bytes - at));
        if (chunk.length === 0) return false;
        hash.update(chunk);
        at += chunk.length;
      }
    } finally {
      await file.close();
    }
    return hash.copy().digest('hex') === state.sha256;
  }

  /** Writes out what waits. */
  async flush(): Promise<void> {
    const waiting = [...this.#growing.values()].filter(({ waiting }) => waiting.length > 0);
    await fewAtATime(AT_A_TIME, waiting, growing => this.#write(growing));
    this.#sheet.clear(BUFFER_BYTES * 2);
  }

  async #write(growing: Growing): Promise<void> {
    const together = this.#together.pop() ?? new Sheet(0);
    together.clear(BUFFER_BYTES);
    for (const piece of growing.waiting) together.bytes(this.#sheet.view(piece));
    const bytes = together.all();
    if (!growing.exists) await this.#makeFolder(dirname(growing.path));
    const file = await this.#disk.open(growing.path, growing.exists ? 'update' : 'create');
    try {
      growing.exists = true;
      await file.write(bytes, growing.written);
    } finally {
      await file.close();
    }
    growing.hash.update(bytes);
    growing.written += bytes.length;
    growing.waiting = [];
    this.#together.push(together);
  }

  async #makeFolder(folder: string): Promise<void> {
    await this.#disk.makeFolder(folder);
    this.#folders.add(folder);
    this.#folders.add(dirname(folder));
  }

  /** Writes everything and waits until it is on the medium: what `seal` then need not wait for. */
  async sync(): Promise<void> {
    await this.flush();
    await this.#sync.all(this.#growing.values());
  }

  /** Waits until nothing is on its way to the medium, however it ended. */
  async quiet(): Promise<void> {
    await this.#sync.quiet();
  }

  /** Writes and syncs everything; answers the packs as the next commit must name them. `rest` gives up the room for more. */
  async seal(rest = true): Promise<Record<string, PackState>> {
    await this.sync();
    const packs = { ...this.#packs };
    for (const [pack, growing] of this.#growing) {
      if (!growing.touched) continue;
      growing.touched = false;
      packs[packFile(pack)] = { bytes: growing.bytes, sha256: growing.hash.copy().digest('hex') };
    }
    for (const folder of this.#folders) await this.#disk.syncFolder(folder);
    this.#folders.clear();
    if (rest) this.#sheet.clear(IDLE_BYTES);
    if (rest) this.#together.length = 0;
    for (const file of this.damaged) {
      const state = packs[file];
      if (state !== undefined) packs[file] = { ...state, frozen: true };
    }
    return packs;
  }

  /** The commit with these packs is in force. */
  committed(packs: Readonly<Record<string, PackState>>): void {
    this.#packs = packs;
  }
}
