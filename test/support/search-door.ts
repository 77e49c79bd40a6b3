/**
 * The search through an archive's one door, in a process of its own: `import ARCHIVE CSV WORKER` imports with the index,
 * `ask ARCHIVE` opens it and asks. Both print one line of JSON.
 */
import { openArchive } from '../../archive/open.ts';
import { FacetNames } from '../../archive/model/search.ts';

export interface DoorImport {
  seconds: number;
  cpuSeconds: number;
  cables: number;
}

export interface DoorAsked {
  openMs: number;
  firstMs: number;
  openMb: number;
  /** after questions of every kind */
  askedMb: number;
  slowest: { what: string; ms: number };
}

const questions = ['government', '"the government"', 'str*', 'economic -security', 'class:secret', ''];
const typed = ['g', 'gov', 'governm', 'govermn', '05HAN', 'id:05', 'from:Hanoy', 'tag:P', 'signed:sm'];
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

async function importAll(folder: string, csv: string, worker: string): Promise<DoorImport> {
  const archive = await openArchive(folder, {
    create: {},
    program: 'Valise bench',
    workers: { file: worker },
  });
  const started = performance.now();
  const cpu = process.cpuUsage();
  const { counts } = await archive.import([{ path: csv }]);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await archive.close();
  return { seconds, cpuSeconds: (user + system) / 1e6, cables: counts.accepted };
}

async function ask(folder: string): Promise<DoorAsked> {
  const started = performance.now();
  const archive = await openArchive(folder, { program: 'Valise bench', readOnly: true });
  const openMs = performance.now() - started;
  const openMb = megabytes();
  await archive.search({ query: 'government security' });
  const firstMs = performance.now() - started;
  let slowest = { what: '', ms: 0 };
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const before = performance.now();
    await work();
    const ms = performance.now() - before;
    if (ms > slowest.ms) slowest = { what, ms };
  };
  const facets = FacetNames.filter(name => name !== 'dossier');
  for (const query of questions) {
    await timed(query, () => archive.search({ query }));
    await timed(`${query} with facets`, () => archive.search({ query, facets, sort: '-date' }));
  }
  for (const query of typed) await timed(`typing ${query}`, () => archive.suggest(query, query.length, 10));
  const askedMb = megabytes();
  await archive.close();
  return { openMs, firstMs, openMb, askedMb, slowest };
}

const [, , command = '', folder = '', csv = '', worker = ''] = process.argv;
void (command === 'import' ? importAll(folder, csv, worker) : ask(folder)).then(told =>
  console.log(JSON.stringify(told)),
);
