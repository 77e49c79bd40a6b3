/** Chromium's sandbox needs user namespaces. Where the system keeps them from ordinary users, Electron would abort. */
import { runCommand } from '../run-command.ts';

/** A sentence where Electron's sandbox can't work for this user; nothing where it can. Root runs without it anyway. */
export async function sandboxObstacle(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return undefined;
  const tried = await runCommand('unshare', ['--user', '--map-root-user', 'true'], { timeout: 10_000 });
  if (tried.code === 0 || tried.code === 127) return undefined;
  return (
    "This system keeps user namespaces from ordinary users, and without them Electron's sandbox can't start " +
    '(on Ubuntu 24.04: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0).'
  );
}
