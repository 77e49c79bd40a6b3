/** The `electron` package's own runtime. npm leaves it out: it is downloaded from GitHub at its first use. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inRepository } from '../repository.ts';
import { runCommand } from '../run-command.ts';

const folder = inRepository('node_modules', 'electron');
const PackageSchema = z.object({ version: z.string() });

/** A machine that reaches GitHub answers within this; one that doesn't should not wait longer. */
const REACH_MS = 5_000;
const DOWNLOAD_MS = 300_000;

/** The executable of the installed `electron` package, downloaded first where that is possible. */
export async function packagedElectron(): Promise<{ executable: string } | { missing: string }> {
  const ready = installed();
  if (ready) return { executable: ready };
  if (!existsSync(join(folder, 'package.json'))) return { missing: 'The electron package is not installed.' };
  const { version } = PackageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const source = releaseAddress(version);
  if (!(await reachable(source))) {
    return { missing: `Electron ${version} is not downloaded and ${new URL(source).host} can't be reached.` };
  }
  console.log(`Downloading Electron ${version} ...`);
  const done = await runCommand(process.execPath, [join(folder, 'install.js')], { timeout: DOWNLOAD_MS });
  const executable = installed();
  if (done.code === 0 && executable) return { executable };
  return { missing: `Electron ${version} could not be downloaded.` };
}

function installed(): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/** Where the release's checksums lie; a mirror of one's own is named as the electron package's own downloader reads it. */
function releaseAddress(version: string): string {
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/SHASUMS256.txt`;
}

async function reachable(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
