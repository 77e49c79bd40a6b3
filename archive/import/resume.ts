/** Where an import that was broken off goes on, when the same file is given again. */
import { ArchiveError } from '../errors.ts';
import type { Counts, ReceiptLine, Source } from '../model/receipt.ts';
import { readReceipt } from '../store/receipts.ts';
import type { Store } from '../store/store.ts';

/** What an earlier import has committed of a file. */
export interface Resumable {
  receipt: string;
  source: Source & { taken: number };
  /** the file's lines on that receipt */
  lines: ReceiptLine[];
}

const brought = ({ accepted, newVersion, repaired }: Counts) => accepted + newVersion + repaired;

/** Whether the catalogue still has every copy that the receipt brought: what damage took is to be brought again. */
function isWhole(store: Store, receipt: string, counts: Counts): boolean {
  const { catalogue } = store;
  const { codes, list } = catalogue.frames.codes.receipt;
  const code = list.find(receipt);
  let frames = 0;
  for (let frame = 0; frame < catalogue.frames.length; frame += 1) if (codes.at(frame) === code) frames += 1;
  return frames >= brought(counts);
}

async function resumableOf(store: Store, id: string, sha256: string): Promise<Resumable | null> {
  const { disk, folder } = store.options;
  const receipt = await readReceipt(disk, folder, store.commit, id);
  const source = receipt.sources.find(each => each.sha256 === sha256);
  const taken = source?.taken ?? 0;
  if (source === undefined || taken === 0 || !isWhole(store, id, receipt.counts)) return null;
  const lines = receipt.lines.filter(({ file }) => file === source.file);
  const refused = lines.filter(({ outcome }) => outcome === 'rejected').length;
  // The receipt of an import that goes on is cut short: what it has not named must be found again.
  if (refused !== source.counts.rejected) return null;
  // What it had gone on from itself must be whole as well.
  if (source.resumed !== undefined && (await resumableOf(store, source.resumed, sha256)) === null)
    return null;
  return { receipt: id, source: { ...source, taken }, lines };
}

/**
 * What was committed of the file with this checksum by an import that was broken off; null where there is nothing to go
 * on from: then it is read from its beginning, and what is known is found by its checksum.
 */
export async function resumable(store: Store, sha256: string | null): Promise<Resumable | null> {
  if (sha256 === null || store.damaged.size > 0) return null;
  for (const { id, summary } of [...store.commit.receipts].reverse()) {
    if (summary.state === 'done' || store.catalogue.isReceiptWithdrawn(id)) continue;
    try {
      const found = await resumableOf(store, id, sha256);
      if (found !== null) return found;
    } catch (thrown) {
      // A receipt that is damaged is verify's to tell; here it costs some reading.
      if (!(thrown instanceof ArchiveError)) throw thrown;
    }
  }
  return null;
}
