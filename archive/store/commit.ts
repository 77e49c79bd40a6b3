/** The commit: the one file that says what the archive holds. Whatever it does not name does not count. */
import { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import { ReceiptSummarySchema } from '../model/receipt.ts';
import type { Disk } from './disk.ts';
import { replaceDurably } from './durable.ts';
import { sealJson, understood, unsealValue } from './durable-json.ts';
import { FORMAT_VERSION, Names, within } from './layout.ts';
import { upgraded } from './migrations.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const PackStateSchema = z.object({
  bytes: z.int().nonnegative(),
  sha256: Sha256,
  /** true where the pack was found damaged: it is kept, and nothing is appended to it */
  frozen: z.boolean().optional(),
});
export type PackState = z.infer<typeof PackStateSchema>;

/** A part of the catalogue: the frames whose sequence lies between, in order. */
export const CataloguePartInfoSchema = z.object({
  file: z.string(),
  bytes: z.int(),
  sha256: Sha256,
  first: z.int(),
  last: z.int(),
  frames: z.int(),
});
export type CataloguePartInfo = z.infer<typeof CataloguePartInfoSchema>;

/** A receipt: its file, and where its lines are many the file beside it that holds them. */
export const ReceiptStateSchema = z.object({
  id: z.string(),
  file: z.string(),
  bytes: z.int(),
  sha256: Sha256,
  /** what a list shows of it, so that listing reads no receipt */
  summary: ReceiptSummarySchema,
  beside: z.object({ file: z.string(), bytes: z.int(), sha256: Sha256 }).optional(),
});
export type ReceiptState = z.infer<typeof ReceiptStateSchema>;

export const CommitSchema = z.object({
  format: z.literal('valise-archive'),
  /** the format on disk; the fields are those of the present one, see migrations.ts */
  version: z.int().positive().max(FORMAT_VERSION),
  id: z.string(),
  token: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string(),
  made: z.string(),
  generation: z.int().nonnegative(),
  committed: z.string(),
  program: z.string(),
  /** the next frame's number */
  sequence: z.int().positive(),
  packs: z.record(z.string(), PackStateSchema),
  /** oldest first */
  receipts: z.array(ReceiptStateSchema),
  catalogue: z.array(CataloguePartInfoSchema),
  /** what the search wrote down of its segments; its own schema reads it */
  segments: z.array(z.record(z.string(), z.unknown())),
  /** rows of the catalogue whose words the segments hold */
  indexedRows: z.int().nonnegative(),
});
export type Commit = z.infer<typeof CommitSchema>;

const AnyCommit = z.looseObject({ format: z.literal('valise-archive'), version: z.int().positive() });

/** Throws `archive-newer` where an archive is of a later format than this program knows: it is left alone. */
export function refuseNewer(version: number): void {
  if (version <= FORMAT_VERSION) return;
  throw new ArchiveError(
    'archive-newer',
    `This archive was written by a newer Valise (format ${version}; this program reads up to ${FORMAT_VERSION}). Nothing was changed. Open it with a newer version.`,
    { version },
  );
}

/** The format that a text claims which may be damaged: nothing of a newer one is ever called damaged. */
function claimedVersion(text: string): number {
  try {
    const found = AnyCommit.safeParse(JSON.parse(text));
    return found.success ? found.data.version : 0;
  } catch {
    return 0;
  }
}

/**
 * The commit in force, or null where there is none. One of an older format has the fields of this one, and its own
 * `version`. Throws `archive-newer`, or `archive-damaged` where it is not whole.
 */
export async function readCommit(disk: Disk, folder: string): Promise<Commit | null> {
  const bytes = await disk.readFile(within(folder, Names.commit));
  if (bytes === null) return null;
  const text = bytes.toString('utf8');
  refuseNewer(claimedVersion(text));
  const value = unsealValue(text, Names.commit);
  try {
    const found = AnyCommit.parse(value);
    return understood(upgraded(found, found.version), CommitSchema, Names.commit);
  } catch (thrown) {
    // Of a format that we know and not in it: no program of ours wrote it so.
    const message = `${Names.commit} is damaged (its content is not what it should be). It is set aside and made anew from the packs.`;
    throw new ArchiveError('archive-damaged', message, { file: Names.commit }, thrown);
  }
}

/** Puts a commit in force. When this returns, a crash loses nothing of it. */
export async function writeCommit(disk: Disk, folder: string, commit: Commit): Promise<void> {
  const bytes = Buffer.from(sealJson(commit, 1));
  await replaceDurably(disk, within(folder, Names.commit), bytes, within(folder, Names.aside));
}
