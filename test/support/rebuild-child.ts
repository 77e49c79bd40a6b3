/** Makes an archive's index anew, on threads, over and over, until it is killed: `FOLDER WORKER`. */
import { openArchive } from '../../archive/open.ts';

const [, , folder = '', file = ''] = process.argv;

async function main(): Promise<void> {
  const archive = await openArchive(folder, { program: 'Valise test', workers: { file, count: 1 } });
  let told = '';
  for (;;) {
    await archive.rebuild({
      onProgress({ phase }) {
        if (phase !== told) process.stdout.write(`${phase}\n`);
        told = phase;
      },
    });
    process.stdout.write('rebuilt\n');
  }
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
