/** A pip that can download. Debian splits Python into parts, and any of them may be missing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testCacheFolder } from '../cache-folder.ts';
import { runCommand } from '../run-command.ts';

export interface Pip {
  program: string;
  args: string[];
}

/** The system's pip, else one in a virtual environment of our own (kept in the cache); nothing where neither can be had. */
export async function findPip(): Promise<Pip | undefined> {
  const system = { program: 'python3', args: ['-m', 'pip'] };
  if (await works(system)) return system;
  const folder = join(testCacheFolder(), 'pip');
  const own = { program: join(folder, 'bin', 'python'), args: ['-m', 'pip'] };
  if (existsSync(own.program) && (await works(own))) return own;
  await runCommand('python3', ['-m', 'venv', folder], { timeout: 120_000 });
  return (await works(own)) ? own : undefined;
}

async function works(pip: Pip): Promise<boolean> {
  return (await runCommand(pip.program, [...pip.args, '--version'], { timeout: 60_000 })).code === 0;
}
