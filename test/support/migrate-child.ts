/** Opens an archive for writing and is killed at its nth change on disk: `ARCHIVE N`. Prints `opened` where it lives on. */
import { openArchive } from '../../archive/open.ts';
import { dyingDisk } from './dying-disk.ts';

const [, , folder = '', at = '0'] = process.argv;

async function main(): Promise<void> {
  const archive = await openArchive(folder, { program: 'Valise test' }, dyingDisk(Number(at)));
  await archive.close();
  process.stdout.write('opened\n');
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
