/** Writes a file that is whole or not there: under a temporary name, hashed on the way, synced, then renamed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SegmentFile } from './info.ts';
import type { SegmentDisk } from './segment-disk.ts';

const BUFFER_BYTES = 1 << 20;

export class HashedFile {
  private readonly disk: SegmentDisk;
  private readonly folder: string;
  private readonly name: string;
  private readonly handle: number;
  private readonly hash = createHash('sha256');
  private buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private used = 0;
  private flushed = 0;
  private open = true;

  constructor(disk: SegmentDisk, folder: string, name: string) {
    this.disk = disk;
    this.folder = folder;
    this.name = name;
    this.handle = disk.create(this.temporary);
  }

  private get temporary(): string {
    return join(this.folder, `${this.name}.tmp`);
  }

  /** bytes written so far */
  get length(): number {
    return this.flushed + this.used;
  }

  /** Makes room for `bytes` more and answers the buffer and where to write; tell with `advance` how far it went. */
  room(bytes: number): Buffer {
    if (this.used + bytes > this.buffer.length) {
      this.flush();
      if (bytes > this.buffer.length) this.buffer = Buffer.allocUnsafe(bytes * 2);
    }
    return this.buffer;
  }

  get at(): number {
    return this.used;
  }

  advance(to: number): void {
    this.used = to;
  }

  write(bytes: Uint8Array): void {
    const buffer = this.room(bytes.length);
    buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  private flush(): void {
    const part = this.buffer.subarray(0, this.used);
    this.hash.update(part);
    this.disk.write(this.temporary, this.handle, part);
    this.flushed += this.used;
    this.used = 0;
  }

  /** Syncs the file and gives it its name. The folder is for the caller to sync. */
  finish(): SegmentFile {
    this.flush();
    this.disk.sync(this.temporary, this.handle);
    this.close();
    this.disk.rename(this.temporary, join(this.folder, this.name));
    return { name: this.name, bytes: this.flushed, sha256: this.hash.digest('hex') };
  }

  private close(): void {
    if (this.open) this.disk.close(this.handle);
    this.open = false;
  }

  /** Gives the file up after a failure, which is the one to tell of; what was written goes, now or at the next tidying. */
  abandon(): void {
    try {
      this.close();
      this.disk.remove(this.temporary);
    } catch {
      // No commit names it.
    }
  }
}
