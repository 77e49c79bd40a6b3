/**
 * Where an import that was broken off goes on, when the same files are given again: what it had read to its end is not
 * read again, and the file that it was reading goes on behind what was committed of it.
 */
import { ArchiveError } from '../errors.ts';
import type { Counts, ReceiptEntry, ReceiptLine, ReceiptSummary, Source } from '../model/receipt.ts';
import { entriesOf } from '../store/long-receipt.ts';
import { readReceiptFile } from '../store/receipts.ts';
import type { Store } from '../store/store.ts';
import { mayPass } from './passed-over.ts';
import { rootOf } from './receipt-draft.ts';

/** What an earlier import has committed of a file. */
export interface Earlier {
  receipt: string;
  /** cables that it took or knew */
  known: number;
  format: string | null;
  /** cables and refusals from the file's beginning that are committed; null where it was read to its end */
  taken: number | null;
  refused: ReceiptLine[];
}

/** Refusals that are kept in mind for files that were read to their end; files with more of them are read again. */
const MOST_REFUSED = 20_000;

const brought = ({ accepted, newVersion, repaired }: Counts) => accepted + newVersion + repaired;

/** A file is known by its bytes and its name: a name can give a cable its id. */
const nameOf = (sha256: string, file: string) => `${sha256.slice(0, 32)} ${file}`;

/** Whether the catalogue still has every copy that the receipt brought: what damage took is to be brought again. */
function isWhole({ catalogue }: Store, { id, counts }: ReceiptSummary): boolean {
  const { codes, list } = catalogue.frames.codes.receipt;
  const code = list.find(id);
  let frames = 0;
  for (let frame = 0; frame < catalogue.frames.length; frame += 1) if (codes.at(frame) === code) frames += 1;
  return frames >= brought(counts);
}

/** Receipts of imports that were broken off, and that nothing speaks against going on from; oldest first. */
function brokenOff({ commit, catalogue, damaged, options }: Store): ReceiptSummary[] {
  // Where damage is known all is read from its beginning, and what is known is found by its checksum.
  if (damaged.size > 0) return [];
  const all = commit.receipts.map(({ summary }) => summary);
  const finished = new Set(all.flatMap(({ state, resumes = [] }) => (state === 'done' ? resumes : [])));
  return all.filter(
    ({ id, state, program }) =>
      state !== 'done' &&
      !finished.has(id) &&
      !catalogue.isReceiptWithdrawn(id) &&
      // Another program may find other cables in the same bytes, and take what that one refused.
      program === options.program,
  );
}

/** Receipts that may name a file below these roots, and those that share a root with one of them, and so on. */
function related(waiting: readonly ReceiptSummary[], root: string): Set<ReceiptSummary> {
  const roots = new Set([root]);
  const found = new Set<ReceiptSummary>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const receipt of waiting) {
      // A receipt that does not say what was given may be about anything.
      if (receipt.roots?.some(own => roots.has(own)) === false) continue;
      found.add(receipt);
      for (const own of receipt.roots ?? []) roots.add(own);
    }
  }
  return found;
}

/**
 * What the receipts of imports that were broken off say, for the time of one import. One is read when a file comes that it
 * may name: a long one takes seconds, and most imports are about something else.
 */
export class EarlierImports {
  readonly #store: Store;
  readonly #files = new Map<string, Earlier>();
  #waiting: ReceiptSummary[];

  constructor(store: Store) {
    this.#store = store;
    this.#waiting = brokenOff(store);
  }

  async #readFor(file: string): Promise<void> {
    const wanted = related(this.#waiting, rootOf(file));
    if (wanted.size === 0) return;
    const inOrder = this.#waiting.filter(receipt => wanted.has(receipt));
    this.#waiting = this.#waiting.filter(receipt => !wanted.has(receipt));
    for (const receipt of inOrder) {
      if (!isWhole(this.#store, receipt)) continue;
      try {
        await this.#receipt(this.#store, receipt.id);
      } catch (thrown) {
        // A receipt that is damaged is verify's to tell; here it costs some reading.
        if (!(thrown instanceof ArchiveError)) throw thrown;
      }
    }
  }

  async #receipt(store: Store, id: string): Promise<void> {
    const sources: Source[] = [];
    const refused = new Map<string, ReceiptLine[]>();
    let refusals = 0;
    for await (const entry of receiptEntries(store, id)) {
      if (entry.kind === 'source') sources.push(entry);
      else if (entry.outcome === 'rejected' && refusals < MOST_REFUSED) {
        const { kind: _, ...line } = entry;
        const before = refused.get(line.file);
        if (before === undefined) refused.set(line.file, [line]);
        else before.push(line);
        refusals += 1;
      }
    }
    for (const source of sources) this.#source(id, source, refused.get(source.file) ?? []);
  }

  #source(receipt: string, source: Source, refused: ReceiptLine[]): void {
    const { file, sha256, changed, counts, format, taken = null, resumed } = source;
    if (sha256 === null || changed || taken === 0) return;
    // A refusal that the receipt has not named must be found again.
    if (refused.length !== counts.rejected) return;
    // Where the medium failed, or we did, more may be read now: whatever lay behind was never looked at.
    if (refused.some(({ code }) => mayPass(code))) return;
    const known = brought(counts) + counts.seenBefore;
    const before = this.#files.get(nameOf(sha256, file));
    // What it had gone on from itself must hold as well.
    if (resumed !== undefined && before?.receipt !== resumed) return;
    if (before?.taken === null) return;
    this.#files.set(nameOf(sha256, file), { receipt, known, format, taken, refused });
  }

  /** What was committed of a file; null where there is nothing to go on from. */
  async find(sha256: string, file: string): Promise<Earlier | null> {
    await this.#readFor(file);
    return this.#files.get(nameOf(sha256, file)) ?? null;
  }
}

async function* receiptEntries(store: Store, id: string): AsyncGenerator<ReceiptEntry> {
  const { disk, folder } = store.options;
  const own = await readReceiptFile(disk, folder, store.commit, id);
  if (own.beside !== undefined) yield* entriesOf(disk, folder, own.beside);
  for (const source of own.sources) yield { kind: 'source', ...source };
  for (const line of own.lines) yield { kind: 'line', ...line };
}
