/** What the import bench measures, each in a process of its own: `KIND ARCHIVE CSV WORKER plain|indexed`. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { readGiven } from '../../archive/formats/index.ts';
import { parseCable } from '../../archive/text/index.ts';

const [, , kind = '', folder = '', csv = '', worker = '', index = ''] = process.argv;

const seconds = (since: number) => (performance.now() - since) / 1000;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

async function bytesBelow(path: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    bytes += entry.isDirectory() ? await bytesBelow(below) : (await stat(below)).size;
  }
  return bytes;
}

/** How many segments the search has; 0 without an index. */
async function segmentsBelow(path: string): Promise<number> {
  const names = await readdir(join(path, 'index', 'search')).catch(() => []);
  return names.filter(name => name.endsWith('.terms')).length;
}

async function open() {
  const indexed = index === 'indexed';
  return openArchive(folder, {
    create: {},
    program: 'Valise bench',
    workers: { file: worker },
    index: indexed,
  });
}

/** The plain way: parse each cable and append its text to one file, on one thread. */
async function baseline() {
  const out = createWriteStream(`${folder}.txt`);
  const began = performance.now();
  const cpu = process.cpuUsage();
  let count = 0;
  for await (const item of readGiven([{ path: csv }])) {
    if (item.kind !== 'cable') continue;
    const cable = parseCable(item.cable);
    count += 1;
    if (!out.write(`${cable.id}\n${cable.header}\n${cable.body}\n`)) {
      await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
  const took = seconds(began);
  const { user, system } = process.cpuUsage(cpu);
  return { cablesPerSecond: Math.round(count / took), cpuSeconds: rounded((user + system) / 1e6) };
}

async function importAll() {
  const archive = await open();
  const began = performance.now();
  const cpu = process.cpuUsage();
  const receipt = await archive.import([{ path: csv }]);
  const took = seconds(began);
  const { user, system } = process.cpuUsage(cpu);
  const { textBytes } = archive.info();
  await archive.close();
  const bytes = await bytesBelow(folder);
  const cpuSeconds = (user + system) / 1e6;
  return {
    seconds: rounded(took),
    cpuSeconds: rounded(cpuSeconds),
    cpuMillisecondsPerCable: rounded((cpuSeconds * 1000) / receipt.counts.accepted),
    // of two, say: how far the threads keep the machine at work, whoever else uses it
    busyProcessors: rounded(cpuSeconds / took),
    segments: await segmentsBelow(folder),
    cablesPerSecond: Math.round(receipt.counts.accepted / took),
    megabytesPerSecond: rounded(textBytes / 1e6 / took),
    bytesOnDiskPerByteOfText: rounded(bytes / textBytes),
  };
}

async function reopen() {
  const began = performance.now();
  const archive = await open();
  const openSeconds = rounded(seconds(began));
  const single = `${folder}-single.csv`;
  const row = [
    '1',
    '4/11/2005 5:42',
    '05HANOI9999999',
    'Embassy Hanoi',
    'UNCLASSIFIED',
    '',
    '',
    'GENERATED single',
  ];
  await writeFile(single, `${row.map(value => `"${value}"`).join(',')}\n`);
  const imported = performance.now();
  await archive.import([{ path: single }]);
  const singleImportSeconds = rounded(seconds(imported));
  const searched = performance.now();
  const { total } = await archive.search({ query: 'government', limit: 20 });
  const searchSeconds = rounded(seconds(searched));
  await archive.close();
  return { openSeconds, singleImportSeconds, searchSeconds, hits: total };
}

async function main(): Promise<void> {
  const work = kind === 'baseline' ? baseline : kind === 'import' ? importAll : reopen;
  process.stdout.write(JSON.stringify(await work()));
}

void main();
