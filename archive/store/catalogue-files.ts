/** The catalogue's parts on disk: written once under new names, joined while they are small, loaded in order. */
import { Low } from 'lowdb';
import { CATALOGUE_VERSION, CataloguePartSchema, packPart, unpackPart } from './catalogue-part.ts';
import type { CataloguePart } from './catalogue-part.ts';
import { Catalogue } from './catalogue.ts';
import type { CataloguePartInfo, Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { randomName, setAside } from './durable.ts';
import { DurableJson } from './durable-json.ts';
import { sha256 } from './identity.ts';
import { Names, within } from './layout.ts';

/** Parts larger than this many frames are left as they are: joining them would cost what a small import must not. */
const JOIN_LIMIT = 20_000;
/** At the end of an import of many, parts are joined up to this: fewer and larger ones open faster. */
const BULK_LIMIT = 50_000;

const emptyPart: CataloguePart = {
  format: 'valise-catalogue',
  version: CATALOGUE_VERSION,
  frames: 0,
  numbers: {},
  checksums: {},
  codes: {},
  many: {},
  texts: {},
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
  db.data = packPart(catalogue, from, to, marks);
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
  const limit = bulk ? BULK_LIMIT : JOIN_LIMIT;
  if (last <= written) return kept;
  let first = written + 1;
  let frames = catalogue.frames.length - known();
  for (let before = kept.at(-1); before !== undefined; before = kept.at(-1)) {
    if (before.frames + frames > limit || (!bulk && before.frames > Math.max(frames * 2, 8))) break;
    kept.pop();
    frames += before.frames;
    first = before.first;
  }
  await disk.makeFolder(within(folder, Names.index));
  const part = await writePart(disk, folder, catalogue, known(), catalogue.frames.length, { first, last });
  await disk.syncFolder(within(folder, Names.index));
  return [...kept, part];
}

/** The catalogue from its parts, or null where a part is missing, damaged, or of an older version of the columns. */
export async function loadCatalogue(disk: Disk, folder: string, commit: Commit): Promise<Catalogue | null> {
  const catalogue = new Catalogue();
  for (const info of commit.catalogue) {
    const bytes = await disk.readFile(within(folder, info.file));
    if (bytes === null || bytes.length !== info.bytes || sha256(bytes) !== info.sha256) return null;
    try {
      // The commit's checksum was checked: the file's own need not be.
      const part = CataloguePartSchema.parse(JSON.parse(bytes.toString('utf8')));
      if (part.version !== CATALOGUE_VERSION || part.frames !== info.frames) return null;
      unpackPart(catalogue, part);
    } catch {
      return null;
    }
  }
  return (commit.catalogue.at(-1)?.last ?? 0) === commit.sequence - 1 ? catalogue : null;
}

/** Removes parts that no commit names any more. They are derived; a part that can't be removed waits for the next time. */
export async function removeOldParts(disk: Disk, folder: string, commit: Commit): Promise<void> {
  const named = new Set(commit.catalogue.map(({ file }) => file));
  for (const { name, kind } of (await disk.list(within(folder, Names.index))) ?? []) {
    const file = `${Names.index}/${name}`;
    if (kind !== 'file' || !name.startsWith('catalogue-') || named.has(file)) continue;
    await disk.remove(within(folder, file)).catch(() => undefined);
  }
}

/** Sets the parts aside that are not what the commit says, before they are made anew. */
export async function setDamagedPartsAside(disk: Disk, folder: string, commit: Commit): Promise<number> {
  let count = 0;
  for (const { file, sha256: sum } of commit.catalogue) {
    const bytes = await disk.readFile(within(folder, file));
    if (bytes === null || sha256(bytes) === sum) continue;
    await setAside(disk, within(folder, file), within(folder, Names.aside));
    count += 1;
  }
  return count;
}
