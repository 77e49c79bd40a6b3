/**
 * A program that changes an archive until it is killed: `FOLDER SEED WORKER`. After each change that was committed it
 * prints a line, so that the one who kills it knows what must be there.
 */
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { nodeDisk } from '../../archive/store/disk.ts';
import { openNotes } from '../../archive/store/notes.ts';
import { csvRow } from './cables-csv.ts';
import type { GeneratedCable } from './generate-cables.ts';
import { Random } from './random.ts';

const [, , folder = '', seed = '1', worker = ''] = process.argv;
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

function tell(done: string, ids: readonly string[] = []): void {
  process.stdout.write(`${JSON.stringify({ done, ids })}\n`);
}

async function main(): Promise<void> {
  const archive = await openArchive(folder, {
    create: {},
    program: 'Valise test',
    workers: { file: worker, count: 1 },
  });
  const { notes } = await openNotes({
    disk: nodeDisk,
    folder,
    archive: archive.info().id,
    writable: true,
    fresh: false,
  });
  tell('opened');
  for (let round = 0; ; round += 1) {
    const kind = random.below(10);
    if (kind < 6) {
      const count = kind < 3 ? 1 : 250;
      const cables = Array.from({ length: count }, (_, number) => smallCable(round * 1000 + number));
      const path = join(sources, `${seed}-${round}.csv`);
      await writeFile(path, cables.map(csvRow).join(''));
      await archive.import([{ path }]);
      tell(
        'import',
        cables.map(({ id }) => id),
      );
    } else if (kind < 8) {
      const text = `GENERATED note ${seed}-${round}`;
      await notes.change(all => all.notes.push({ id: text, cable: '05HANOI1', text, changed: '' }));
      tell('note', [text]);
    } else if (kind === 8) {
      await archive.rebuild();
      tell('rebuild');
    } else {
      for await (const { id } of archive.list()) {
        await archive.withdraw(id, 'GENERATED');
        await archive.restore(id);
        break;
      }
      tell('withdraw');
    }
  }
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
