/** After a crash: what lies beyond the commit is cut off and kept in `aside/`; nothing is deleted. */
import { join } from 'node:path';
import type { Notice } from '../model/archive.ts';
import type { Commit } from './commit.ts';
import type { Disk, DiskFile } from './disk.ts';
import { randomName, setAside } from './durable.ts';
import { FRAME_VERSION, FrameKinds } from './frame.ts';
import { Names, within } from './layout.ts';
import { openIfThere } from './open-if-there.ts';
import { packOfFile } from './pack-name.ts';
import { isSuperseded, receiptFiles } from './receipt-files.ts';

const COPY_BYTES = 4 * 1024 * 1024;

export interface FoundFile {
  /** with `/`, as the commit names it */
  name: string;
  bytes: number;
}

/** Every file below a folder of the archive, by name with `/`. */
export async function filesBelow(disk: Disk, folder: string, name: string): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const entry of (await disk.list(within(folder, name))) ?? []) {
    const path = `${name}/${entry.name}`;
    if (entry.kind === 'folder') files.push(...(await filesBelow(disk, folder, path)));
    else files.push({ name: path, bytes: (await disk.size(within(folder, path))) ?? 0 });
  }
  return files;
}

/** What a crash left behind. */
export interface Leftovers {
  /** packs, and files beside receipts, that are longer than the commit says */
  tails: { file: string; from: number; bytes: number }[];
  /** packs and receipts that no commit names */
  unnamed: string[];
}

async function isOurs(disk: Disk, folder: string, name: string, commit: Commit): Promise<boolean> {
  if (packOfFile(name) === null) return false;
  const file = await openIfThere(disk, within(folder, name));
  if (file === null) return false;
  try {
    const start = (await file.read(0, 200)).toString('latin1');
    // After a power cut a file can be empty, cut short, or of the right length and full of zeros.
    if (/^\0*$/.test(start)) return true;
    const openings = Object.values(FrameKinds).map(
      kind => `${kind}: ${FRAME_VERSION}\nToken: ${commit.token}\n`,
    );
    return openings.some(opening => start.startsWith(opening) || opening.startsWith(start));
  } finally {
    await file.close();
  }
}

/** Looks for what lies beyond the commit, and changes nothing. */
export async function findLeftovers(disk: Disk, folder: string, commit: Commit): Promise<Leftovers> {
  const leftovers: Leftovers = { tails: [], unnamed: [] };
  for (const { name, bytes } of await filesBelow(disk, folder, Names.data)) {
    const state = commit.packs[name];
    if (state === undefined) {
      if (await isOurs(disk, folder, name, commit)) leftovers.unnamed.push(name);
    } else if (bytes > state.bytes && state.frozen !== true) {
      leftovers.tails.push({ file: name, from: state.bytes, bytes: bytes - state.bytes });
    }
  }
  const receipts = new Map(receiptFiles(commit).map(each => [each.file, each.bytes]));
  for (const { name, bytes } of await filesBelow(disk, folder, Names.receipts)) {
    const named = receipts.get(name);
    if (named === undefined) {
      if (/\.(?:nd)?json$/.test(name) && !isSuperseded(name, commit)) leftovers.unnamed.push(name);
    } else if (bytes > named && name.endsWith('.ndjson')) {
      leftovers.tails.push({ file: name, from: named, bytes: bytes - named });
    }
  }
  return leftovers;
}

/** Copies a part of a file into a new one, in pieces: what a large import left can be longer than memory is wide. */
async function copyDurably(
  disk: Disk,
  source: DiskFile,
  { from, bytes }: Pick<Leftovers['tails'][number], 'from' | 'bytes'>,
  to: string,
): Promise<void> {
  const file = await disk.open(to, 'create');
  try {
    for (let at = 0; at < bytes; at += COPY_BYTES)
      await file.write(await source.read(from + at, Math.min(COPY_BYTES, bytes - at)), at);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function cutTail(disk: Disk, folder: string, tail: Leftovers['tails'][number]): Promise<void> {
  const aside = within(folder, Names.aside);
  await disk.makeFolder(aside);
  const file = await disk.open(within(folder, tail.file), 'update');
  try {
    const kept = join(aside, `${tail.file.replaceAll('/', '-')}.${randomName()}.tail`);
    await copyDurably(disk, file, tail, kept);
    await disk.syncFolder(aside);
    await file.truncate(tail.from);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Cuts off and sets aside what lies beyond the commit; tells what was done. */
export async function cutLeftovers(disk: Disk, folder: string, commit: Commit): Promise<Notice[]> {
  const { tails, unnamed } = await findLeftovers(disk, folder, commit);
  for (const tail of tails) await cutTail(disk, folder, tail);
  for (const name of unnamed) await setAside(disk, within(folder, name), within(folder, Names.aside));
  if (tails.length + unnamed.length === 0) return [];
  const bytes = tails.reduce((sum, tail) => sum + tail.bytes, 0);
  return [
    {
      code: 'tail-cut',
      message:
        `An import or a change was interrupted before it was committed. What it left (${tails.length} files with ${bytes} bytes ` +
        `more, ${unnamed.length} files) was moved to aside/. Give the same files again to go on.`,
    },
  ];
}
