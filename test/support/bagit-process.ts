/** The Library of Congress's `bagit` as one process that is asked about many bags: starting Python for each takes longer than checking it. */
import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const python = process.env['VALISE_BAGIT'] ?? 'python3';

const program = `
import sys, bagit
for line in sys.stdin:
    try:
        bagit.Bag(line.rstrip('\\n')).validate()
        print('valid', flush=True)
    except Exception as error:
        print(str(error).replace('\\n', ' '), flush=True)
`;

export interface BagitProcess {
  /** `valid`, or what is wrong with the bag. */
  ask(folder: string): Promise<string>;
  end(): void;
}

/** Starts it; null where the package is not installed. */
export async function bagitProcess(): Promise<BagitProcess | null> {
  const installed = await promisify(execFile)(python, ['-c', 'import bagit']).then(
    () => true,
    () => false,
  );
  if (!installed) return null;
  const child = spawn(python, ['-W', 'ignore', '-c', program], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(folder) {
      child.stdin.write(`${folder}\n`);
      const { value } = await answers.next();
      return String(value);
    },
    end: () => void child.kill(),
  };
}
