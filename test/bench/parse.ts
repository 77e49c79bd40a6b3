/** Cables understood per second on one core: every field, and what the catalogue needs at import. */
import { parseCable, readForCatalogue } from '../../archive/text/index.ts';
import type { RawCable } from '../../archive/model/raw.ts';
import { rawCables } from '../support/raw-cables.ts';

interface ParseRate {
  name: string;
  cables: number;
  cablesPerSecond: number;
  megabytesPerSecond: number;
  residentMegabytes: number;
}

/** Measures both ways through `count` generated cables of about 6 KB, in CPU time so that neighbours count less. */
function measureParsing(count: number): ParseRate[] {
  // Long enough for the engine to have compiled what an import of many cables runs.
  const warmUp = [...rawCables(4000)];
  return [
    { name: 'parse, every field', read: parseCable },
    { name: 'parse, catalogue', read: readForCatalogue },
  ].map(({ name, read }) => {
    for (const cable of warmUp) read(cable);
    return measure(name, count, read);
  });
}

const BATCH = 500;

function measure(name: string, count: number, read: (raw: RawCable) => unknown): ParseRate {
  let characters = 0;
  let microseconds = 0;
  let batch: RawCable[] = [];
  const run = (): void => {
    const before = process.cpuUsage();
    for (const cable of batch) read(cable);
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
    batch = [];
  };
  for (const cable of rawCables(count)) {
    characters += cable.header.length + cable.body.length;
    batch.push(cable);
    if (batch.length === BATCH) run();
  }
  run();
  return {
    name,
    cables: count,
    cablesPerSecond: Math.round((count * 1e6) / microseconds),
    megabytesPerSecond: Math.round(characters / microseconds),
    residentMegabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
}

// `npm run bench -- parse [COUNT]`
console.table(measureParsing(Number(process.argv[2] ?? 5000)));
