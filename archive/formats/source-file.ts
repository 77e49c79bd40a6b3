/** A file on disk as a source: opened once, hashed before it is read, watched for changes meanwhile. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import { ByteReader } from './byte-reader.ts';
import { limits } from './limits.ts';

export interface SourceFile {
  bytes: number;
  sha256: string;
  reader: ByteReader;
  fd: number;
  /** how far it has been read, in bytes */
  position(): number;
  /** Whether it is no longer what it was when it was opened and hashed; to be asked when reading is done. */
  changed(): Promise<Change>;
  close(): Promise<void>;
}

/** What became of a file while it was read. */
export interface Change {
  /** true where its size, its time or the bytes that were read are others than before */
  changed: boolean;
  /** SHA-256 of what was read to its end, where that is known to be something else than what was hashed */
  read?: string;
}

/**
 * A file that was touched so recently, in milliseconds, is hashed again as it is read: a change that leaves its size could
 * leave its time as well, which FAT keeps to two seconds, and clocks of servers differ. An older one has its time changed.
 */
const RECENTLY = 600_000;

// Not through a link put there since, and never waiting for the other end of a pipe.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens and hashes a file. Throws the system's error, or ArchiveError `cancelled`. */
export async function openSource(
  path: string | Buffer,
  file: string,
  job: Job | undefined,
): Promise<SourceFile> {
  const handle = await open(path, flags);
  try {
    const before = await handle.stat();
    if (!before.isFile()) throw Object.assign(new Error('not a file'), { code: 'ENOTFILE' });
    let position = 0;
    const spare: Buffer[] = [];
    const whole = before.size <= limits.heldWhole ? await readWhole(handle, before.size) : null;
    const sha256 = whole === null ? await hashFile(handle, before.size, file, job) : digest(whole);
    const again = whole === null && Date.now() - before.mtimeMs < RECENTLY ? createHash('sha256') : null;
    const reader =
      whole === null
        ? new ByteReader(
            Buffer.alloc(0),
            chunksOf(
              handle,
              chunk => {
                position += chunk.length;
                again?.update(chunk);
              },
              job,
              () => spare.pop() ?? Buffer.allocUnsafe(limits.chunk),
            ),
            chunk => {
              if (chunk.buffer.byteLength === limits.chunk && spare.length < 2)
                spare.push(Buffer.from(chunk.buffer));
            },
          )
        : new ByteReader(whole);
    return {
      bytes: whole?.length ?? before.size,
      sha256,
      reader,
      fd: handle.fd,
      position: () => (whole === null ? position : whole.length),
      async changed() {
        const read = again !== null && position >= before.size ? again.copy().digest('hex') : sha256;
        if (read !== sha256) return { changed: true, read };
        // A file that can't be looked at any more (its medium is gone) is not known to be as it was.
        const after = await handle.stat().catch(() => null);
        return { changed: after?.size !== before.size || after.mtimeMs !== before.mtimeMs };
      },
      close: async () => {
        await reader.close();
        await handle.close();
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readWhole(handle: FileHandle, size: number): Promise<Buffer> {
  // One byte more than it should have, so that a file that grows is not taken for whole.
  const buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, Math.min(length, size));
}

async function hashFile(
  handle: FileHandle,
  size: number,
  file: string,
  job: Job | undefined,
): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  const pair = [Buffer.allocUnsafe(limits.chunk), Buffer.allocUnsafe(limits.chunk)] as const;
  let turn = 0;
  const room = () => pair[(turn += 1) % 2 === 0 ? 0 : 1];
  for await (const chunk of chunksOf(handle, () => undefined, job, room)) {
    hash.update(chunk);
    done += chunk.length;
    job?.onProgress?.({
      phase: 'hashing',
      done,
      total: size,
      unit: 'bytes',
      rate: null,
      secondsLeft: null,
      file,
    });
  }
  return hash.digest('hex');
}

/** The next chunk is read while somebody works on the last one, into another buffer. */
async function* chunksOf(
  handle: FileHandle,
  told: (chunk: Uint8Array) => void,
  job: Job | undefined,
  /** a buffer for the next chunk; readers keep parts of one that they did not release */
  room: () => Buffer,
): AsyncGenerator<Uint8Array> {
  const read = async (from: number): Promise<Uint8Array> => {
    const buffer = room();
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    return buffer.subarray(0, bytesRead);
  };
  let position = 0;
  let coming = read(position);
  try {
    for (;;) {
      throwIfCancelled(job);
      const chunk = await coming;
      if (chunk.length === 0) return;
      position += chunk.length;
      coming = read(position);
      // Whoever asks for it sees its failure; until then it is no unhandled one.
      coming.catch(() => undefined);
      told(chunk);
      yield chunk;
    }
  } finally {
    // Nothing may be read any more when the file is closed.
    await coming.catch(() => undefined);
  }
}

/** Throws ArchiveError `cancelled` once the job's signal says so. */
export function throwIfCancelled(job: Job | undefined): void {
  if (job?.signal?.aborted === true) throw new ArchiveError('cancelled', 'Reading was cancelled.');
}
