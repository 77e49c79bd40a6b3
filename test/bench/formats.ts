/**
 * How fast cables are framed, decoded and understood, on one core, from the files that people have: `cables.csv` and mirror
 * pages, cables a second and megabytes a second of the file; at 1,000 and 50,000 generated cables, or at the numbers that are given: `npm run bench -- formats 1000`.
 */
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, frame } from '../../archive/formats/index.ts';
import { parseCable, readForCatalogue } from '../../archive/text/index.ts';
import type { RawCable } from '../../archive/model/raw.ts';
import { writeCablesCsv } from '../support/cables-csv.ts';
import { generateCables } from '../support/generate-cables.ts';
import { mirrorPage } from '../support/mirror-page.ts';

interface Measured {
  cables: number;
  megabytes: number;
  seconds: number;
  /** the most memory in use at any time, in megabytes */
  memory: number;
}

/** What is done with each decoded cable; null only frames. */
type Work = ((cable: RawCable) => void) | null;

/** Frames everything at these paths, and decodes it for the work there is; a pass over the first warms up, uncounted. */
async function measure(paths: readonly string[], work: Work): Promise<Measured> {
  let measured: Measured = { cables: 0, megabytes: 0, seconds: 0, memory: 0 };
  for (let pass = 0; pass < 2; pass++) {
    const started = process.cpuUsage();
    measured = { cables: 0, megabytes: 0, seconds: 0, memory: 0 };
    const given = (pass === 0 ? paths.slice(0, 1) : paths).map(path => ({ path }));
    for await (const item of frame(given)) {
      if (item.kind === 'source') measured.megabytes += item.bytes / 1e6;
      if (item.kind === 'refusal') throw new Error(item.refusal.message);
      if (item.kind !== 'frame') continue;
      if (work !== null) {
        const [decoded] = decode(item);
        if (decoded?.kind !== 'cable') throw new Error('a frame without a cable');
        work(decoded.cable);
      }
      if (measured.cables++ % 500 === 0) {
        measured.memory = Math.max(measured.memory, process.memoryUsage().rss / 1e6);
      }
    }
    const { user, system } = process.cpuUsage(started);
    measured.seconds = (user + system) / 1e6;
  }
  return measured;
}

const WORKS: [string, Work][] = [
  ['hash, frame, decode', () => undefined],
  ['and what the catalogue needs', cable => void readForCatalogue(cable)],
  ['and every field', cable => void parseCable(cable)],
];

function report(name: string, { cables, megabytes, seconds, memory }: Measured): void {
  const rate = (amount: number) => Math.round(amount / seconds).toLocaleString('en-US');
  console.log(
    `${name.padEnd(42)} ${String(cables).padStart(7)} cables ${rate(cables).padStart(9)}/s ${rate(megabytes).padStart(6)} MB/s ` +
      `${Math.round(memory)} MB memory`,
  );
}

async function main(counts: number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'valise bench '));
  try {
    for (const count of counts) {
      const csv = join(folder, `${count}.csv`);
      await writeCablesCsv(csv, count);
      console.log(
        `cables.csv of ${Math.round((await stat(csv)).size / 1e6)} MB, in seconds of processor time`,
      );
      report('cables.csv: hash and frame', await measure([csv], null));
      for (const [name, work] of WORKS) report(`cables.csv: ${name}`, await measure([csv], work));
      await rm(csv);
      // 50,000 pages are 10 GB: the same 1,000 are read again and again.
      const pages = join(folder, 'pages');
      await mkdir(pages);
      for (const cable of generateCables(Math.min(count, 1000))) {
        await writeFile(join(pages, `${cable.id}.html`), mirrorPage({ ...cable, subject: 'GENERATED' }));
      }
      const again = Array.from({ length: Math.ceil(count / 1000) }, () => pages);
      for (const [name, work] of WORKS) report(`mirror pages: ${name}`, await measure(again, work));
      await rm(pages, { recursive: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const given = process.argv.slice(2).map(Number);
void main(given.length > 0 ? given : [1000, 50_000]);
