/**
 * Evaluates a query over all rows at once. A set of rows is an array of scores: above 0 the row belongs to it, and the
 * more so the higher. Unknown is neither yes nor no: `-is:partial` finds what is known to be whole, and a cable without
 * a date is found by no date, whether asked for or left out.
 */
import type { Pace } from '../pace.ts';
import type { LeafQuery, Query, WordsQuery } from '../query/query.ts';
import { scorePostings, type LevelWeights } from '../segment/postings.ts';
import { NO_TERMS, type TermSpan } from '../segment/segment.ts';
import { SequenceRooms } from '../segment/adjacent-words.ts';
import { findSequence, spanOf, type SequenceWord } from '../segment/sequence.ts';
import { Space } from '../segment/space.ts';
import { rowTest } from './row-tests.ts';
import type { Snapshot } from './snapshot.ts';

/** The weight of what isn't a word: enough to belong, too little to change an order. */
const MEMBER = 1e-4;
/** The weight of the cable whose id was typed: before everything that merely mentions it. */
const NAMED = 1000;

type Scores = Float32Array<ArrayBuffer>;

export class Evaluator {
  private readonly snapshot: Snapshot;
  private readonly pace: Pace;
  /** word of the query -> its places in the dictionaries of all segments */
  private readonly spans = new Map<SequenceWord, TermSpan[]>();

  constructor(snapshot: Snapshot, pace: Pace) {
    this.snapshot = snapshot;
    this.pace = pace;
  }

  /** The scores of all rows; null asks for every row. Throws `cancelled`. */
  async scores(query: Query | null): Promise<Scores> {
    if (query === null) return this.fresh().fill(MEMBER);
    return this.evaluate(query, true, null);
  }

  private fresh(): Scores {
    return this.snapshot.scores();
  }

  /** `within`, where given, leaves out rows with a score of 0: they need not be looked at. */
  private async evaluate(query: Query, wanted: boolean, within: Scores | null): Promise<Scores> {
    if (this.pace.due) await this.pace.breathe();
    if (query.kind === 'not') return this.evaluate(query.part, !wanted, within);
    if (query.kind === 'and' || query.kind === 'or') {
      // what is not (a and b) is (not a) or (not b)
      const all = (query.kind === 'and') === wanted;
      return all ? this.every(query.parts, wanted, within) : this.some(query.parts, wanted, within);
    }
    if (query.kind !== 'words') return this.rows(query, wanted, within);
    const scores = this.fresh();
    const { words, zone } = query.sequence;
    if (words.length === 1 && zone === null) await this.word(query, scores);
    else await this.phrase(query, within, scores);
    return wanted ? scores : inverse(scores);
  }

  private async every(parts: readonly Query[], wanted: boolean, within: Scores | null): Promise<Scores> {
    const ordered = parts
      .map(part => ({ part, cost: this.cost(part, wanted) }))
      .sort((a, b) => a.cost - b.cost);
    let all: Scores | null = null;
    for (const { part } of ordered) {
      const scores = await this.evaluate(part, wanted, all ?? within);
      if (all === null) all = scores;
      else {
        // without a branch, which nobody could foretell and would take ten times as long
        for (let row = 0; row < all.length; row++) {
          const score = scores[row] ?? 0;
          const before = all[row] ?? 0;
          all[row] = (before + score) * Number(before * score > 0);
        }
        this.snapshot.recycle(scores);
      }
    }
    return all ?? this.fresh().fill(MEMBER);
  }

  private async some(parts: readonly Query[], wanted: boolean, within: Scores | null): Promise<Scores> {
    const any = this.fresh();
    for (const part of parts) {
      const scores = await this.evaluate(part, wanted, within);
      for (let row = 0; row < any.length; row++) any[row] = (any[row] ?? 0) + (scores[row] ?? 0);
      this.snapshot.recycle(scores);
    }
    return any;
  }

  /** A rough guess at the work, so that the cheap parts can spare the dear ones some. */
  private cost(query: Query, wanted: boolean): number {
    if (query.kind === 'not') return this.cost(query.part, !wanted);
    if (query.kind === 'and' || query.kind === 'or') {
      return query.parts.reduce((sum, part) => sum + this.cost(part, wanted), 1e6);
    }
    if (query.kind !== 'words') return this.snapshot.columns.rows / 2;
    const { words, zone } = query.sequence;
    const counts = words.map(word => this.rowsWith(query, word));
    return words.length === 1 && zone === null ? (counts[0] ?? 0) : 1e7 + Math.min(...counts);
  }

  private rowsWith({ sequence }: WordsQuery, word: SequenceWord): number {
    return this.spansOf(sequence.space, word).reduce((sum, { rows }) => sum + rows, 0);
  }

  private spansOf(space: Space, word: SequenceWord): TermSpan[] {
    let spans = this.spans.get(word);
    if (spans === undefined) {
      spans = this.snapshot.segments.map(segment => spanOf(segment, space, word));
      this.spans.set(word, spans);
    }
    return spans;
  }

  /** How telling a word is: the rarer, the more. */
  private rarity(count: number): number {
    const { rows } = this.snapshot.columns;
    return Math.log(1 + (rows + 0.5) / (Math.min(count, rows) + 0.5));
  }

  private async word(query: WordsQuery, scores: Scores): Promise<void> {
    const { space, subjectOnly, words } = query.sequence;
    const [word] = words;
    if (word === undefined) return;
    const rarity = this.rarity(this.rowsWith(query, word));
    const weights: LevelWeights = subjectOnly
      ? [rarity, 0, 0, 0]
      : [3 * rarity, 1.6 * rarity, rarity, 1.25 * rarity];
    for (const [index, span] of this.spansOf(space, word).entries()) {
      const segment = this.snapshot.segments[index];
      if (segment !== undefined) scorePostings(segment, span, weights, scores);
      if (this.pace.due) await this.pace.breathe();
    }
  }

  private async phrase(query: WordsQuery, within: Scores | null, scores: Scores): Promise<void> {
    const { sequence } = query;
    const rarity = sequence.words.reduce((sum, word) => sum + this.rarity(this.rowsWith(query, word)), 0);
    const breathe = async () => {
      if (this.pace.due) await this.pace.breathe();
    };
    const spans = sequence.words.map(word => this.spansOf(sequence.space, word));
    const rooms = new SequenceRooms();
    for (const [index, segment] of this.snapshot.segments.entries()) {
      const { rows } = segment;
      await findSequence(
        segment,
        sequence,
        spans.map(each => each[index] ?? NO_TERMS),
        rooms,
        within === null ? null : document => (within[rows[document] ?? 0] ?? 0) > 0,
        (document, inSubject) => {
          scores[rows[document] ?? 0] = sequence.space === Space.text && inSubject ? 3 * rarity : rarity;
        },
        breathe,
      );
    }
  }

  private rows(query: Exclude<LeafQuery, WordsQuery>, wanted: boolean, within: Scores | null): Scores {
    const scores = this.fresh();
    const test = rowTest(query, this.snapshot);
    const weight = query.kind === 'id' && !query.prefix ? NAMED : MEMBER;
    for (let row = 0; row < scores.length; row++) {
      if (within !== null && (within[row] ?? 0) === 0) continue;
      if (test(row) === wanted) scores[row] = weight;
    }
    return scores;
  }
}

function inverse(scores: Scores): Scores {
  for (let row = 0; row < scores.length; row++) scores[row] = Number((scores[row] ?? 0) === 0) * MEMBER;
  return scores;
}
