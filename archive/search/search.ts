/** The search over an open archive: questions in, answers out, always over the newest commit it was told of. */
import { Index } from 'flexsearch';
import type { z } from 'zod';
import type { Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import type { CableSummary, IdsInput, SearchInput, SearchResult, Suggestion } from '../model/search.ts';
import { IdsRequestSchema, SearchRequestSchema, type Facet, type FacetName } from '../model/search.ts';
import type { Span } from '../record.ts';
import { Marker } from './answer/marks.ts';
import type { Outcome } from './answer/outcome.ts';
import { citingCables, similarCables } from './answer/related.ts';
import { Snapshot } from './answer/snapshot.ts';
import { snippetOf } from './answer/snippets.ts';
import { summaryOf } from './answer/summary.ts';
import { Pace } from './pace.ts';
import { Preparation } from './preparation.ts';
import { readQuery } from './query/interpret.ts';
import { isPersonal, plainWords, type Query } from './query/query.ts';
import type { SegmentInfo } from './segment/info.ts';
import { Segment } from './segment/segment.ts';
import type { SearchSource } from './source.ts';
import { Question, SegmentStorage } from './storage.ts';
import { didYouMean } from './suggest/did-you-mean.ts';
import { Suggester } from './suggest/suggester.ts';
import { tokensOf } from './tokens.ts';

/** how many answers are kept, for the next page and other facets of the same question */
const KEPT_OUTCOMES = 4;

/** Opens the search of an archive. Throws `archive-damaged` where a segment is not what the commit says. */
export async function openSearch(
  folder: string,
  segments: readonly SegmentInfo[],
  source: SearchSource,
): Promise<Search> {
  const search = new Search(folder, segments, source);
  await search.mount();
  return search;
}

export class Search {
  private readonly folder: string;
  private readonly open = new Map<string, { segment: Segment; users: number }>();
  private readonly outcomes = new Map<string, Outcome>();
  private readonly index: Index<false, true>;
  private snapshot: Snapshot;
  private suggester: Suggester;
  /** how many questions are being answered */
  private asked = 0;
  private preparing: Preparation | undefined;
  private readonly closing = new AbortController();

  constructor(folder: string, segments: readonly SegmentInfo[], source: SearchSource) {
    this.folder = folder;
    this.snapshot = this.take(segments, source);
    this.suggester = new Suggester(this.snapshot);
    this.index = new Index<false, true>({
      tokenize: 'strict',
      context: false,
      encode: tokensOf,
      commit: false,
    });
  }

  async mount(): Promise<void> {
    await this.index.mount(new SegmentStorage(() => this.snapshot));
  }

  /** Answers a question. Throws `cancelled` when the job's signal says so, `bad-request` where the request is malformed. */
  async search(input: SearchInput, job: Job = {}): Promise<SearchResult> {
    const started = performance.now();
    const request = readRequest(SearchRequestSchema, input);
    return this.with(async snapshot => {
      const pace = new Pace(job.signal);
      const { query, problems } = readQuery(request.query);
      const outcome = await this.outcome(snapshot, request, query, pace);
      const cables = outcome.page(request.offset, request.limit);
      const results = Array.from(cables, cable => ({ ...summaryOf(snapshot, cable), snippet: null }));
      const hits = request.snippets ? await withSnippets(snapshot, results, cables, query, pace) : results;
      const facets: Partial<Record<FacetName, Facet>> = {};
      for (const facet of request.facets) {
        facets[facet] = outcome.facet(facet).slice(0, request.facetLimit);
        if (pace.due) await pace.breathe();
      }
      const spellings = outcome.total === 0 ? await didYouMean(snapshot, request.query, pace) : [];
      this.prepare();
      return {
        total: outcome.total,
        results: hits,
        facets,
        problems,
        didYouMean: spellings,
        took: performance.now() - started,
      };
    });
  }

  /** Once a first question is answered, the next ones are prepared for. */
  private prepare(): void {
    const { preparing, snapshot, suggester } = this;
    if (preparing?.snapshot === snapshot || this.closing.signal.aborted) return;
    this.preparing = new Preparation(snapshot, suggester, () => this.asked > 0);
  }

  /** The ids that `search` would list, in its order, without the rest. Throws as it does. */
  async ids(input: IdsInput, job: Job = {}): Promise<string[]> {
    const request = readRequest(IdsRequestSchema, input);
    return this.with(async snapshot => {
      const { query } = readQuery(request.query);
      const outcome = await this.outcome(snapshot, request, query, new Pace(job.signal));
      const cables = outcome.page(request.offset, request.limit);
      return Array.from(cables, cable => snapshot.columns.cableId(cable));
    });
  }

  private async outcome(
    snapshot: Snapshot,
    { query: text, filters, sort, offset, limit }: z.output<typeof IdsRequestSchema>,
    query: Query | null,
    pace: Pace,
  ): Promise<Outcome> {
    const key = JSON.stringify([text, filters, sort]);
    const personal = filters.dossier !== undefined || isPersonal(query);
    const known = personal ? undefined : this.outcomes.get(key);
    if (known !== undefined && snapshot === this.snapshot) return known;
    const question = new Question(snapshot, query, filters, sort, pace);
    const options = { query: plainWords(query).join(' '), limit: Math.max(limit, 1), offset, tag: question };
    await this.index.search(options);
    const { outcome } = question;
    if (outcome === undefined) throw new ArchiveError('internal', 'The search gave no answer.');
    if (!personal && snapshot === this.snapshot) {
      this.outcomes.set(key, outcome);
      for (const oldest of this.outcomes.keys()) {
        if (this.outcomes.size <= KEPT_OUTCOMES) break;
        this.outcomes.delete(oldest);
      }
    }
    return outcome;
  }

  /** Completions of what is being typed at `cursor` (an offset into the query). */
  async suggest(query: string, cursor: number, limit: number): Promise<Suggestion[]> {
    const suggestions = await this.with(() => this.suggester.suggest(query, cursor, limit));
    this.prepare();
    return suggestions;
  }

  /** Where a query's words and phrases stand in the body of a row, in order, for next and previous. */
  async hits(text: string, row: number): Promise<Span[]> {
    return this.with(async ({ source }) => {
      const marker = new Marker(readQuery(text).query, 'body');
      const [found] = marker.empty ? [] : await source.texts.texts([row]);
      return found === undefined ? [] : marker.hits(found.body).map(({ start, end }) => ({ start, end }));
    });
  }

  /** Cables that share this row's most telling words, its TAGS and its references: the most alike first. */
  async similar(row: number, limit: number): Promise<CableSummary[]> {
    return this.with(snapshot => similarCables(snapshot, row, limit, new Pace()));
  }

  /** Cables that refer to the one with this id, oldest first. */
  async citedBy(id: string): Promise<CableSummary[]> {
    return this.with(async snapshot => citingCables(snapshot, id));
  }

  /** Goes over to another commit. What runs finishes on the old one. Throws `archive-damaged`, and stays as it was. */
  async refresh(segments: readonly SegmentInfo[], source: SearchSource): Promise<void> {
    const old = this.snapshot;
    this.snapshot = this.take(segments, source);
    this.suggester = new Suggester(this.snapshot);
    this.outcomes.clear();
    void this.preparing?.stop();
    old.release();
  }

  /** Closes the segments once what runs is done. */
  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.preparing?.stop();
    this.snapshot.release();
  }

  private async with<Answer>(work: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer> {
    if (this.closing.signal.aborted) throw new ArchiveError('bad-request', 'The archive is closed.');
    const snapshot = this.snapshot.retain();
    this.asked++;
    try {
      return await work(snapshot);
    } finally {
      this.asked--;
      snapshot.release();
    }
  }

  /** A snapshot of these segments; those that are open already are shared. */
  private take(infos: readonly SegmentInfo[], source: SearchSource): Snapshot {
    const taken: Segment[] = [];
    try {
      for (const info of infos) {
        const entry = this.open.get(info.name) ?? { segment: new Segment(this.folder, info), users: 0 };
        this.open.set(info.name, entry);
        entry.users++;
        taken.push(entry.segment);
      }
    } catch (error) {
      this.drop(taken);
      throw error;
    }
    return new Snapshot(taken, source, ({ segments }) => this.drop(segments));
  }

  private drop(segments: readonly Segment[]): void {
    for (const segment of segments) {
      const entry = this.open.get(segment.info.name);
      if (entry === undefined || --entry.users > 0) continue;
      this.open.delete(segment.info.name);
      segment.close();
    }
  }
}

function readRequest<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ArchiveError('bad-request', 'The search request is malformed.', { issues: parsed.error.issues });
}

async function withSnippets(
  { source, shown }: Snapshot,
  results: readonly (CableSummary & { snippet: null })[],
  cables: Uint32Array,
  query: Query | null,
  pace: Pace,
): Promise<SearchResult['results']> {
  const marker = new Marker(query, 'body');
  if (marker.empty || results.length === 0) return [...results];
  const texts = await source.texts.texts(Array.from(cables, cable => shown[cable] ?? 0));
  const hits: SearchResult['results'] = [];
  for (const [index, result] of results.entries()) {
    if (pace.due) await pace.breathe();
    hits.push({ ...result, snippet: snippetOf(texts[index]?.body ?? '', marker) });
  }
  return hits;
}
