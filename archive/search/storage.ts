/**
 * FlexSearch's storage, as it wants it, over our segments. FlexSearch takes the query, encodes its words and pages the
 * result; everything else - booleans, phrases, prefixes, fields, order - is answered here, because its own resolver
 * works on lists of ids, which takes too long for common words, and can neither count nor look into positions.
 */
import { Pace } from './pace.ts';
import { Evaluator } from './answer/evaluate.ts';
import { Outcome, type Filters } from './answer/outcome.ts';
import type { Snapshot } from './answer/snapshot.ts';
import type { Sort } from '../model/search.ts';
import type { Query } from './query/query.ts';
import { Space } from './segment/space.ts';

/** A question on its way through FlexSearch, which hands it on as a `tag`; the answer is left in it. */
export class Question {
  outcome: Outcome | undefined;
  readonly snapshot: Snapshot;
  readonly query: Query | null;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly pace: Pace;

  constructor(snapshot: Snapshot, query: Query | null, filters: Filters, sort: Sort, pace: Pace) {
    this.snapshot = snapshot;
    this.query = query;
    this.filters = filters;
    this.sort = sort;
    this.pace = pace;
  }
}

export class SegmentStorage {
  /** FlexSearch's word for a database handle: we have none */
  readonly db = null;
  private readonly current: () => Snapshot;

  constructor(current: () => Snapshot) {
    this.current = current;
  }

  async mount(index: object): Promise<void> {
    Object.assign(index, { db: this });
  }

  /** FlexSearch's call for a single word. */
  async get(
    word: string,
    _context: string,
    limit = 100,
    offset = 0,
    _resolve?: boolean,
    _enrich?: boolean,
    tag?: unknown,
  ): Promise<number[]> {
    return this.answer([word], limit, offset, tag);
  }

  /** FlexSearch's call for any other number of words. */
  async search(
    _index: unknown,
    words: readonly string[],
    limit = 100,
    offset = 0,
    _suggest?: boolean,
    _resolve?: boolean,
    _enrich?: boolean,
    tag?: unknown,
  ): Promise<number[]> {
    return this.answer(words, limit, offset, tag);
  }

  private async answer(
    words: readonly string[],
    limit: number,
    offset: number,
    tag: unknown,
  ): Promise<number[]> {
    const question = tag instanceof Question ? tag : this.plainQuestion(words);
    const { snapshot, query, filters, sort, pace } = question;
    await snapshot.orders.prepare(sort, pace);
    const scores = await new Evaluator(snapshot, pace).scores(query);
    question.outcome = new Outcome(snapshot, query, scores, filters, sort);
    snapshot.recycle(scores);
    return Array.from(question.outcome.page(offset, limit));
  }

  private plainQuestion(words: readonly string[]): Question {
    const parts = words.map((token): Query => ({
      kind: 'words',
      sequence: { space: Space.text, zone: null, subjectOnly: false, words: [{ token, prefix: false }] },
    }));
    return new Question(this.current(), { kind: 'and', parts }, {}, 'relevance', new Pace());
  }

  // Segments are written by import and merged by commit, and closed with their snapshot: nothing to do here.
  async open(): Promise<void> {}
  async close(): Promise<void> {}
  async destroy(): Promise<void> {}
  async clear(): Promise<void> {}
  async commit(): Promise<void> {}
  async remove(): Promise<void> {}
  async has(id: number): Promise<boolean> {
    return id >= 0 && id < this.current().columns.cables;
  }
  async enrich(ids: readonly number[]): Promise<readonly number[]> {
    return ids;
  }
}
