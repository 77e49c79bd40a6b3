/**
 * The search through an archive's one door, in a process of its own: `import ARCHIVE CSV WORKER` imports with the index,
 * `draw ARCHIVE FILE` draws questions from its cables, `ask ARCHIVE FILE` opens it and asks them. Each prints one line
 * of JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Archive } from '../../archive/archive.ts';
import { openArchive } from '../../archive/open.ts';
import { FacetNames } from '../../archive/model/search.ts';
import { keystrokes, Kinds, QuestionDrawer, type BenchQuestions } from './bench-questions.ts';

export interface DoorImport {
  seconds: number;
  cpuSeconds: number;
  cables: number;
}

/** Milliseconds of waiting, and of the processor: on a busy machine these differ. */
export interface Timing {
  kind: string;
  count: number;
  p50: number;
  p95: number;
  max: number;
  cpu50: number;
  cpu95: number;
  cpuMax: number;
  /** found on average */
  hits: number;
  slowest: string;
}

export interface DoorAsked {
  openMs: number;
  openCpu: number;
  /** with the first answer */
  firstMs: number;
  firstCpu: number;
  /** resident megabytes: before opening, when open, with the first answer, when everything was asked */
  startMb: number;
  openMb: number;
  firstMb: number;
  askedMb: number;
  timings: Timing[];
}

const program = 'Valise bench';
/** so many cables are looked at: enough to know common words from rare ones */
const SAMPLE = 2000;

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

function processorMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function importAll(folder: string, csv: string, worker: string): Promise<DoorImport> {
  const archive = await openArchive(folder, { create: {}, program, workers: { file: worker } });
  const started = performance.now();
  const cpu = process.cpuUsage();
  const { counts } = await archive.import([{ path: csv }]);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = processorMs(cpu) / 1000;
  await archive.close();
  return { seconds, cpuSeconds, cables: counts.accepted };
}

async function draw(folder: string, file: string): Promise<BenchQuestions> {
  const archive = await openArchive(folder, { program, readOnly: true });
  const every = Math.max(1, Math.floor(archive.info().cables / SAMPLE));
  const drawer = new QuestionDrawer();
  let number = 0;
  for await (const { id, origin, created, tags } of archive.list()) {
    if (number++ % every !== 0) continue;
    const { body } = await archive.show(id);
    drawer.see({ body, origin: origin ?? '', created: created ?? '2005', tags });
  }
  await archive.close();
  const questions = drawer.draw();
  writeFileSync(file, JSON.stringify(questions));
  return questions;
}

async function ask(folder: string, file: string): Promise<DoorAsked> {
  const questions: BenchQuestions = JSON.parse(readFileSync(file, 'utf8'));
  const startMb = megabytes();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const archive = await openArchive(folder, { program, readOnly: true });
  const openMs = performance.now() - started;
  const openCpu = processorMs(cpu);
  const openMb = megabytes();
  await archive.search({ query: questions['2-3 words'][0] ?? '' });
  const firstMs = performance.now() - started;
  const firstCpu = processorMs(cpu);
  const firstMb = megabytes();
  const timings = await askAll(archive, questions);
  const askedMb = megabytes();
  await archive.close();
  return { openMs, openCpu, firstMs, firstCpu, startMb, openMb, firstMb, askedMb, timings };
}

async function askAll(archive: Archive, questions: BenchQuestions): Promise<Timing[]> {
  const suggest = async (query: string) => (await archive.suggest(query, query.length, 10)).length;
  const total = async (query: string) => (await archive.search({ query })).total;
  const typed = keystrokes(questions);
  // whoever has seen the first answer needs so long to touch a key
  await new Promise(resolve => setTimeout(resolve, 500));
  const timings = [await time('type-ahead, first', typed.slice(0, 1), suggest)];
  timings.push(await time('type-ahead', typed, suggest));
  const every: Measured[] = [];
  for (const kind of Kinds) {
    const measured = await measure(questions[kind], total);
    timings.push(timingOf(kind, [measured]));
    every.push(measured);
  }
  timings.push(timingOf('these, together', every));
  const mixed = Kinds.flatMap(kind => questions[kind].slice(-12));
  const facets = FacetNames.filter(name => name !== 'dossier');
  // another order, so that no kept answer helps
  const withFacets = async (query: string) => (await archive.search({ query, facets, sort: '-date' })).total;
  timings.push(await time('all facets, first', ['government'], withFacets));
  timings.push(await time('with all facets', mixed, withFacets));
  for (const sort of ['id', 'subject', 'origin'] as const) {
    timings.push(
      await time(`by ${sort}, first`, [''], async query => (await archive.search({ query, sort })).total),
    );
  }
  return timings;
}

/** What was measured of questions, in milliseconds, each in its place. */
interface Measured {
  queries: readonly string[];
  waited: number[];
  worked: number[];
  hits: number;
}

async function measure(
  queries: readonly string[],
  run: (query: string) => Promise<number>,
): Promise<Measured> {
  const measured: Measured = { queries, waited: [], worked: [], hits: 0 };
  for (const query of queries) {
    const cpu = process.cpuUsage();
    const started = performance.now();
    measured.hits += await run(query);
    measured.waited.push(performance.now() - started);
    measured.worked.push(processorMs(cpu));
  }
  return measured;
}

async function time(
  kind: string,
  queries: readonly string[],
  run: (query: string) => Promise<number>,
): Promise<Timing> {
  return timingOf(kind, [await measure(queries, run)]);
}

function timingOf(kind: string, parts: readonly Measured[]): Timing {
  const queries = parts.flatMap(part => part.queries);
  const waited = parts.flatMap(part => part.waited);
  const worked = parts.flatMap(part => part.worked);
  const hits = parts.reduce((sum, part) => sum + part.hits, 0);
  const at = (times: number[], share: number) => {
    const sorted = [...times].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  };
  const cpuMax = at(worked, 1);
  return {
    kind,
    count: queries.length,
    p50: at(waited, 0.5),
    p95: at(waited, 0.95),
    max: at(waited, 1),
    cpu50: at(worked, 0.5),
    cpu95: at(worked, 0.95),
    cpuMax,
    hits: Math.round(hits / Math.max(1, queries.length)),
    slowest: queries[worked.indexOf(cpuMax)] ?? '',
  };
}

const [, , command = '', folder = '', file = '', worker = ''] = process.argv;
const commands = {
  import: () => importAll(folder, file, worker),
  draw: () => draw(folder, file),
  ask: () => ask(folder, file),
};

async function main(): Promise<void> {
  if (command !== 'import' && command !== 'draw' && command !== 'ask') throw new Error('import, draw or ask');
  console.log(JSON.stringify(await commands[command]()));
}

void main();
