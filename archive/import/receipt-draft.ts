/** A receipt while its import goes on: every file accounted for, accepted rows of a large table summed up. */
import type { Place, Refusal } from '../model/raw.ts';
import type { Counts, Outcome, Receipt, ReceiptLine, Source } from '../model/receipt.ts';
import type { Resumable } from './resume.ts';

/** From so many rows of one source on, what was accepted or known is only counted. */
const SUM_FROM = 1000;

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
  readonly #sources = new Map<number, SourceDraft>();
  readonly counts = noCounts();

  constructor(id: string, started: string, program: string) {
    this.id = id;
    this.started = started;
    this.#program = program;
  }

  /** A file begins. `sha256` is null where it could not be hashed. */
  begin(number: number, file: string, bytes: number, sha256: string | null): void {
    const source = { file, bytes, sha256, format: null, changed: false, counts: noCounts() };
    this.#sources.set(number, { source, lines: [], plain: 0, taken: 0 });
  }

  end(number: number, format: string | null, changed: boolean): void {
    const draft = this.#sources.get(number);
    if (draft === undefined) return;
    draft.source = { ...draft.source, format, changed };
    draft.taken = null;
  }

  /** So many more cables or refusals of the file are taken in. */
  took(number: number, items: number): void {
    const draft = this.#sources.get(number);
    if (draft !== undefined && draft.taken !== null) draft.taken += items;
  }

  /** Goes on from what another receipt has of the same file: its cables are known, its refusals stand here again. */
  resume(number: number, { receipt, source, lines }: Resumable): void {
    const draft = this.#sources.get(number);
    if (draft === undefined) return;
    const { accepted, newVersion, repaired, seenBefore } = source.counts;
    const known = accepted + newVersion + repaired + seenBefore;
    draft.source = { ...draft.source, resumed: receipt };
    draft.source.counts.seenBefore += known;
    this.counts.seenBefore += known;
    draft.plain += known;
    const { file } = draft.source;
    for (const { member, row, outcome, ...facts } of lines)
      if (outcome === 'rejected') this.add(number, { file, member, row }, { outcome, ...facts });
    this.took(number, source.taken);
  }

  sha256(number: number): string | null {
    return this.#sources.get(number)?.source.sha256 ?? null;
  }

  add(number: number, place: Place, facts: LineFacts): void {
    const draft = this.#sources.get(number) ?? this.#unnamed(number, place);
    const count = counted[facts.outcome];
    this.counts[count] += 1;
    draft.source.counts[count] += 1;
    const isPlain = facts.outcome === 'accepted' || facts.outcome === 'seen-before';
    if (isPlain) draft.plain += 1;
    if (isPlain && draft.plain > SUM_FROM) {
      if (draft.plain === SUM_FROM + 1) draft.lines = draft.lines.filter(line => !isSummedUp(line));
      return;
    }
    const { outcome, id, key, code = null, message = null } = facts;
    draft.lines.push({
      file: place.file,
      member: place.member,
      row: place.row,
      outcome,
      id,
      key,
      code,
      message,
    });
  }

  refuse(number: number, { code, message, place }: Refusal): void {
    this.add(number, place, { outcome: 'rejected', id: null, key: null, code, message });
  }

  #unnamed(number: number, place: Place): SourceDraft {
    this.begin(number, place.file, 0, null);
    const draft = this.#sources.get(number);
    if (draft === undefined) throw new Error('a source that was just begun is missing');
    return draft;
  }

  /** The receipt as it stands. One that is written on the way is short: it would be written many times over. */
  finish(state: Receipt['state']): Receipt {
    const all = [...this.#sources.values()];
    const short = state === 'interrupted';
    const drafts = short ? all.slice(0, SUM_FROM) : all;
    const lines = drafts.flatMap(({ lines }) => lines);
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
      sources: drafts.map(({ source, taken }) => (taken === null ? source : { ...source, taken })),
      lines: short ? lines.slice(0, SUM_FROM) : lines,
    };
  }
}

function isSummedUp({ outcome }: ReceiptLine): boolean {
  return outcome === 'accepted' || outcome === 'seen-before';
}
