/** The commit: the one file that says what the archive holds. Whatever it does not name does not count. */
import { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import { ReceiptSummarySchema } from '../model/receipt.ts';
import type { Disk } from './disk.ts';
import { replaceDurably } from './durable.ts';
import { sealJson, unsealJson } from './durable-json.ts';
import { FORMAT_VERSION, Names, within } from './layout.ts';

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

export const CommitSchema = z.object({
  format: z.literal('valise-archive'),
  version: z.literal(FORMAT_VERSION),
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
  /** oldest first; with what a list shows of them, so that listing reads no receipt */
  receipts: z.array(
    z.object({ id: z.string(), bytes: z.int(), sha256: Sha256, summary: ReceiptSummarySchema }),
  ),
  catalogue: z.array(CataloguePartInfoSchema),
  /** what the search wrote down of its segments; its own schema reads it */
  segments: z.array(z.record(z.string(), z.unknown())),
  /** rows of the catalogue whose words the segments hold */
  indexedRows: z.int().nonnegative(),
});
export type Commit = z.infer<typeof CommitSchema>;

const VersionOnly = z.object({ format: z.literal('valise-archive'), version: z.int() });

/** Throws `archive-newer` where the text is a commit of a later format: it is left alone. */
function refuseNewer(text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return;
  }
  const found = VersionOnly.safeParse(value);
  if (found.success && found.data.version > FORMAT_VERSION) {
    throw new ArchiveError(
      'archive-newer',
      `This archive was written by a newer Valise (format ${found.data.version}; this program reads up to ${FORMAT_VERSION}). Nothing was changed. Open it with a newer version.`,
      { version: found.data.version },
    );
  }
}

/** The commit in force, or null where there is none. Throws `archive-newer`, or `archive-damaged` where it is not whole. */
export async function readCommit(disk: Disk, folder: string): Promise<Commit | null> {
  const bytes = await disk.readFile(within(folder, Names.commit));
  if (bytes === null) return null;
  const text = bytes.toString('utf8');
  refuseNewer(text);
  return unsealJson(text, CommitSchema, Names.commit);
}

/** Puts a commit in force. When this returns, a crash loses nothing of it. */
export async function writeCommit(disk: Disk, folder: string, commit: Commit): Promise<void> {
  const bytes = Buffer.from(sealJson(commit, 1));
  await replaceDurably(disk, within(folder, Names.commit), bytes, within(folder, Names.aside));
}
