/**
 * Opens an archive for writing and is killed at its nth change on disk: `ARCHIVE [N]`. Without N somebody else kills it. Prints
 * `opening`, and `opened` where it lives on.
 */
import { openArchive } from '../../archive/open.ts';
import { nodeDisk } from '../../archive/store/disk.ts';
import { dyingDisk } from './dying-disk.ts';

const [, , folder = '', at] = process.argv;

async function main(): Promise<void> {
  process.stdout.write('opening\n');
  // Whoever kills it hears of it first.
  if (at === undefined) await new Promise(resolve => setTimeout(resolve, 40));
  const disk = at === undefined ? nodeDisk : dyingDisk(Number(at));
  const archive = await openArchive(folder, { program: 'Valise test' }, disk);
  await archive.close();
  process.stdout.write('opened\n');
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
