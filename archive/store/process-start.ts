/** When a process began, so that a lock of a dead one is told from a new process with the same number. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** On Linux: the boot and the ticks since then, out of /proc. */
async function startOnLinux(pid: number): Promise<string> {
  const [boot, stat] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  // The command's name, in parentheses, may hold spaces: what follows it is the third field, the start is the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return `${boot.trim()}:${fields[19] ?? ''}`;
}

async function startElsewhere(pid: number): Promise<string> {
  if (process.platform === 'win32') {
    const question = `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks`;
    const { stdout } = await run('powershell', ['-NoProfile', '-Command', question], { timeout: 10_000 });
    return stdout.trim();
  }
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], {
    timeout: 10_000,
    env: { LC_ALL: 'C' },
  });
  return stdout.trim();
}

/** A word that is the same for the life of a process and for no other with its number; null where it can't be had. */
export async function processStart(pid: number): Promise<string | null> {
  try {
    const start = await (process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid));
    return start === '' ? null : start;
  } catch {
    return null;
  }
}

/** Whether a process with this number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it runs and belongs to somebody else.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
