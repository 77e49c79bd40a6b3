/**
 * Imports a file until it is killed; tells of each commit and of the work after it, with the cables so far: `ARCHIVE FILE
 * [WORKER]`. With the built entry of a thread, two threads read the cables and index their words, too.
 */
import { openArchive } from '../../archive/open.ts';

const [, , folder = '', path = '', worker] = process.argv;

async function main(): Promise<void> {
  const threads =
    worker === undefined
      ? { index: false, commitMilliseconds: 100 }
      : { workers: { file: worker, count: 2 }, commitMilliseconds: 1 };
  const archive = await openArchive(folder, { create: {}, program: 'Valise test', ...threads });
  await archive.import([{ path }], {
    onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
  });
  process.stdout.write('done\n');
}

void main();
