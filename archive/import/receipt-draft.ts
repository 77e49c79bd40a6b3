/**
 * A receipt while its import goes on: every file accounted for, accepted rows of a large table summed up. What is done
 * with can be taken out of memory, see `waiting`.
 */
import type { Place, Refusal } from '../model/raw.ts';
import type { Counts, Outcome, Receipt, ReceiptEntry, ReceiptLine, Source } from '../model/receipt.ts';
import type { Earlier } from './resume.ts';

/** From so many rows of one source on, what was accepted or known is only counted. */
const SUM_FROM = 1000;

/** So many things that were given have their names in the receipt; of more none has. */
const MOST_ROOTS = 32;

/** The name of the thing that was given and holds this file: the file itself, or the folder on top. */
export function rootOf(file: string): string {
  return file.split('/', 1)[0] ?? file;
}

function noCounts(): Counts {
  return { accepted: 0, seenBefore: 0, newVersion: 0, repaired: 0, rejected: 0 };
}

const counted = {
  accepted: 'accepted',
  'seen-before': 'seenBefore',
  'new-version': 'newVersion',
  repaired: 'repaired',
  rejected: 'rejected',
} as const satisfies Record<Outcome, keyof Counts>;

interface SourceDraft {
  source: Source;
  lines: ReceiptLine[];
  /** lines that a large table sums up */
  plain: number;
  /** cables and refusals taken in so far; null once it was read to its end */
  taken: number | null;
}

export interface LineFacts {
  outcome: Outcome;
  id: string | null;
  key: string | null;
  code?: string | null;
  message?: string | null;
}

export class ReceiptDraft {
  readonly id: string;
  readonly started: string;
  readonly #program: string;
  /** files that are being read, by their number */
  readonly #open = new Map<number, SourceDraft>();
  /** files that were read to their end, and lines that nothing changes any more */
  #waiting: ReceiptEntry[] = [];
  readonly #resumes = new Set<string>();
  /** names of the things that were given */
  readonly #roots = new Set<string>();
  /** the name of the first file */
  first = '';
  readonly counts = noCounts();

  constructor(id: string, started: string, program: string) {
    this.id = id;
    this.started = started;
    this.#program = program;
  }

  /** A file begins. `sha256` is null where it could not be hashed. */
  begin(number: number, file: string, bytes: number, sha256: string | null): void {
    if (this.first === '') this.first = file;
    if (this.#roots.size <= MOST_ROOTS) this.#roots.add(rootOf(file));
    const source = { file, bytes, sha256, format: null, changed: false, counts: noCounts() };
    this.#open.set(number, { source, lines: [], plain: 0, taken: 0 });
  }

  /** A file was read to its end; `read` is the SHA-256 of what was read where that is another. */
  end(number: number, format: string | null, changed: boolean, read?: string): void {
    const draft = this.#open.get(number);
    if (draft === undefined) return;
    draft.source = { ...draft.source, format: format ?? draft.source.format, changed };
    if (read !== undefined) draft.source.read = read;
    draft.taken = null;
    this.#done(number, draft);
  }

  #done(number: number, { source, lines, taken }: SourceDraft): void {
    this.#open.delete(number);
    this.#waiting.push({ kind: 'source', ...source, ...(taken === null ? {} : { taken }) });
    this.#release(lines);
  }

  #release(lines: readonly ReceiptLine[]): void {
    for (const line of lines) this.#waiting.push({ kind: 'line', ...line });
  }

  /** So many more cables or refusals of the file are taken in. */
  took(number: number, items: number): void {
    const draft = this.#open.get(number);
    if (draft !== undefined && draft.taken !== null) draft.taken += items;
  }

  /** Goes on from what another receipt has of the same file: its cables are known, its refusals stand here again. */
  resume(number: number, { receipt, known, format, taken, refused }: Earlier): void {
    const draft = this.#open.get(number);
    if (draft === undefined) return;
    this.#resumes.add(receipt);
    draft.source = { ...draft.source, format, resumed: receipt };
    draft.source.counts.seenBefore += known;
    this.counts.seenBefore += known;
    draft.plain += known;
    const { file } = draft.source;
    for (const { member, row, outcome, ...facts } of refused)
      this.add(number, { file, member, row }, { outcome, ...facts });
    this.took(number, taken ?? 0);
  }

  sha256(number: number): string | null {
    return this.#open.get(number)?.source.sha256 ?? null;
  }

  add(number: number, place: Place, facts: LineFacts): void {
    const draft = this.#open.get(number);
    if (draft === undefined) this.#addAlone(number, place, facts);
    else this.#addTo(draft, place, facts);
  }

  /** A line about a file that could not even be opened: it is all there is of it. */
  #addAlone(number: number, place: Place, facts: LineFacts): void {
    this.begin(number, place.file, 0, null);
    const draft = this.#open.get(number);
    if (draft === undefined) return;
    this.#addTo(draft, place, facts);
    this.#done(number, draft);
  }

  #addTo(draft: SourceDraft, place: Place, facts: LineFacts): void {
    const count = counted[facts.outcome];
    this.counts[count] += 1;
    draft.source.counts[count] += 1;
    const isPlain = isSummedUp(facts);
    if (isPlain) draft.plain += 1;
    if (isPlain && draft.plain > SUM_FROM) {
      if (draft.plain === SUM_FROM + 1) draft.lines = draft.lines.filter(line => !isSummedUp(line));
      return;
    }
    const { outcome, id, key, code = null, message = null } = facts;
    const { file, member, row } = place;
    draft.lines.push({ file, member, row, outcome, id, key, code, message });
    if (draft.lines.length > SUM_FROM * 2) this.#thin(draft);
  }

  /** Many lines of one file that is not at its end: those that it can't sum up are done with. */
  #thin(draft: SourceDraft): void {
    this.#release(draft.lines.filter(line => !isSummedUp(line)));
    draft.lines = draft.lines.filter(isSummedUp);
  }

  refuse(number: number, { code, message, place }: Refusal): void {
    this.add(number, place, { outcome: 'rejected', id: null, key: null, code, message });
  }

  /** How many files and lines `take` would give. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Gives the files and lines that are done with, for a file beside the receipt, and forgets them. */
  take(): ReceiptEntry[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Nothing more comes: files that were not read to their end are done with as well. */
  close(): void {
    for (const [number, draft] of [...this.#open].sort(([a], [b]) => a - b)) this.#done(number, draft);
  }

  /** The receipt as it stands, but for what was taken out of memory. */
  finish(state: Receipt['state']): Receipt {
    const sources: Source[] = [];
    const lines: ReceiptLine[] = [];
    for (const entry of this.#waiting) {
      if (entry.kind === 'source') {
        const { kind: _, ...source } = entry;
        sources.push(source);
      } else {
        const { kind: _, ...line } = entry;
        lines.push(line);
      }
    }
    for (const { source, taken, lines: own } of this.#open.values()) {
      sources.push(taken === null ? source : { ...source, taken });
      lines.push(...own);
    }
    return {
      format: 'valise-receipt',
      version: 1,
      id: this.id,
      started: this.started,
      finished: new Date().toISOString(),
      program: this.#program,
      state,
      withdrawn: false,
      counts: { ...this.counts },
      ...(this.#resumes.size === 0 ? {} : { resumes: [...this.#resumes] }),
      ...(this.#roots.size > MOST_ROOTS ? {} : { roots: [...this.#roots] }),
      sources,
      lines,
    };
  }
}

function isSummedUp({ outcome }: Pick<LineFacts, 'outcome'>): boolean {
  return outcome === 'accepted' || outcome === 'seen-before';
}
