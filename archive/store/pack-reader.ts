/** Reads frames out of packs, by their place or one after the other. */
import { ArchiveError } from '../errors.ts';
import { systemCode } from './disk.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { FrameLocation } from './frame-columns.ts';
import { parseHead } from './frame-head.ts';
import type { FrameHead } from './frame-head.ts';
import { endLine, textSpan } from './frame.ts';
import { textKey } from './identity.ts';
import { within } from './layout.ts';
import { packFile } from './pack-name.ts';

export interface FrameText {
  header: string;
  body: string;
}

/** Header and body of a frame, out of the bytes behind its head. */
export function textOf(bytes: Buffer, headerBytes: number, bodyBytes: number): FrameText {
  const { body } = textSpan(headerBytes, bodyBytes);
  return {
    header: bytes.toString('utf8', 0, headerBytes),
    body: bytes.toString('utf8', body, body + bodyBytes),
  };
}

/** Whether a reading failed because the frame is damaged or its pack is gone: others may still be read. */
export function isLost(thrown: unknown): boolean {
  return (
    (thrown instanceof ArchiveError && thrown.code === 'archive-damaged') || systemCode(thrown) === 'ENOENT'
  );
}

interface Opened {
  file: Promise<DiskFile>;
  users: number;
}

/** Packs that stay open between reads. */
const MOST_OPEN = 48;

/** Keeps some packs open, and answers frames from them. */
export class PackReader {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #open = new Map<string, Opened>();

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  async #read({ pack, offset }: FrameLocation, from: number, length: number): Promise<Buffer> {
    const opened = this.#open.get(pack) ?? this.#opening(pack);
    opened.users += 1;
    try {
      const bytes = await (await opened.file).read(offset + from, length);
      if (bytes.length < length) throw this.#damaged(pack, offset);
      return bytes;
    } finally {
      opened.users -= 1;
      if (this.#open.size > MOST_OPEN) await this.close();
    }
  }

  #opening(pack: string): Opened {
    const opened = { file: this.#disk.open(within(this.#folder, packFile(pack)), 'read'), users: 0 };
    this.#open.set(pack, opened);
    opened.file.catch(() => this.#open.delete(pack));
    return opened;
  }

  #damaged(pack: string, offset: number): ArchiveError {
    const file = packFile(pack);
    return new ArchiveError(
      'archive-damaged',
      `The record at byte ${offset} of ${file} is damaged. Run verify to see all damage, and put the file back from a copy of the archive.`,
      { file, offset },
    );
  }

  /** The head of a frame. Throws `archive-damaged` where its checksum does not fit. */
  async head(location: FrameLocation): Promise<FrameHead> {
    const head = parseHead(await this.#read(location, 0, location.headBytes));
    if (head === null || head.place.pack !== location.pack)
      throw this.#damaged(location.pack, location.offset);
    return head;
  }

  /** Header and body of a frame; with its key they are checked. */
  async text(location: FrameLocation, key?: string): Promise<FrameText> {
    const { headerBytes, bodyBytes, headBytes } = location;
    const span = textSpan(headerBytes, bodyBytes);
    const bytes = await this.#read(location, headBytes, span.size);
    if (key !== undefined && textKey(bytes.subarray(0, headerBytes), bytes.subarray(span.body)) !== key) {
      throw this.#damaged(location.pack, location.offset);
    }
    return textOf(bytes, headerBytes, bodyBytes);
  }

  /** The whole frame as it lies in the pack, checked. */
  async frame(location: FrameLocation): Promise<Buffer> {
    const head = await this.head(location);
    const bytes = await this.#read(location, 0, head.bytes);
    const end = Buffer.from(endLine(head.place));
    if (!bytes.subarray(-end.length).equals(end)) throw this.#damaged(location.pack, location.offset);
    return bytes;
  }

  /** Closes what nobody reads from at this moment; reading opens it again. */
  async close(): Promise<void> {
    for (const [pack, opened] of this.#open) {
      if (opened.users > 0) continue;
      this.#open.delete(pack);
      await opened.file.then(
        file => file.close(),
        () => undefined,
      );
    }
  }
}
