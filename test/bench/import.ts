/**
 * `npm run bench -- import [COUNT]... [--plain]` imports generated cables into a new archive and prints one JSON line a
 * size: cables/s, MB/s, processor time a cable, peak memory, bytes on disk per byte of text, segments, time to open,
 * time to import one more cable; and the same for a baseline that reads the rows and appends them to one file.
 * `--plain` leaves the word index out.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCablesCsv } from '../support/cables-csv.ts';
import { bundled } from '../support/bundled.ts';

const SIZES = [1_000, 50_000, 251_287];
const programs = { 'bench-import': 'test/support/bench-import.ts', worker: 'archive/import/worker-entry.ts' };

interface Run {
  /** what the program printed: one JSON object */
  result: Record<string, number>;
  peakMegabytes: number;
}

/** The most memory that a process has had, in MB; 0 where the system does not tell. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function run(program: string, words: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let peakMegabytes = 0;
  child.stdout.on('data', data => (text += String(data)));
  const watch = setInterval(() => {
    void peakOf(child.pid ?? 0).then(peak => (peakMegabytes = Math.max(peakMegabytes, peak)));
  }, 100);
  const code = await new Promise(resolve => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the bench's program ended with ${String(code)}`);
  return { result: JSON.parse(text), peakMegabytes };
}

async function main(words: readonly string[]): Promise<void> {
  const plain = words.includes('--plain');
  const sizes = words.filter(word => /^\d+$/.test(word)).map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'valise-bench-'));
  try {
    const path = await bundled(folder, programs);
    for (const count of sizes.length > 0 ? sizes : SIZES) {
      const csv = join(folder, 'cables.csv');
      await writeCablesCsv(csv, count);
      const { size } = await stat(csv);
      const archive = join(folder, 'archive');
      const options = [archive, csv, path('worker'), plain ? 'plain' : 'indexed'];
      const baseline = await run(path('bench-import'), ['baseline', ...options]);
      const imported = await run(path('bench-import'), ['import', ...options]);
      const opened = await run(path('bench-import'), ['open', ...options]);
      console.log(
        JSON.stringify({
          cables: count,
          megabytes: Math.round(size / 1e6),
          index: !plain,
          ...imported.result,
          peakMegabytes: imported.peakMegabytes,
          ...opened.result,
          openPeakMegabytes: opened.peakMegabytes,
          baseline: { ...baseline.result, peakMegabytes: baseline.peakMegabytes },
        }),
      );
      await rm(archive, { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
