/** The Library of Congress's `bagit` in Python, where it is installed: another program's word on our bags. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const python = process.env['VALISE_BAGIT'] ?? 'python3';

const program = `
import sys, bagit
try:
    bagit.Bag(sys.argv[1]).validate()
    print('valid')
except bagit.BagError as error:
    print(error)
`;

/** `valid`, or what is wrong with the bag; null where the package is not installed. */
export async function bagitSays(folder: string): Promise<string | null> {
  const installed = await run(python, ['-c', 'import bagit']).then(
    () => true,
    () => false,
  );
  if (!installed) return null;
  const { stdout } = await run(python, ['-W', 'ignore', '-c', program, folder]);
  return stdout.trim();
}
