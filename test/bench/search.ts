/**
 * `npm run bench -- search [COUNT]...` (1,000 by default): makes up so many cables, indexes them, and asks more than 300
 * questions of every kind, cold and warm, beside ripgrep over the same text; then through the door of a real archive of
 * the same cables. Recoll is asked too where it is installed, up to 1,000 cables: it takes some five minutes and more
 * than a gigabyte for 50,000.
 * Times are milliseconds waited; `cpu p95` is what the processor took, which a busy machine does not change much.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository } from '../support/repository.ts';
import { runCommand } from '../support/run-command.ts';
import { bundled } from '../support/bundled.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { writeCablesCsv } from '../support/cables-csv.ts';
import { recoll } from '../support/recoll.ts';
import type { Built } from '../support/bench-archive.ts';
import type { BenchQuestions } from '../support/bench-questions.ts';
import type { DoorAsked, DoorImport } from '../support/search-door.ts';
import type { Asked } from '../support/search-bench.ts';

async function main(counts: number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'valise-bench-search-'));
  try {
    const script = await bundleForNode(inRepository('test', 'support', 'search-bench.ts'), folder);
    for (const count of counts) {
      await bench(folder, script, count);
      await throughTheDoor(folder, count);
      await beside(folder, count);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bench(folder: string, script: string, count: number): Promise<void> {
  const built: Built = await answer(script, 'build', folder, String(count));
  const perSecond = Math.round(count / built.invertSeconds);
  const parts = built.indexBytes / built.textBytes;
  console.log(
    `\n${count} cables, ${mb(built.textBytes)} MB of text; index ${mb(built.indexBytes)} MB (${parts.toFixed(3)} of the text), ` +
      `${built.segments.length} segments; indexed ${perSecond} cables/s on one thread, ${mb(built.builderRss)} MB resident`,
  );
  const files = built.segments.flatMap(segment => segment.files.map(({ name }) => join(folder, name)));
  // tells the system to forget the files' pages; needs no rights
  for (const file of [...files, join(folder, 'text.txt')]) {
    await runCommand('dd', [`if=${file}`, 'iflag=nocache', 'count=0']).catch(() => undefined);
  }
  print('cold', await answer<Asked>(script, 'ask', folder));
  print('warm', await answer<Asked>(script, 'ask', folder));
  await ripgrep(folder);
}

async function answer<T>(script: string, ...rest: string[]): Promise<T> {
  const { code, stdout, stderr } = await runCommand(process.execPath, [script, ...rest]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function print(state: string, { openMs, firstMs, rssMb, columnsMb, timings }: Asked): void {
  const load = loadavg()[0] ?? 0;
  console.log(
    `${state}: open ${openMs.toFixed(0)} ms, with the first answer ${firstMs.toFixed(0)} ms; ${rssMb.toFixed(0)} MB resident ` +
      `(${columnsMb.toFixed(0)} of it this bench's columns); load ${load.toFixed(1)}`,
  );
  console.log(line('', 'questions', 'p50', 'p95', 'max', 'cpu p95', 'cables'));
  for (const { kind, count, p50, p95, max, cpu95, hits } of timings) {
    console.log(line(kind, count, p50.toFixed(1), p95.toFixed(1), max.toFixed(1), cpu95.toFixed(1), hits));
  }
}

function line(kind: string, ...rest: (string | number)[]): string {
  return kind.padEnd(18) + rest.map(each => String(each).padStart(11)).join('');
}

/** The same words and phrases, counted by ripgrep in the same text: no ranking, no page, no total of cables. */
async function ripgrep(folder: string): Promise<void> {
  const questions: BenchQuestions = JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8'));
  const times: number[] = [];
  for (const kind of ['common word', 'rare word', 'phrase'] as const) {
    for (const query of questions[kind].slice(0, 3)) {
      const pattern = query.replaceAll('"', '').split(' ').join('\\W+');
      const started = performance.now();
      const found = await runCommand('rg', ['-ciUw', pattern, join(folder, 'text.txt')]);
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

/** Import with the index, then open and ask in another process, as the product does it. */
async function throughTheDoor(folder: string, count: number): Promise<void> {
  const programs = join(folder, 'door');
  const path = await bundled(programs, {
    'search-door': 'test/support/search-door.ts',
    worker: 'archive/import/worker-entry.ts',
  });
  const csv = join(folder, 'cables.csv');
  const archive = join(folder, `archive-${count}`);
  await writeCablesCsv(csv, count);
  const script = path('search-door');
  const { seconds, cpuSeconds, cables } = await answer<DoorImport>(
    script,
    'import',
    archive,
    csv,
    path('worker'),
  );
  await rm(csv);
  const { openMs, firstMs, openMb, askedMb, slowest } = await answer<DoorAsked>(script, 'ask', archive);
  await rm(archive, { recursive: true });
  console.log(
    `real archive: imported with its index ${Math.round(cables / seconds)} cables/s (${((cpuSeconds / cables) * 1000).toFixed(2)} ms of ` +
      `the processor each; load ${(loadavg()[0] ?? 0).toFixed(1)}); open ${openMs.toFixed(0)} ms, with the first answer ` +
      `${firstMs.toFixed(0)} ms; ${openMb} MB resident, ${askedMb} after all questions; slowest ${slowest.ms.toFixed(0)} ms (${slowest.what})`,
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

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

const counts = process.argv.slice(2).map(Number);
void main(counts.length === 0 ? [1000] : counts);
