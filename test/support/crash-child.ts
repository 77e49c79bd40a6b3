/**
 * A program that changes an archive until it is killed: `FOLDER SEED WORKER [CHANGE]`. Before and after each thing that it
 * does it prints a line, so that the one who kills it knows what must be there. With CHANGE it is killed in the midst of
 * that change on disk, counted from 1; without it somebody else kills it.
 */
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../../archive/archive.ts';
import { openArchive } from '../../archive/open.ts';
import { nodeDisk } from '../../archive/store/disk.ts';
import { csvRow } from './cables-csv.ts';
import { dyingDisk } from './dying-disk.ts';
import type { GeneratedCable } from './generate-cables.ts';
import { Random } from './random.ts';

const [, , folder = '', seed = '1', worker = '', change] = process.argv;
const random = new Random(Number(seed));
const sources = mkdtempSync(join(tmpdir(), 'valise-crash-'));

const months = Array.from(
  { length: 24 },
  (_, month) => `${(month % 12) + 1}/3/${2004 + Math.floor(month / 12)} 1:02`,
);

/** A cable that no other child makes; its generator of real-looking text would take longer than the child may live. */
function smallCable(number: number): GeneratedCable {
  const serial = `${seed}${String(number).padStart(5, '0')}`;
  const words = Array.from({ length: 20 + random.below(200) }, () => `word${random.below(5000)}`).join(' ');
  return {
    number: number + 1,
    created: random.pick(months),
    id: `05HANOI${serial}`,
    origin: 'Embassy Hanoi',
    classification: 'UNCLASSIFIED',
    references: '',
    header: 'GENERATED HEADER',
    body: `UNCLAS HANOI ${serial}\n\nSUBJECT: GENERATED ${serial}\n\n1. ${words}\n\nMARINE`,
  };
}

/** What was done, or with `begins` what is about to be. */
function tell(done: string, ids: readonly string[] = []): void {
  process.stdout.write(`${JSON.stringify({ done, ids })}\n`);
}

async function importSome(archive: Archive, round: number, count: number): Promise<void> {
  const cables = Array.from({ length: count }, (_, number) => smallCable(round * 1000 + number));
  const path = join(sources, `${seed}-${round}.csv`);
  await writeFile(path, cables.map(csvRow).join(''));
  tell('begins', [path, String(count)]);
  await archive.import([{ path }]);
  tell(
    'import',
    cables.map(({ id }) => id),
  );
}

async function note(archive: Archive, round: number): Promise<void> {
  const text = `GENERATED note ${seed}-${round}`;
  await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text });
  tell('note', [text]);
}

async function withdrawOne(archive: Archive): Promise<void> {
  for await (const { id } of archive.list()) {
    await archive.withdraw(id, 'GENERATED');
    tell('withdraw', [id]);
    await archive.restore(id);
    tell('restore', [id]);
    return;
  }
}

async function main(): Promise<void> {
  const options = {
    create: {},
    program: 'Valise test',
    workers: { file: worker, count: 1 },
    // Every other one commits all the time, so that an import has many commits to be killed between.
    commitMilliseconds: Number(seed) % 2 === 0 ? 5 : 8000,
  };
  const disk = change === undefined ? nodeDisk : dyingDisk(Number(change));
  const archive = await openArchive(folder, options, disk);
  tell('opened');
  for (let round = 0; ; round += 1) {
    const kind = random.below(10);
    if (kind < 3) await importSome(archive, round, 1);
    else if (kind < 6) await importSome(archive, round, 250);
    else if (kind < 8) await note(archive, round);
    else if (kind === 8) {
      await archive.rebuild();
      tell('rebuild');
    } else await withdrawOne(archive);
  }
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
