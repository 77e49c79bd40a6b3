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
import { generateCables } from './generate-cables.ts';
import { Random } from './random.ts';

const [, , folder = '', seed = '1', worker = ''] = process.argv;
const random = new Random(Number(seed));
const sources = mkdtempSync(join(tmpdir(), 'valise-crash-'));

function tell(done: string, ids: readonly string[] = []): void {
  process.stdout.write(`${JSON.stringify({ done, ids })}\n`);
}

async function main(): Promise<void> {
  const archive = await openArchive(folder, { create: {}, program: 'Valise test', workers: { file: worker, count: 1 } });
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
      const count = kind < 3 ? 1 : 400;
      const cables = [...generateCables(count, { seed: random.below(1_000_000), medianLength: 600 })];
      const path = join(sources, `${seed}-${round}.csv`);
      await writeFile(path, cables.map(csvRow).join(''));
      await archive.import([{ path }]);
      tell('import', cables.map(({ id }) => id));
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
