/** An archive of its own made of chosen cables: every version and sighting of them, as they were taken in. */
import type { Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import { reindex } from '../import/archive-search.ts';
import type { CatalogueFields } from '../model/catalogue.ts';
import type { RawCable } from '../model/raw.ts';
import type { Receipt, ReceiptLine } from '../model/receipt.ts';
import { prepareCopy } from '../store/copy.ts';
import { createArchive } from '../store/create.ts';
import { createDurably, randomName } from '../store/durable.ts';
import { factsOf, rawCableOf } from '../store/frame-head.ts';
import { Names, within } from '../store/layout.ts';
import { receiptFile } from '../store/receipt-files.ts';
import { receiptId, stateOfReceipt } from '../store/receipts.ts';
import { Sheet } from '../store/sheet.ts';
import type { Store } from '../store/store.ts';
import { choiceOf } from '../worker/choice.ts';
import { openCopy } from './open-copy.ts';

/** So many lines the new archive's receipt has at most; its sums count all. */
const MOST_LINES = 1000;

/** The frames to take, in the order of their writing. Throws `no-such-cable`, also for what is withdrawn. */
export function chosenFrames(store: Store, choices: readonly string[]): number[] {
  const { catalogue, columns, committedFrames } = store;
  const { key: keys } = catalogue.frames.checksums;
  const chosen = new Set<number>();
  for (const choice of choices) {
    const [id, key] = choiceOf(choice);
    const cable = columns.findCable(id);
    const rows = cable === null ? [] : columns.rowsOf(cable);
    const frames = rows
      .map(row => catalogue.framesOf(row).filter(frame => frame < committedFrames))
      .filter(own => key === undefined || own.some(frame => keys.at(frame).startsWith(key.toLowerCase())))
      .flat()
      .filter(frame => !catalogue.isWithdrawn(frame));
    if (frames.length === 0)
      throw new ArchiveError('no-such-cable', `This archive has no cable ${choice}, or it is withdrawn.`, {
        id,
      });
    for (const frame of frames) chosen.add(frame);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** About how many bytes the chosen frames take, with the index that is made of them. */
export function chosenSize({ catalogue }: Store, frames: readonly number[]): number {
  return frames.reduce((sum, frame) => {
    const { headBytes, headerBytes, bodyBytes } = catalogue.frames.location(frame);
    return sum + headBytes + 2 * (headerBytes + bodyBytes);
  }, 0);
}

interface Copied {
  raw: RawCable;
  imported: string;
  sourceSha256: string | null;
}

async function readCopy({ catalogue, reader }: Store, frame: number): Promise<Copied> {
  const head = await reader.head(catalogue.frames.location(frame));
  const { key, imported, sourceSha256 } = factsOf(head);
  const text = catalogue.textOf(frame);
  if (text === null)
    throw new ArchiveError('archive-damaged', 'A text of these cables is lost. Run verify to see which.');
  const { header, body } = await reader.text(catalogue.frames.location(text), key);
  return { raw: rawCableOf(head, header, body), imported, sourceSha256 };
}

/**
 * Makes the archive in a folder that was prepared. It is called what its folder is called; its one receipt says where
 * the cables come from. Throws `cancelled`, `archive-damaged`, `disk-full`, `io`.
 */
export async function copyChosen(
  store: Store,
  folder: string,
  frames: readonly number[],
  read: (raw: RawCable) => CatalogueFields,
  job: Job,
): Promise<void> {
  const { disk, program } = store.options;
  const name = folder.split(/[\\/]/).filter(Boolean).at(-1) ?? store.commit.name;
  await createArchive(disk, folder, name, program);
  const target = await openCopy(store, folder);
  try {
    await target.change(async () => {
      const now = new Date();
      const receipt = receiptId(now, randomName());
      const lines: ReceiptLine[] = [];
      let bytes = 0;
      for (const [index, frame] of frames.entries()) {
        if (job.signal?.aborted === true)
          throw new ArchiveError('cancelled', 'The export was cancelled. Nothing of it is left.');
        const { raw, ...origin } = await readCopy(store, frame);
        const sheet = new Sheet(2 * (raw.header.length + raw.body.length) + 4096);
        const copy = prepareCopy(raw, read(raw), { ...origin, receipt }, sheet);
        const { outcome } = await target.intake.take(copy, sheet.all(), receipt);
        bytes += copy.headerBytes + copy.bodyBytes;
        const line = { ...raw.place, outcome, id: copy.fields.canonicalId, key: copy.key };
        lines.push({ ...line, code: null, message: null });
        const rest = { rate: null, secondsLeft: null, file: null } as const;
        job.onProgress?.({
          phase: 'copying',
          done: index + 1,
          total: frames.length,
          unit: 'cables',
          ...rest,
        });
      }
      const text = receiptOf(store, receipt, now.toISOString(), lines, bytes);
      const file = receiptFile(receipt);
      const content = Buffer.from(`${JSON.stringify(text, null, 1)}\n`);
      await disk.makeFolder(within(folder, Names.receipts));
      await createDurably(disk, within(folder, file), content);
      const state = stateOfReceipt(file, content);
      await target.commitNow({ receipts: state === null ? [] : [state], settle: true });
    });
    await reindex(target, job);
  } finally {
    await target.reader.close();
  }
}

/** The receipt of the taking over: its source is the archive, its lines name where each copy came from at first. */
function receiptOf(
  { commit, options }: Store,
  id: string,
  started: string,
  lines: readonly ReceiptLine[],
  bytes: number,
): Receipt {
  const count = (outcome: ReceiptLine['outcome']) => lines.filter(line => line.outcome === outcome).length;
  const counts = {
    accepted: count('accepted'),
    seenBefore: count('seen-before'),
    newVersion: count('new-version'),
    repaired: count('repaired'),
    rejected: 0,
  };
  const source = { file: commit.name, bytes, sha256: null, format: 'valise', changed: false, counts };
  return {
    format: 'valise-receipt',
    version: 1,
    id,
    started,
    finished: new Date().toISOString(),
    program: options.program,
    state: 'done',
    withdrawn: false,
    counts,
    sources: [source],
    lines: lines.slice(0, MOST_LINES),
  };
}
