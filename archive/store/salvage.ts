/** A commit made anew where commit.json is gone or damaged: from the bag's files and the packs themselves. */
import { createHash } from 'node:crypto';
import { ArchiveError } from '../errors.ts';
import { readBagInfo } from './bag.ts';
import { refuseNewer } from './commit.ts';
import type { Commit, PackState } from './commit.ts';
import type { Disk } from './disk.ts';
import { unescapeValue } from './escape.ts';
import { Names, within } from './layout.ts';
import { packOfFile } from './pack-name.ts';
import { latestOnly } from './receipt-files.ts';
import { stateOfReceipt } from './receipts.ts';
import { scanPack } from './pack-scan.ts';
import { filesBelow } from './recover.ts';

async function readManifest(disk: Disk, folder: string): Promise<Map<string, string>> {
  const bytes = await disk.readFile(within(folder, Names.manifest));
  const lines = bytes?.toString('utf8').split('\n') ?? [];
  return new Map(
    lines
      .map(line => /^([0-9a-f]{64}) {2}(.+)$/.exec(line))
      .filter(match => match !== null)
      .map(match => [match[2] ?? '', match[1] ?? '']),
  );
}

async function hashFile(disk: Disk, path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await disk.open(path, 'read');
  try {
    for (let at = 0; ;) {
      const chunk = await file.read(at, 1024 * 1024);
      if (chunk.length === 0) return hash.digest('hex');
      hash.update(chunk);
      at += chunk.length;
    }
  } finally {
    await file.close();
  }
}

/**
 * A pack as it is, if all of it is whole frames; a pack with damage keeps the manifest's word and is frozen,
 * so that the damage stays visible. The manifest may lag behind by one commit, never by damage.
 */
async function packState(
  disk: Disk,
  path: string,
  pack: string,
  token: string,
  promised: string | undefined,
): Promise<{ state: PackState; sequence: number; ours: boolean }> {
  const bytes = (await disk.size(path)) ?? 0;
  let end = 0;
  let sequence = 0;
  let damaged = false;
  for await (const item of scanPack(disk, path, { pack, token, bytes })) {
    if (item.kind === 'damage') {
      damaged = true;
      continue;
    }
    end = item.offset + item.head.bytes;
    sequence = Math.max(sequence, item.head.place.sequence);
  }
  const found = await hashFile(disk, path);
  const frozen = damaged && found !== promised;
  return {
    state: frozen ? { bytes, sha256: promised ?? found, frozen } : { bytes, sha256: found },
    sequence,
    ours: end > 0 || promised !== undefined,
  };
}

/** The format that the bag tells of; without it that of the first archives. Throws `archive-newer`. */
export async function formatOfBag(disk: Disk, folder: string): Promise<number> {
  const told = (await readBagInfo(disk, folder)).get('Valise-Format') ?? '';
  const format = /^[1-9]\d{0,5}$/.test(told) ? Number(told) : 1;
  refuseNewer(format);
  return format;
}

/** Throws `archive-newer`, and `archive-damaged` where the archive's token is lost as well. */
export async function salvageCommit(disk: Disk, folder: string, program: string): Promise<Commit> {
  const info = await readBagInfo(disk, folder);
  const version = await formatOfBag(disk, folder);
  const token = info.get('Valise-Token');
  const id = info.get('Valise-Id');
  if (token === undefined || id === undefined || !/^[0-9a-f]{32}$/.test(token)) {
    throw new ArchiveError(
      'archive-damaged',
      'commit.json and bag-info.txt are both missing or damaged. Put one of them back from a copy of the archive; the cables in data/ can be read with any editor.',
    );
  }
  const manifest = await readManifest(disk, folder);
  const packs: Record<string, PackState> = {};
  let last = 0;
  for (const { name } of await filesBelow(disk, folder, Names.data)) {
    const pack = packOfFile(name);
    if (pack === null) continue;
    const { state, sequence, ours } = await packState(
      disk,
      within(folder, name),
      pack,
      token,
      manifest.get(name),
    );
    if (!ours) continue;
    packs[name] = state;
    last = Math.max(last, sequence);
  }
  for (const [name, sum] of manifest) packs[name] ??= { bytes: 0, sha256: sum, frozen: true };
  return {
    format: 'valise-archive',
    version,
    id,
    token,
    name: unescapeValue(info.get('External-Description') ?? ''),
    made: info.get('Valise-Made') ?? new Date().toISOString(),
    generation: Number(info.get('Valise-Generation') ?? '0') || 0,
    committed: new Date().toISOString(),
    program,
    sequence: last + 1,
    packs,
    receipts: await salvageReceipts(disk, folder),
    catalogue: [],
    segments: [],
    indexedRows: 0,
  };
}

async function salvageReceipts(disk: Disk, folder: string): Promise<Commit['receipts']> {
  const receipts: Commit['receipts'] = [];
  const files = (await filesBelow(disk, folder, Names.receipts)).map(({ name }) => name);
  for (const file of latestOnly(files)) {
    const bytes = await disk.readFile(within(folder, file));
    // No receipt of ours, or a torn one: verify names it.
    const state = bytes === null ? null : stateOfReceipt(file, bytes);
    if (state !== null) receipts.push(state);
  }
  return receipts;
}
