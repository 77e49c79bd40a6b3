/** Dropped files on their way from the page to the engine: streamed to temporary files, which go after the import. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ArchiveError } from '../../archive/errors.ts';
import type { GivenPath } from '../../archive/archive.ts';

/** One drop: its files lie in numbered folders, so that two dropped files of one name don't meet. */
interface Group {
  folder: string;
  /** top-level name of a dropped folder -> its place */
  folders: Map<string, GivenPath>;
  given: GivenPath[];
}

const GROUP = /^[A-Za-z0-9_-]{8,100}$/;
const LONGEST_PATH = 1000;

export class Uploads {
  readonly #root: string;
  readonly #groups = new Map<string, Group>();
  #count = 0;

  /** `root` is made with the first file and removed at the end. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Writes one file of a drop; answers its length in bytes. Throws `bad-request`, `disk-full`, `io`. */
  async receive(groupName: string, path: string, body: Readable): Promise<number> {
    const segments = checkedSegments(path);
    const file = this.#placeOf(this.#group(groupName), segments);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      await pipeline(body, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      throw await uploadError(error, file, path);
    }
    return (await stat(file)).size;
  }

  /** Ends a drop: what was dropped, at its top. Throws `bad-request` where nothing came. */
  finish(groupName: string): GivenPath[] {
    const group = this.#groups.get(groupName);
    if (group === undefined) throw new ArchiveError('bad-request', 'Nothing was sent up under this name.');
    this.#groups.delete(groupName);
    return group.given;
  }

  /** Removes files that were imported; what isn't ours is left alone. */
  async discard(given: readonly GivenPath[]): Promise<void> {
    for (const { path } of given) {
      const inside = relative(this.#root, path);
      const [group] = inside.split(sep);
      if (group === undefined || group === '' || group === '..' || isAbsolute(inside)) continue;
      await rm(path, { recursive: true, force: true });
    }
  }

  /** Removes everything that was sent up. */
  async close(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
  }

  #group(name: string): Group {
    if (!GROUP.test(name))
      throw new ArchiveError('bad-request', 'The name of a drop is 8 to 100 letters or digits.');
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    this.#count += 1;
    const group = { folder: join(this.#root, String(this.#count)), folders: new Map(), given: [] };
    this.#groups.set(name, group);
    return group;
  }

  #placeOf(group: Group, segments: readonly string[]): string {
    const [top = '', ...inside] = segments;
    const known = inside.length > 0 ? group.folders.get(top) : undefined;
    const given = known ?? { path: join(group.folder, String(group.given.length), top), name: top };
    if (known === undefined) group.given.push(given);
    if (inside.length > 0) group.folders.set(top, given);
    const file = join(given.path, ...inside);
    const within = relative(group.folder, file);
    if (within.startsWith('..') || isAbsolute(within))
      throw new ArchiveError('bad-request', 'This path leads out of what was dropped.');
    return file;
  }
}

/** The parts of a path that a page sent. It may send anything, so only plain names pass. */
function checkedSegments(path: string): string[] {
  const segments = path.split('/');
  const plain = (name: string) =>
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !/[\\\p{Cc}]/u.test(name) &&
    Buffer.byteLength(name) <= 255;
  if (path.length > LONGEST_PATH || !segments.every(plain))
    throw new ArchiveError('bad-request', `A file with the path "${path.slice(0, 200)}" can't be taken.`);
  return segments;
}

/** A half-sent file goes; one that was there before stays. */
async function uploadError(error: unknown, file: string, path: string): Promise<ArchiveError> {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EEXIST') return new ArchiveError('bad-request', `${path} was sent twice.`);
  await rm(file, { force: true });
  if (code === 'ENOSPC')
    return new ArchiveError(
      'disk-full',
      `There is no room for ${path} on this disk. Make room and drop it again.`,
    );
  return new ArchiveError('io', `${path} did not arrive whole. Drop it again.`, undefined, error);
}
