/** A file that is written piece by piece and is whole or not there: nobody finds a half of it under its name. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ArchiveError } from '../errors.ts';
import { diskError, systemCode } from '../store/disk.ts';

/**
 * Writes a file out of pieces, beside its place, and puts it there when it is whole and on the medium. Without `replace`
 * a file that is there by then is left alone and `bad-request` thrown. What fails or is cancelled leaves nothing.
 */
export async function writeWholeFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  replace: boolean,
): Promise<void> {
  const name = basename(path);
  const temporary = join(dirname(path), `.${name.slice(0, 40)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const stream = createWriteStream(temporary, { flags: 'wx' });
    const ended = finished(stream);
    ended.catch(() => undefined);
    for await (const piece of pieces) {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), ended]);
    }
    stream.end();
    await ended;
    await synced(temporary);
    await (replace ? rename(temporary, path) : putNew(temporary, path));
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw thrown instanceof ArchiveError ? thrown : exportError(thrown, path);
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A hard link is refused where the name is taken, which a rename is not; FAT has none, and there the name is looked at. */
async function putNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
    await rm(from, { force: true });
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') throw taken(to);
    const there = await open(to, 'r').then(
      async handle => (await handle.close(), true),
      () => false,
    );
    if (there) throw taken(to);
    await rename(from, to);
  }
}

function taken(path: string): ArchiveError {
  return new ArchiveError('bad-request', `${basename(path)} is there already and was left alone.`);
}

function exportError(thrown: unknown, path: string): ArchiveError {
  if (systemCode(thrown) === 'ENOENT')
    return new ArchiveError('io', `There is no folder for ${basename(path)}. Choose a folder that is there.`);
  return diskError(thrown, path);
}
