/** Electron's runtime for a start out of a clone: the environment's, the one that npm fetched, or fetched now. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outFolder } from '../built.ts';

/** Where the runtime comes from, unless a mirror is named as the `electron` package reads it. */
const SOURCE = 'https://github.com/electron/electron/releases/';
/** How long the source may take to answer, and the whole download (milliseconds). */
const ANSWER_TIME = 8000;
const DOWNLOAD_TIME = 5 * 60_000;

export type FoundRuntime = { path: string } | { missing: string };

/** Finds the runtime, fetching it at the first start; or says in a sentence why there is none. */
export async function findElectronRuntime(say: (text: string) => void): Promise<FoundRuntime> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') {
    const path = join(named, process.platform === 'win32' ? 'electron.exe' : 'electron');
    return existsSync(path) ? { path } : { missing: 'ELECTRON_OVERRIDE_DIST_PATH names no Electron.' };
  }
  const packageFolder = join(dirname(outFolder()), 'node_modules', 'electron');
  const installed = installedIn(packageFolder);
  if (installed !== null) return { path: installed };
  if (!existsSync(packageFolder)) return { missing: 'Electron is not installed here.' };
  if (!(await sourceAnswers())) return { missing: "Electron's runtime is not here and can't be downloaded." };
  say("Fetching Electron's runtime, once (about 100 MB)...");
  await download(packageFolder);
  const fetched = installedIn(packageFolder);
  return fetched === null ? { missing: "Electron's runtime could not be downloaded." } : { path: fetched };
}

/** The package notes in path.txt what it unpacked. */
function installedIn(packageFolder: string): string | null {
  try {
    const path = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Asks shortly whether there is anything to fetch from: the package itself would try for minutes. */
async function sourceAnswers(): Promise<boolean> {
  const { npm_config_electron_mirror: npmMirror, ELECTRON_MIRROR, ELECTRON_GET_USE_PROXY } = process.env;
  // Through a proxy only the package knows the way.
  if (ELECTRON_GET_USE_PROXY !== undefined) return true;
  try {
    const signal = AbortSignal.timeout(ANSWER_TIME);
    const response = await fetch(npmMirror ?? ELECTRON_MIRROR ?? SOURCE, { method: 'HEAD', signal });
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Runs the package's own installer, quietly; whether it worked is seen by what it left. */
function download(packageFolder: string): Promise<void> {
  return new Promise(resolve => {
    const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => installer.kill(), DOWNLOAD_TIME);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    installer.on('error', end);
    installer.on('exit', end);
  });
}
