/** The catalogue's parts on disk: written once under new names, joined while they are small, loaded in order. */
import { Low } from 'lowdb';
import { CATALOGUE_VERSION, CataloguePartSchema, columnsFile, unpackPart } from './catalogue-part.ts';
import type { CataloguePart } from './catalogue-part.ts';
import { Catalogue } from './catalogue.ts';
import type { CataloguePartInfo, Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { createDurably, randomName, setAside } from './durable.ts';
import { DurableJson } from './durable-json.ts';
import { sha256 } from './identity.ts';
import { Names, within } from './layout.ts';
import { openIfThere } from './open-if-there.ts';
import { packColumns } from './packed-columns.ts';

/**
 * No part has more frames, some three megabytes. Joining larger ones would cost what a small import must not; and a
 * large block of memory that opening gives back makes the C library keep dozens of megabytes for the next one.
 */
const PART_LIMIT = 10_000;

const emptyPart: CataloguePart = {
  format: 'valise-catalogue',
  version: CATALOGUE_VERSION,
  frames: 0,
  bytes: 0,
  sha256: '',
  columns: {},
  marks: [],
};

async function writePart(
  disk: Disk,
  folder: string,
  catalogue: Catalogue,
  from: number,
  to: number,
  sequences: { first: number; last: number },
): Promise<CataloguePartInfo> {
  const file = `${Names.index}/catalogue-${sequences.first}-${sequences.last}-${randomName()}.json`;
  const path = within(folder, file);
  const adapter = new DurableJson<CataloguePart>({
    disk,
    path,
    schema: CataloguePartSchema,
    aside: within(folder, Names.aside),
    backup: false,
    immutable: true,
  });
  const db = new Low<CataloguePart>(adapter, emptyPart);
  const marks = catalogue.marks.filter(
    ({ sequence }) => sequence >= sequences.first && sequence <= sequences.last,
  );
  const { columns, bytes: packed } = packColumns(catalogue.frames, from, to);
  await createDurably(disk, columnsFile(path), packed);
  db.data = { ...emptyPart, frames: to - from, bytes: packed.length, sha256: sha256(packed), columns, marks };
  await db.write();
  const bytes = (await disk.readFile(path)) ?? Buffer.alloc(0);
  return { file, bytes: bytes.length, sha256: sha256(bytes), ...sequences, frames: to - from };
}

/**
 * Writes what the catalogue has beyond the parts in force, joined with small parts before it; answers the parts to name.
 * `last` is the sequence of the last frame; `bulk` joins larger parts as well.
 */
export async function writeCatalogue(
  disk: Disk,
  folder: string,
  catalogue: Catalogue,
  parts: readonly CataloguePartInfo[],
  last: number,
  bulk = false,
): Promise<CataloguePartInfo[]> {
  const kept = [...parts];
  const known = () => kept.reduce((sum, part) => sum + part.frames, 0);
  const written = kept.at(-1)?.last ?? 0;
  if (last <= written) return kept;
  let first = written + 1;
  let frames = catalogue.frames.length - known();
  for (let before = kept.at(-1); before !== undefined; before = kept.at(-1)) {
    if (before.frames + frames > PART_LIMIT || (!bulk && before.frames > Math.max(frames * 2, 8))) break;
    kept.pop();
    frames += before.frames;
    first = before.first;
  }
  await disk.makeFolder(within(folder, Names.index));
  // Never one part of everything: opening takes as much room as the largest has bytes.
  const end = catalogue.frames.length;
  let from = known();
  do {
    const to = Math.min(end, from + PART_LIMIT);
    const until = to < end ? catalogue.frames.numbers.sequence.at(to) - 1 : last;
    kept.push(await writePart(disk, folder, catalogue, from, to, { first, last: until }));
    from = to;
    first = until + 1;
  } while (from < end);
  await disk.syncFolder(within(folder, Names.index));
  return kept;
}

/** A part's JSON, or what is wrong with it. */
async function readPart(
  disk: Disk,
  folder: string,
  { file, bytes, sha256: sum }: CataloguePartInfo,
): Promise<CataloguePart | 'missing' | 'damaged' | 'other version'> {
  const text = await disk.readFile(within(folder, file));
  if (text === null) return 'missing';
  if (text.length !== bytes || sha256(text) !== sum) return 'damaged';
  try {
    // The commit's checksum was checked: the file's own need not be.
    return CataloguePartSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return 'other version';
  }
}

/** A part's columns, or null where they are not what its JSON says. They stand in `room` where they fit. */
async function readColumns(
  disk: Disk,
  folder: string,
  file: string,
  part: CataloguePart,
  room?: Buffer,
): Promise<Buffer | null> {
  const path = within(folder, columnsFile(file));
  if ((await disk.size(path)) !== part.bytes) return null;
  const opened = await openIfThere(disk, path);
  if (opened === null) return null;
  try {
    const bytes = await opened.read(0, part.bytes, room);
    return sha256(bytes) === part.sha256 ? bytes : null;
  } finally {
    await opened.close();
  }
}

/** The catalogue from its parts, or null where a part is missing, damaged, or of an older version of the columns. */
export async function loadCatalogue(disk: Disk, folder: string, commit: Commit): Promise<Catalogue | null> {
  const parts: { file: string; part: CataloguePart }[] = [];
  for (const info of commit.catalogue) {
    const part = await readPart(disk, folder, info);
    if (typeof part === 'string' || part.frames !== info.frames || part.frames > part.bytes) return null;
    parts.push({ file: info.file, part });
  }
  const catalogue = new Catalogue();
  // One room for all parts: what each leaves behind would wait for the collector.
  const room = Buffer.allocUnsafeSlow(Math.max(0, ...parts.map(({ part }) => part.bytes)));
  catalogue.reserve(
    parts.reduce((sum, { part }) => sum + part.frames, 0),
    column => parts.reduce((sum, { part }) => sum + Math.min(part.columns[column]?.[1] ?? 0, part.bytes), 0),
  );
  for (const { file, part } of parts) {
    const bytes = await readColumns(disk, folder, file, part, room);
    if (bytes === null) return null;
    try {
      unpackPart(catalogue, part, bytes);
    } catch {
      return null;
    }
  }
  return (commit.catalogue.at(-1)?.last ?? 0) === commit.sequence - 1 ? catalogue : null;
}

/** Removes parts that no commit names any more. They are derived; a part that can't be removed waits for the next time. */
export async function removeOldParts(disk: Disk, folder: string, commit: Commit): Promise<void> {
  const named = new Set(commit.catalogue.flatMap(({ file }) => [file, columnsFile(file)]));
  for (const { name, kind } of (await disk.list(within(folder, Names.index))) ?? []) {
    const file = `${Names.index}/${name}`;
    if (kind !== 'file' || !name.startsWith('catalogue-') || named.has(file)) continue;
    await disk.remove(within(folder, file)).catch(() => undefined);
  }
}

/** The parts' files that are missing or not what the commit says, JSON before columns. */
export async function damagedParts(disk: Disk, folder: string, commit: Commit): Promise<string[]> {
  const damaged: string[] = [];
  for (const info of commit.catalogue) {
    const part = await readPart(disk, folder, info);
    if (part === 'other version') continue;
    if (typeof part === 'string') damaged.push(info.file);
    else if ((await readColumns(disk, folder, info.file, part)) === null)
      damaged.push(columnsFile(info.file));
  }
  return damaged;
}

/** Sets the parts aside that are not what the commit says, before they are made anew. */
export async function setDamagedPartsAside(disk: Disk, folder: string, commit: Commit): Promise<number> {
  let count = 0;
  for (const file of await damagedParts(disk, folder, commit)) {
    if ((await disk.size(within(folder, file))) === null) continue;
    await setAside(disk, within(folder, file), within(folder, Names.aside));
    count += 1;
  }
  return count;
}
