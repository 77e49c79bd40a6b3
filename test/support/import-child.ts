/** Imports a file until it is killed; tells of each commit and of the work after it, with the cables so far: `ARCHIVE FILE`. */
import { openArchive } from '../../archive/open.ts';

const [, , folder = '', path = ''] = process.argv;

async function main(): Promise<void> {
  const options = { create: {}, program: 'Valise test', index: false, commitMilliseconds: 100 };
  const archive = await openArchive(folder, options);
  await archive.import([{ path }], {
    onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
  });
  process.stdout.write('done\n');
}

void main();
