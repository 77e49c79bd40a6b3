/** A small medium of its own, as real as it gets without one: a file system in memory, mounted for a test. Linux and root only. */
import { onTestFinished } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface Medium {
  /** where it is mounted */
  folder: string;
  /** Makes it read-only, or writable again. */
  protect(readOnly: boolean): Promise<void>;
  /** Takes it away, whoever uses it; what was on it is lost. */
  pull(): Promise<void>;
}

async function command(program: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runCommand(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}

/** A medium of so many bytes; null where this user or system can mount none. */
export async function mounted(bytes: number): Promise<Medium | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = await temporaryFolder();
  const options = ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder];
  if ((await runCommand('mount', options)).code !== 0) return null;
  const pull = () => command('umount', '-l', folder);
  let there = true;
  onTestFinished(async () => {
    if (there) await pull();
  });
  return {
    folder,
    protect: readOnly => command('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
    async pull() {
      there = false;
      await pull();
    },
  };
}
