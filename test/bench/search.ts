/**
 * `npm run bench -- search [COUNT]...` (1,000 by default) makes up so many cables, imports them with their index, and asks
 * more than 300 questions of every kind through the archive's one door, cold and warm, beside ripgrep over the same
 * packs; `npm run bench -- search ARCHIVE` asks an archive that is there. Recoll is asked too where it is installed, up to
 * 1,000 cables: it takes some five minutes and more than a gigabyte for 50,000.
 * Times are milliseconds waited; `cpu` is what the processor took, which a busy machine does not change much.
 */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/run-command.ts';
import { bundled } from '../support/bundled.ts';
import { writeCablesCsv } from '../support/cables-csv.ts';
import { recoll } from '../support/recoll.ts';
import type { BenchQuestions } from '../support/bench-questions.ts';
import type { DoorAsked, DoorImport } from '../support/search-door.ts';

interface Programs {
  door: string;
  worker: string;
}

async function main(words: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'valise-bench-search-'));
  try {
    const path = await bundled(join(folder, 'programs'), {
      'search-door': 'test/support/search-door.ts',
      worker: 'archive/import/worker-entry.ts',
    });
    const programs = { door: path('search-door'), worker: path('worker') };
    for (const word of words) {
      const count = /^\d+$/.test(word) ? Number(word) : null;
      const archive = count === null ? word : join(folder, `archive-${count}`);
      if (count !== null) await imported(folder, archive, count, programs);
      await asked(folder, archive, programs);
      if (count === null) continue;
      await rm(archive, { recursive: true });
      await beside(folder, count);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function imported(folder: string, archive: string, count: number, { door, worker }: Programs) {
  const csv = join(folder, 'cables.csv');
  await writeCablesCsv(csv, count);
  const { seconds, cpuSeconds, cables } = await answer<DoorImport>(door, 'import', archive, csv, worker);
  await rm(csv);
  console.log(
    `\nimported with its index ${Math.round(cables / seconds)} cables/s ` +
      `(${((cpuSeconds / cables) * 1000).toFixed(2)} ms of the processor each; load ${load()})`,
  );
}

async function asked(folder: string, archive: string, { door }: Programs): Promise<void> {
  const questions = join(folder, 'questions.json');
  await answer(door, 'draw', archive, questions);
  const packs = await filesBelow(join(archive, 'data'));
  const index = await filesBelow(join(archive, 'index'));
  const segments = index.filter(({ path }) => path.includes(join('index', 'search')));
  const bytes = (files: readonly { bytes: number }[]) => files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `${mb(bytes(packs))} MB of packs; segments ${mb(bytes(segments))} MB (${(bytes(segments) / bytes(packs)).toFixed(3)} of them), ` +
      `${segments.filter(({ path }) => path.endsWith('.terms')).length} segments; catalogue ${mb(bytes(index) - bytes(segments))} MB`,
  );
  // tells the system to forget the files' pages; needs no rights
  for (const { path } of [...packs, ...index]) {
    await runCommand('dd', [`if=${path}`, 'iflag=nocache', 'count=0']).catch(() => undefined);
  }
  print('cold', await answer<DoorAsked>(door, 'ask', archive, questions));
  print('warm', await answer<DoorAsked>(door, 'ask', archive, questions));
  await ripgrep(questions, join(archive, 'data'));
}

async function filesBelow(folder: string): Promise<{ path: string; bytes: number }[]> {
  const files: { path: string; bytes: number }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else files.push({ path, bytes: (await stat(path)).size });
  }
  return files;
}

async function answer<T>(script: string, ...rest: string[]): Promise<T> {
  const { code, stdout, stderr } = await runCommand(process.execPath, [script, ...rest]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function print(state: string, asked: DoorAsked): void {
  const { openMs, openCpu, firstMs, firstCpu, startMb, openMb, firstMb, askedMb } = asked;
  console.log(
    `\n${state}: open ${openMs.toFixed(0)} ms (cpu ${openCpu.toFixed(0)}), with the first answer ${firstMs.toFixed(0)} ms ` +
      `(cpu ${firstCpu.toFixed(0)}); resident ${startMb} MB before, ${openMb} open, ${firstMb} with the first answer, ` +
      `${askedMb} after all questions; load ${load()}`,
  );
  console.log(line('', 'questions', 'p50', 'p95', 'max', 'cpu p50', 'cpu p95', 'cpu max', 'cables'));
  for (const { kind, count, p50, p95, max, cpu50, cpu95, cpuMax, hits, slowest } of asked.timings) {
    const times = [p50, p95, max, cpu50, cpu95, cpuMax].map(each => each.toFixed(1));
    console.log(`${line(kind, count, ...times, hits)}  ${slowest}`);
  }
}

function line(kind: string, ...rest: (string | number)[]): string {
  return kind.padEnd(18) + rest.map(each => String(each).padStart(10)).join('');
}

/** The same words and phrases, counted by ripgrep in the packs: no ranking, no page, no total of cables. */
async function ripgrep(file: string, packs: string): Promise<void> {
  const questions: BenchQuestions = JSON.parse(await readFile(file, 'utf8'));
  const times: number[] = [];
  for (const kind of ['common word', 'rare word', 'phrase'] as const) {
    for (const query of questions[kind].slice(0, 3)) {
      const pattern = query.replaceAll('"', '').split(' ').join('\\W+');
      const started = performance.now();
      const found = await runCommand('rg', ['-ciUw', pattern, packs]);
      if (found.code === 127) {
        console.log('ripgrep: not installed');
        return;
      }
      times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  console.log(
    `ripgrep: ${times.length} questions, p50 ${times[4]?.toFixed(0)}, max ${times.at(-1)?.toFixed(0)} ms`,
  );
}

const RECOLL_AT_MOST = 1000;

async function beside(folder: string, count: number): Promise<void> {
  if (count > RECOLL_AT_MOST) {
    console.log(`Recoll: left out above ${RECOLL_AT_MOST} cables, for its time and space`);
    return;
  }
  const questions: BenchQuestions = JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8'));
  const some = (['common word', 'rare word', 'phrase'] as const).flatMap(kind => questions[kind].slice(0, 5));
  const told = await recoll(folder, count, some);
  if (told === null) {
    console.log('Recoll: not installed');
    return;
  }
  const { indexSeconds, questions: times } = told;
  console.log(
    `Recoll: indexed ${Math.round(count / indexSeconds)} cables/s; ${times.length} questions, a process each, ` +
      `p50 ${times[Math.floor(times.length / 2)]?.toFixed(0)}, max ${times.at(-1)?.toFixed(0)} ms`,
  );
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

const words = process.argv.slice(2);
void main(words.length === 0 ? ['1000'] : words);
