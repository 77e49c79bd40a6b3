/** Receipts on disk: one JSON file an import, listed in the commit with its checksum; a long one has its lines beside it. */
import { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import { ReceiptSchema } from '../model/receipt.ts';
import type {
  Receipt,
  ReceiptLines,
  ReceiptLinesRequest,
  ReceiptSources,
  ReceiptSourcesRequest,
  ReceiptSummary,
} from '../model/receipt.ts';
import type { Commit, ReceiptState } from './commit.ts';
import type { Disk } from './disk.ts';
import { createDurably } from './durable.ts';
import { sha256 } from './identity.ts';
import { Names, within } from './layout.ts';
import { LongReceiptReader } from './long-receipt.ts';
import type { LongReceipt } from './long-receipt.ts';
import { receiptFile } from './receipt-files.ts';

/** So many files and lines are told with the receipt itself; the rest in pages. */
const FIRST = 1000;

/** A receipt's file: what stands beside it is not in it. */
const ReceiptFileSchema = ReceiptSchema.extend({
  beside: z
    .object({
      file: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      sources: z.int(),
      lines: z.int(),
      /** the name of the first file */
      first: z.string(),
    })
    .optional(),
});
type ReceiptFile = z.infer<typeof ReceiptFileSchema>;

/** A new receipt's id: its time and a random word, without a character that a file system would refuse. */
export function receiptId(time: Date, random: string): string {
  return `${time.toISOString().slice(0, 19).replaceAll(':', '')}Z-${random}`;
}

export interface Written {
  /** what the import has in memory: all of it, or what is not in `long` */
  receipt: Receipt;
  /** the name of the first file that was given */
  first: string;
  long: LongReceipt;
  /** of the file, while the import goes on: each commit has its own */
  number: number | null;
}

/** Writes a receipt; answers what the commit says of it. */
export async function writeReceipt(
  disk: Disk,
  folder: string,
  { receipt, first, long, number }: Written,
): Promise<ReceiptState> {
  const { id } = receipt;
  const beside = await long.seal();
  const { sources, lines } = long;
  const text: ReceiptFile =
    beside === null ? receipt : { ...receipt, beside: { ...beside, sources, lines, first } };
  const bytes = Buffer.from(`${JSON.stringify(text, null, 1)}\n`);
  const file = receiptFile(id, number);
  await disk.makeFolder(within(folder, Names.receipts));
  await createDurably(disk, within(folder, file), bytes);
  await disk.syncFolder(within(folder, Names.receipts));
  const state = { id, file, bytes: bytes.length, sha256: sha256(bytes), summary: summaryOf(text) };
  return beside === null ? state : { ...state, beside };
}

function listed({ receipts }: Commit, id: string): ReceiptState {
  const found = receipts.find(receipt => receipt.id === id);
  if (found === undefined)
    throw new ArchiveError('no-such-receipt', `This archive has no receipt ${id}.`, { id });
  return found;
}

/**
 * A receipt's own file, without what stands beside it. Throws `no-such-receipt`, or `archive-damaged` where the file is
 * gone or not what was written.
 */
export async function readReceiptFile(
  disk: Disk,
  folder: string,
  commit: Commit,
  id: string,
): Promise<ReceiptFile> {
  const { file, sha256: sum } = listed(commit, id);
  const bytes = await disk.readFile(within(folder, file));
  const read = bytes === null || sha256(bytes) !== sum ? null : parseReceipt(bytes);
  if (read !== null) return read;
  throw new ArchiveError(
    'archive-damaged',
    `The receipt ${id} is damaged or gone. Put it back from a copy of the archive.`,
    { file },
  );
}

function parseReceipt(bytes: Buffer): ReceiptFile | null {
  try {
    return ReceiptFileSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** The receipts of an open archive; the places in the long one that was looked at last are kept in mind. */
export class Receipts {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #commit: () => Commit;
  #last: { sha256: string; reader: LongReceiptReader } | null = null;

  constructor(disk: Disk, folder: string, commit: () => Commit) {
    this.#disk = disk;
    this.#folder = folder;
    this.#commit = commit;
  }

  async #open(id: string): Promise<{ own: ReceiptFile; reader: LongReceiptReader | null }> {
    const commit = this.#commit();
    const own = await readReceiptFile(this.#disk, this.#folder, commit, id);
    const { beside } = listed(commit, id);
    if (beside === undefined) return { own, reader: null };
    if (this.#last?.sha256 !== beside.sha256) {
      const reader = await LongReceiptReader.open(this.#disk, this.#folder, beside);
      this.#last = { sha256: beside.sha256, reader };
    }
    return { own, reader: this.#last.reader };
  }

  /** A receipt; of a long one the first files and lines. Throws `no-such-receipt` and `archive-damaged`. */
  async show(id: string): Promise<Receipt> {
    const { own, reader } = await this.#open(id);
    if (reader === null) return own;
    const { beside: _, ...receipt } = own;
    const { total: sources, sources: firstSources } = await this.sources({ id, offset: 0, limit: FIRST });
    const { total: lines, lines: firstLines } = await this.lines({ id, offset: 0, limit: FIRST });
    return { ...receipt, sources: firstSources, lines: firstLines, more: { sources, lines } };
  }

  /** Some of its lines; what stands beside it comes first. */
  async lines({ id, offset, limit, outcome }: ReceiptLinesRequest): Promise<ReceiptLines> {
    const { own, reader } = await this.#open(id);
    const rest = outcome === undefined ? own.lines : own.lines.filter(line => line.outcome === outcome);
    const before = reader?.lineCount(outcome) ?? 0;
    const lines = (await reader?.lines(offset, limit, outcome)) ?? [];
    lines.push(...rest.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before)));
    return { total: before + rest.length, lines };
  }

  async sources({ id, offset, limit }: ReceiptSourcesRequest): Promise<ReceiptSources> {
    const { own, reader } = await this.#open(id);
    const before = reader?.sourceCount ?? 0;
    const sources = (await reader?.sources(offset, limit)) ?? [];
    sources.push(...own.sources.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before)));
    return { total: before + own.sources.length, sources };
  }
}

/** A receipt as a line of a list. */
function summaryOf(receipt: ReceiptFile): ReceiptSummary {
  const { lines: _lines, sources, more: _more, beside, ...summary } = receipt;
  const files = sources.length + (beside?.sources ?? 0);
  return { ...summary, files, name: beside?.first ?? sources[0]?.file ?? '' };
}

/** What a commit that is made anew says of a receipt's file; null where it is none of ours, or torn. */
export function stateOfReceipt(file: string, bytes: Buffer): ReceiptState | null {
  const receipt = parseReceipt(bytes);
  if (receipt === null) return null;
  const { id, beside } = receipt;
  const state = { id, file, bytes: bytes.length, sha256: sha256(bytes), summary: summaryOf(receipt) };
  if (beside === undefined) return state;
  return { ...state, beside: { file: beside.file, bytes: beside.bytes, sha256: beside.sha256 } };
}
