/** Runs Valise in Electron until its window is closed. */
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outFolder } from '../built.ts';

/** A program that ends with a fault within this time never came up (milliseconds). */
const START_TIME = 10_000;

export type Ended = { started: true; code: number } | { started: false; reason: string };

/** Runs the built program; `started` is false where Electron could not come up. */
export async function runElectron(electron: string, args: readonly string[]): Promise<Ended> {
  const obstacle = sandboxObstacle(electron);
  if (obstacle !== null) return { started: false, reason: obstacle };
  // Chromium refuses its sandbox to root, and only to root is it given up.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begun = Date.now();
  const child = spawn(electron, [...sandbox, dirname(outFolder()), ...args], {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  const interrupt = () => void child.kill('SIGTERM');
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return new Promise(resolve => {
    child.on('error', error => resolve({ started: false, reason: error.message }));
    child.on('exit', (code, signal) => {
      const failed = code !== 0 && signal === null && Date.now() - begun < START_TIME;
      if (failed) resolve({ started: false, reason: `it ended with code ${code ?? 'none'}` });
      else resolve({ started: true, code: code ?? 0 });
    });
  });
}

/**
 * Ubuntu 24.04 and others forbid ordinary programs the user namespaces that the sandbox is made of. Electron out of npm
 * has no right of its own to them, and without a sandbox we don't start it.
 */
function sandboxObstacle(electron: string): string | null {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null;
  const restricted =
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('kernel/unprivileged_userns_clone') === '0';
  if (!restricted || isSetuidRoot(join(dirname(electron), 'chrome-sandbox'))) return null;
  return 'this system forbids the user namespaces that its sandbox needs, as Ubuntu does since 24.04; CONTRIBUTING.md says how to allow them';
}

function kernelSetting(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return null;
  }
}

function isSetuidRoot(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}
