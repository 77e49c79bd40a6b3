/** What a question found: the cables in their order, and the counts of every facet over them. */
import { Flag } from '../../model/columns.ts';
import type { Facet, FacetName, Sort } from '../../model/search.ts';
import { FacetNames } from '../../model/search.ts';
import { eachWanted, type Query } from '../query/query.ts';
import { facetColumn, type FacetColumn } from './facet-columns.ts';
import { allOf, firstOf, isWorthPicking, RANKS, type Found } from './arrange.ts';
import type { Snapshot } from './snapshot.ts';

export type Filters = Partial<Record<FacetName, readonly string[]>>;

type Scores = Float32Array<ArrayBuffer>;

/** scores from here on are those of cables that were named by their id */
const NAMED = 500;

export class Outcome {
  private readonly snapshot: Snapshot;
  /** the cables that the query found, before the filters, in the order of their numbers */
  private readonly found: Uint32Array;
  /** and those that the filters left */
  private readonly passed: Found;
  /** for each of `found` a bit for every filter that it fails; null where there is no filter */
  private readonly failed: Uint16Array | null;
  private readonly counted = new Map<FacetName, Facet>();
  /** as many of the first as were asked for, in order */
  private first: Uint32Array = new Uint32Array(0);

  constructor(snapshot: Snapshot, query: Query | null, scores: Scores, filters: Filters, sort: Sort) {
    this.snapshot = snapshot;
    const best = cableScores(snapshot, query, scores);
    const found = foundBy(best, snapshot, sort);
    if (best !== scores) snapshot.recycle(best);
    this.found = found.cables;
    this.failed = failures(snapshot, this.found, filters);
    this.passed = this.failed === null ? found : withoutFailed(found, this.failed);
  }

  get total(): number {
    return this.passed.cables.length;
  }

  /** The cables found, in order, from `offset` on. */
  page(offset: number, limit: number): Uint32Array {
    const wanted = Math.min(offset + limit, this.total);
    if (wanted > this.first.length) {
      this.first = isWorthPicking(wanted, this.total) ? firstOf(this.passed, wanted) : allOf(this.passed);
    }
    return this.first.subarray(offset, wanted);
  }

  /**
   * A facet's values with their exact counts. The filter on the facet itself is left out of account, so that the other
   * values one could choose beside the chosen ones keep their counts.
   */
  facet(name: FacetName): Facet {
    const known = this.counted.get(name);
    if (known !== undefined) return known;
    const column = facetColumn(this.snapshot, name);
    const counts = this.count(column, 1 << FacetNames.indexOf(name));
    const facet: Facet = [];
    for (const [code, count] of counts.entries()) {
      if (count > 0) facet.push({ value: column.valueAt(code), count });
    }
    const inOrder = name === 'year' || name === 'month';
    facet.sort((a, b) => {
      if (!inOrder && a.count !== b.count) return b.count - a.count;
      if (a.value === '' || b.value === '') return a.value === '' ? 1 : -1;
      return a.value < b.value ? -1 : 1;
    });
    if (name !== 'dossier') this.counted.set(name, facet);
    return facet;
  }

  private count(column: FacetColumn, own: number): Uint32Array {
    const { found, failed } = this;
    const { shown } = this.snapshot;
    const counts = new Uint32Array(column.size);
    const { codes } = column;
    const starts = 'starts' in column ? column.starts : null;
    for (let index = 0; index < found.length; index++) {
      if (failed !== null && ((failed[index] ?? 0) & ~own) !== 0) continue;
      const row = shown[found[index] ?? 0] ?? 0;
      if (starts === null) {
        const code = codes[row] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
        continue;
      }
      const start = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      if (start === end) counts[0] = (counts[0] ?? 0) + 1;
      for (let at = start; at < end; at++) {
        const code = codes[at] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
    return counts;
  }
}

/** A cable's score is its best row's. Withdrawn rows count only where they are asked for. */
function cableScores(snapshot: Snapshot, query: Query | null, scores: Scores): Scores {
  if (snapshot.rowsAreCables) return scores;
  let withdrawnToo = false;
  eachWanted(query, leaf => {
    if (leaf.kind === 'state' && leaf.state === 'withdrawn') withdrawnToo = true;
  });
  const { cable, flags, rows } = snapshot.columns;
  // one number a cable, and there are no more cables than rows
  const best = snapshot.scores();
  for (let row = 0; row < rows; row++) {
    const score = scores[row] ?? 0;
    if (score <= 0 || (!withdrawnToo && ((flags[row] ?? 0) & Flag.withdrawn) !== 0)) continue;
    const number = cable[row] ?? 0;
    if (score > (best[number] ?? 0)) best[number] = score;
  }
  return best;
}

/**
 * The cables with a score. Every cable is written down and the next one over it where it was not found: a branch that
 * nobody can foretell would take ten times as long.
 */
function foundBy(best: Float32Array, snapshot: Snapshot, sort: Sort): Found {
  const { room, orders } = snapshot;
  let count = 0;
  for (let cable = 0; cable < room.length; cable++) {
    room[count] = cable;
    count += Number((best[cable] ?? 0) > 0);
  }
  const cables = room.slice(0, count);
  if (sort !== 'relevance') return { cables, ranks: null, places: orders.places(sort) };
  return { cables, ranks: ranksOf(cables, best), places: orders.places('-date') };
}

/** The best first; those that are about as good have the same rank. */
function ranksOf(cables: Uint32Array, best: Float32Array): Uint16Array {
  let highest = 0;
  for (let index = 0; index < cables.length; index++) {
    const score = best[cables[index] ?? 0] ?? 0;
    highest = Math.max(highest, score < NAMED ? score : 0);
  }
  const scale = highest === 0 ? 0 : (RANKS - 2) / highest;
  const ranks = new Uint16Array(cables.length);
  for (let index = 0; index < cables.length; index++) {
    const score = best[cables[index] ?? 0] ?? 0;
    ranks[index] = score >= NAMED ? 0 : RANKS - 1 - Math.floor(score * scale);
  }
  return ranks;
}

function withoutFailed({ cables, ranks, places }: Found, failed: Uint16Array): Found {
  const kept = new Uint32Array(cables.length);
  const keptRanks = ranks === null ? null : new Uint16Array(cables.length);
  let count = 0;
  for (let index = 0; index < cables.length; index++) {
    if (failed[index] !== 0) continue;
    if (keptRanks !== null) keptRanks[count] = ranks?.[index] ?? 0;
    kept[count++] = cables[index] ?? 0;
  }
  return { cables: kept.slice(0, count), ranks: keptRanks?.slice(0, count) ?? null, places };
}

function failures(snapshot: Snapshot, found: Uint32Array, filters: Filters): Uint16Array | null {
  let failed: Uint16Array | null = null;
  for (const [index, name] of FacetNames.entries()) {
    const chosen = filters[name];
    if (chosen === undefined || chosen.length === 0) continue;
    failed ??= new Uint16Array(found.length);
    const column = facetColumn(snapshot, name);
    const wanted = new Set(chosen);
    const allowed = Uint8Array.from(column.values, value => (wanted.has(value) ? 1 : 0));
    const { shown } = snapshot;
    for (let at = 0; at < found.length; at++) {
      const passes = Number(hasCode(column, shown[found[at] ?? 0] ?? 0, allowed));
      failed[at] = (failed[at] ?? 0) | ((1 - passes) << index);
    }
  }
  return failed;
}

function hasCode(column: FacetColumn, row: number, allowed: Uint8Array): boolean {
  if (!('starts' in column)) return allowed[column.codes[row] ?? 0] === 1;
  const start = column.starts[row] ?? 0;
  const end = column.starts[row + 1] ?? 0;
  if (start === end) return allowed[0] === 1;
  for (let at = start; at < end; at++) if (allowed[column.codes[at] ?? 0] === 1) return true;
  return false;
}
