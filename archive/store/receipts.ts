/** Receipts on disk: one JSON file an import, listed in the commit with its checksum. */
import { ArchiveError } from '../errors.ts';
import { ReceiptSchema } from '../model/receipt.ts';
import type { Receipt, ReceiptSummary } from '../model/receipt.ts';
import { receiptFile } from './bag.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { replaceDurably } from './durable.ts';
import { sha256 } from './identity.ts';
import { Names, within } from './layout.ts';

/** A new receipt's id: its time and a random word, without a character that a file system would refuse. */
export function receiptId(time: Date, random: string): string {
  return `${time.toISOString().slice(0, 19).replaceAll(':', '')}Z-${random}`;
}

/** Writes a receipt; answers what the commit says of it. */
export async function writeReceipt(
  disk: Disk,
  folder: string,
  receipt: Receipt,
): Promise<Commit['receipts'][number]> {
  const bytes = Buffer.from(`${JSON.stringify(receipt, null, 1)}\n`);
  await disk.makeFolder(within(folder, Names.receipts));
  await replaceDurably(disk, within(folder, receiptFile(receipt.id)), bytes, within(folder, Names.aside));
  return { id: receipt.id, bytes: bytes.length, sha256: sha256(bytes), summary: summaryOf(receipt) };
}

/** A receipt by its id. Throws `no-such-receipt`, or `archive-damaged` where its file is gone or not what was written. */
export async function readReceipt(disk: Disk, folder: string, commit: Commit, id: string): Promise<Receipt> {
  const listed = commit.receipts.find(receipt => receipt.id === id);
  if (listed === undefined)
    throw new ArchiveError('no-such-receipt', `This archive has no receipt ${id}.`, { id });
  const bytes = await disk.readFile(within(folder, receiptFile(id)));
  const damaged = new ArchiveError(
    'archive-damaged',
    `The receipt ${id} is damaged or gone. Put it back from a copy of the archive.`,
    {
      file: receiptFile(id),
    },
  );
  if (bytes === null || sha256(bytes) !== listed.sha256) throw damaged;
  try {
    return ReceiptSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw damaged;
  }
}

/** A receipt as a line of a list. */
export function summaryOf(receipt: Receipt): ReceiptSummary {
  const { lines: _lines, sources, ...summary } = receipt;
  return { ...summary, files: sources.length, name: sources[0]?.file ?? '' };
}
