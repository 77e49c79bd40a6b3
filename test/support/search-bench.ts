/**
 * The bench of the search, in a process of its own: `build FOLDER COUNT` makes the cables and their index, `ask FOLDER`
 * opens it and asks. Both print one line of JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSearch, type Search } from '../../archive/search/index.ts';
import { FacetNames } from '../../archive/model/search.ts';
import { buildBenchArchive, openBenchArchive, type Built } from './bench-archive.ts';
import { Kinds, QuestionDrawer, type BenchQuestions } from './bench-questions.ts';

/** Milliseconds of waiting, and of the processor: on a busy machine these differ. */
export interface Timing {
  kind: string;
  count: number;
  p50: number;
  p95: number;
  max: number;
  cpu95: number;
  hits: number;
}

export interface Asked {
  openMs: number;
  firstMs: number;
  rssMb: number;
  /** of it what the columns of this bench take */
  columnsMb: number;
  timings: Timing[];
}

async function build(folder: string, count: number): Promise<void> {
  const drawer = new QuestionDrawer(count);
  const built = await buildBenchArchive(folder, count, cable => drawer.see(cable));
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(drawer.draw()));
  writeFileSync(join(folder, 'built.json'), JSON.stringify(built));
  console.log(JSON.stringify(built));
}

async function ask(folder: string): Promise<void> {
  const built: Built = JSON.parse(readFileSync(join(folder, 'built.json'), 'utf8'));
  const questions: BenchQuestions = JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8'));
  const before = process.memoryUsage().rss;
  const source = openBenchArchive(folder);
  const columnsMb = (process.memoryUsage().rss - before) / 1e6;
  const started = performance.now();
  const search = await openSearch(folder, built.segments, source);
  const openMs = performance.now() - started;
  await search.search({ query: questions['2-3 words'][0] ?? '' });
  const firstMs = performance.now() - started;
  const timings: Timing[] = [];
  for (const kind of Kinds) {
    const queries = questions[kind];
    timings.push(await time(kind, queries, async query => (await search.search({ query })).total));
  }
  const mixed = Kinds.flatMap(kind => questions[kind].slice(-12));
  const facets = FacetNames.filter(name => name !== 'dossier');
  // another sort order, so that no kept answer helps
  const withFacets = async (query: string) => (await search.search({ query, facets, sort: '-date' })).total;
  timings.push(await time('with all facets', mixed, withFacets));
  timings.push(await time('type-ahead', keystrokes(questions.typed), query => suggestions(search, query)));
  const asked: Asked = { openMs, firstMs, rssMb: process.memoryUsage().rss / 1e6, columnsMb, timings };
  console.log(JSON.stringify(asked));
}

function keystrokes(words: readonly string[]): string[] {
  return words.flatMap(word => Array.from(word, (_, index) => `iraq ${word.slice(0, index + 1)}`));
}

async function suggestions(search: Search, query: string): Promise<number> {
  return (await search.suggest(query, query.length, 10)).length;
}

async function time(
  kind: string,
  queries: readonly string[],
  run: (query: string) => Promise<number>,
): Promise<Timing> {
  const waited: number[] = [];
  const worked: number[] = [];
  let hits = 0;
  for (const query of queries) {
    const cpu = process.cpuUsage();
    const started = performance.now();
    hits += await run(query);
    waited.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    worked.push((user + system) / 1000);
  }
  const at = (times: number[], share: number) => {
    const sorted = [...times].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  };
  return {
    kind,
    count: queries.length,
    p50: at(waited, 0.5),
    p95: at(waited, 0.95),
    max: at(waited, 1),
    cpu95: at(worked, 0.95),
    hits: Math.round(hits / Math.max(1, queries.length)),
  };
}

const [, , command = '', folder = '', count = '1000'] = process.argv;
void (command === 'build' ? build(folder, Number(count)) : ask(folder));
