/** Changes an archive all the time until it is killed: `FOLDER`. Tells of each commit. */
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { csvRow } from './cables-csv.ts';

const [, , folder = ''] = process.argv;

async function main(): Promise<void> {
  // Cables that go on being read are committed in between, so that receipts are replaced as well.
  const archive = await openArchive(folder, { program: 'Valise test', commitMilliseconds: 0 });
  const sources = mkdtempSync(join(tmpdir(), 'valise-forever-'));
  for (let round = 1; ; round += 1) {
    const path = join(sources, 'cables.csv');
    const cables = [1, 2, 3].map(number => ({
      number,
      created: `${(round % 12) + 1}/3/2005 1:02`,
      id: `05HANOI${round}0${number}`,
      origin: 'Embassy Hanoi',
      classification: 'UNCLASSIFIED',
      references: '',
      header: 'GENERATED HEADER',
      body: `GENERATED mekong ${round}`,
    }));
    await writeFile(path, cables.map(csvRow).join(''));
    await archive.import([{ path }]);
    if (round % 5 === 0) await archive.withdraw(`05HANOI${round}01`, 'GENERATED');
    if (round % 9 === 0) await archive.rebuild();
    process.stdout.write(`${archive.info().generation}\n`);
  }
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
