/** The files of what a person gave, in a steady order; links and special files are told, not followed. */
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GivenPath } from '../archive.ts';
import type { Refusal } from '../model/raw.ts';
import { limits } from './limits.ts';
import { refuse } from './refuse.ts';
import { printable, shownName } from './safe-path.ts';

/** A file to read: its path as the system has it (names need not be valid text), and as provenance shows it. */
export type Walked =
  { kind: 'file'; path: string | Buffer; file: string } | { kind: 'refusal'; refusal: Refusal };

/** Every file below what was given. A path that was itself given as a link is followed: the person pointed at it. */
export async function* walk(given: readonly GivenPath[]): AsyncGenerator<Walked> {
  for (const { path, name } of given) {
    const file = shownName(name ?? basename(path));
    let target: string;
    try {
      target = await realpath(path);
    } catch (error) {
      yield { kind: 'refusal', refusal: unreadable(error, file) };
      continue;
    }
    yield* walkOne(target, file, 0);
  }
}

async function* walkOne(path: string | Buffer, file: string, depth: number): AsyncGenerator<Walked> {
  const place = { file, member: null, row: null };
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) {
      const message =
        'This is a symbolic link, and links inside folders are not followed; give the file itself.';
      yield { kind: 'refusal', refusal: refuse('unsafe-path', message, place) };
      return;
    }
    if (stats.isFile()) {
      yield { kind: 'file', path, file };
      return;
    }
    if (!stats.isDirectory()) {
      const message = 'This is no ordinary file (a device, pipe or socket) and was not opened.';
      yield { kind: 'refusal', refusal: refuse('unreadable', message, place) };
      return;
    }
  } catch (error) {
    yield { kind: 'refusal', refusal: unreadable(error, file) };
    return;
  }
  if (depth >= limits.depth) {
    const message = `The folder lies more than ${limits.depth} folders deep; give it by itself.`;
    yield { kind: 'refusal', refusal: refuse('nested-too-deep', message, place) };
    return;
  }
  yield* walkFolder(path, file, depth);
}

async function* walkFolder(path: string | Buffer, file: string, depth: number): AsyncGenerator<Walked> {
  let names: Buffer[];
  try {
    // Names as bytes: a name that is no valid text can still be opened.
    names = await readdir(path, { encoding: 'buffer' });
  } catch (error) {
    yield { kind: 'refusal', refusal: unreadable(error, file) };
    return;
  }
  names.sort((left, right) => Buffer.compare(left, right));
  // A BagIt bag (an archive of ours is one) keeps what it holds under data/; the rest is its own bookkeeping.
  const spelt = names.map(name => name.toString('utf8'));
  if (spelt.includes('bagit.txt') && spelt.includes('data')) names = [Buffer.from('data')];
  for (const name of names)
    yield* walkOne(below(path, name), `${file}/${printable(name.toString('utf8'))}`, depth + 1);
}

function below(folder: string | Buffer, name: Buffer): string | Buffer {
  const text = name.toString('utf8');
  const valid = !text.includes('\uFFFD');
  if (typeof folder === 'string' && valid) return `${folder}/${text}`;
  return Buffer.concat([Buffer.isBuffer(folder) ? folder : Buffer.from(folder), Buffer.from('/'), name]);
}

/** A refusal for what the system would not open. The system's own message names the full path, so only its code is told. */
export function unreadable(error: unknown, file: string): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const why: Record<string, string> = {
    ENOENT: 'The file is not there (any more); check the name and give it again.',
    EACCES: 'The file may not be read by this user; change its permissions and give it again.',
    EPERM: 'The file may not be read by this user; change its permissions and give it again.',
    EIO: 'The medium could not be read at this place; try another copy.',
    ELOOP: 'The path is a link that leads back to itself.',
  };
  const message = why[code] ?? `The file could not be read (${code}); check it and give it again.`;
  return refuse('unreadable', message, { file, member: null, row: null });
}
